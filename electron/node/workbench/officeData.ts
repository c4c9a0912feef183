import { parseOffice, UNKNOWN_OFFICE, type Office } from '../../../shared/settings/office.ts';
import type { Workspace } from '../workspace/workspace.ts';

const CHOICE = 'office';

/** Who signs and where, as it was last given; nothing known before. */
export function officeOf(workspace: Workspace): Office {
  const kept = workspace.choice(CHOICE);
  const read = kept === null ? null : parseOffice(kept);
  return read?.ok === true ? read.value : UNKNOWN_OFFICE;
}

export const keepOffice = (workspace: Workspace, office: Office): void =>
  workspace.choose(CHOICE, JSON.stringify(office));
