import type { Reply } from '../contract/envelope.ts';
import type { Transport } from '../contract/transport.ts';

/** What the screen may ask to be done with a file: read it, or use what lies in a folder. */
export type HandleKind = 'read' | 'folder';

/** A file or folder as the screen knows it: a name to show and a random number that means nothing elsewhere. */
export interface FileHandle {
  readonly id: string;
  readonly name: string;
  readonly kind: HandleKind;
}

/** Commands of the native menu that the screen carries out. */
export const MENU_COMMANDS = ['newRound', 'find', 'goToCell', 'settings', 'guide'] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** What the desktop tells the screen beside the events of the contract. */
export type DesktopEvent =
  | { readonly type: 'command'; readonly command: MenuCommand }
  /** Files chosen in the menu, or named when the program was started, or started again while it ran. */
  | { readonly type: 'filesOpened'; readonly files: readonly FileHandle[] };

/** `globalThis.raSoat` on the desktop: all that reaches the screen from outside it. Its absence means another host. */
export interface DesktopBridge extends Transport {
  /** Handles of files that were dropped, or chosen in the page's own file field, in order; what is no file on this
   *  computer is left out. */
  handlesOf(files: readonly unknown[]): Promise<Reply<readonly string[]>>;
  /** Lets the person say where a file of a job's result is to be put, and puts it there. */
  saveAs(handle: string, name: string): Promise<Reply<null>>;
  /** Handle of a folder that the person chose; null when none was. */
  chooseFolder(): Promise<string | null>;
  /** Shows a folder that was chosen here in the file explorer. */
  showInFolder(handle: string): Promise<Reply<null>>;
  /** @returns ends the listening */
  onDesktop(listener: (event: DesktopEvent) => void): () => void;
}
