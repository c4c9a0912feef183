import { refused, replied, type Reply } from '../../../shared/contract/envelope.ts';
import type { Transport } from '../../../shared/contract/transport.ts';
import { LARGEST_UPLOAD } from '../../../shared/contract/upload.ts';
import type { DesktopBridge, DesktopEvent } from '../../../shared/desktop/bridge.ts';
import { httpTransport, takeToken } from './httpTransport.ts';

/** A file that a person dropped or chose, under the name that people know it by: relative to what was dropped. */
export interface GivenFile {
  readonly file: File;
  readonly name: string;
}

/** Everything that a screen needs of the program around it: the contract, and what a page can't do alone. */
export interface ScreenHost extends Transport {
  /** Largest file that can be handed over, in bytes. */
  readonly largest: number;
  /** Hands files over and gets a handle for each; the first that fails ends it. Errors: `upload.*`.
   *  @param onProgress  told of files that have arrived, of how many, and of the share of all bytes that have gone */
  handOver(
    files: readonly GivenFile[],
    onProgress: (done: number, total: number, share: number) => void,
    signal: AbortSignal,
  ): Promise<Reply<readonly string[]>>;
  /** Gives a file of a job's result to the person. */
  save(handle: string, name: string): Promise<Reply<null>>;
  /** Lets the person choose a folder; null where the host can't, or the person didn't. */
  chooseFolder(): Promise<string | null>;
  /** Shows a folder of a job's result in the file explorer; only where folders can be chosen. */
  showFolder(handle: string): Promise<Reply<null>>;
  /** Tells what is chosen in the menu of the window, where it has one.
   *  @returns ends the telling */
  onDesktop(listener: (event: DesktopEvent) => void): () => void;
  /** Tells when events are told again after some may have been missed.
   *  @returns ends the telling */
  onReconnected(listener: () => void): () => void;
}

declare global {
  // Put there by `electron/preload`. The global object can only be extended by `var`.
  var raSoat: DesktopBridge | undefined;
}

/** The host of this page: the desktop program where there is one, else the local server that served it. */
export const screenHost = (): ScreenHost =>
  globalThis.raSoat === undefined ? browserHost() : desktopHost(globalThis.raSoat);

const desktopHost = (bridge: DesktopBridge): ScreenHost => ({
  call: (method, input) => bridge.call(method, input),
  subscribe: (listener) => bridge.subscribe(listener),
  // Files stay where they are; the readers have limits of their own.
  largest: Infinity,
  handOver: (files) => bridge.handlesOf(files.map(({ file }) => file)),
  save: (handle, name) => bridge.saveAs(handle, name),
  chooseFolder: () => bridge.chooseFolder(),
  showFolder: (handle) => bridge.showInFolder(handle),
  onDesktop: (listener) => bridge.onDesktop(listener),
  // What runs the services is part of the same program: its events don't get lost on the way.
  onReconnected: () => () => {},
});

function browserHost(): ScreenHost {
  const http = httpTransport(takeToken());
  return {
    call: http.call,
    subscribe: http.subscribe,
    largest: LARGEST_UPLOAD,
    handOver: async (files, onProgress, signal) => {
      const handles: string[] = [];
      const all = files.reduce((sum, { file }) => sum + file.size, 0);
      let gone = 0;
      for (const { file, name } of files) {
        const tell = (bytes: number): void =>
          onProgress(handles.length, files.length, (gone + bytes) / Math.max(1, all));
        tell(0);
        const reply = await http.upload(file, name, tell, signal);
        if (!reply.ok) return reply;
        handles.push((reply.value as { id: string }).id);
        gone += file.size;
      }
      return replied(handles);
    },
    save: async (handle, name) => {
      const reply = await http.download(handle);
      if (!reply.ok) return refused(reply.error.code, { ...reply.error.params, file: name }, reply.error.retryable);
      const address = URL.createObjectURL(reply.value);
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      // The browser has begun to read it; the address is needed no longer than that takes.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return replied(null);
    },
    chooseFolder: () => Promise.resolve(null),
    showFolder: () => Promise.resolve(refused('handle.unknown')),
    onDesktop: () => () => {},
    onReconnected: http.onReconnected,
  };
}
