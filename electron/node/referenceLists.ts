import type { FieldKey } from '../../shared/domain/fields.ts';
import type { ReferenceIndexes } from '../../shared/engine/references.ts';
import { readWorkbook } from '../../shared/intake/readWorkbook.ts';
import { readChecklist } from '../../shared/reference/cutoverChecklist.ts';
import { indexForms } from '../../shared/reference/formList.ts';
import { listRowsOf } from '../../shared/reference/listSheet.ts';
import type { ListRow } from '../../shared/reference/listRow.ts';
import { indexPortalDossiers } from '../../shared/reference/portalDossiers.ts';
import { indexPortalProcedures } from '../../shared/reference/portalProcedures.ts';
import { indexPreviousRound } from '../../shared/reference/previousRound.ts';
import { indexRoles } from '../../shared/reference/roleList.ts';
import { indexStaff } from '../../shared/reference/staffList.ts';
import { fail, succeed, type Result } from '../../shared/result.ts';
import type { Workbook } from '../../shared/table/sheet.ts';
import { readSpreadsheet, type FileContent } from './fileReading.ts';
import { findFiles, type FoundFile } from './inputFiles.ts';

interface ListKind {
  readonly index: (rows: readonly ListRow[]) => Partial<ReferenceIndexes>;
  /** A column without which a file is not this list. */
  readonly needs: FieldKey;
}

/** Lists that nobody has published and a user brings: what each becomes for the rules. */
const KINDS = {
  roles: { index: (rows) => ({ roles: indexRoles(rows) }), needs: 'vai_tro' },
  forms: { index: (rows) => ({ forms: indexForms(rows) }), needs: 'mau_don' },
  staff: { index: (rows) => ({ staff: indexStaff(rows) }), needs: 'ho_ten' },
  oldPortalProcedures: { index: (rows) => ({ oldPortalProcedures: indexPortalProcedures(rows) }), needs: 'ma_tthc' },
  newPortalProcedures: { index: (rows) => ({ newPortalProcedures: indexPortalProcedures(rows) }), needs: 'ma_tthc' },
  newPortalDossiers: { index: (rows) => ({ newPortalDossiers: indexPortalDossiers(rows) }), needs: 'ma_ho_so' },
  cutoverChecklist: { index: (rows) => ({ cutoverChecklist: readChecklist(rows) }), needs: 'nguoi_xu_ly' },
} as const satisfies Record<string, ListKind>;

/** Name of a list a user can bring. */
export type ListName = keyof typeof KINDS;

/** All names of {@link ListName}. */
export const LIST_NAMES = Object.keys(KINDS) as readonly ListName[];

/** Loads one list from a spreadsheet. Errors: those of reading a file, `reference.notAList`. */
export const loadList = (name: ListName, file: string): Promise<Result<Partial<ReferenceIndexes>>> =>
  readList(name, { path: file, shown: file }, readSpreadsheet);

/** Loads a list as `loadList` does. @param read  opens the file, elsewhere where it is not trusted */
export async function readList(
  name: ListName,
  file: FoundFile,
  read: Read,
): Promise<Result<Partial<ReferenceIndexes>>> {
  const { opened } = await read(file);
  if (!opened.ok) return opened;
  const { index, needs } = KINDS[name];
  const rows = rowsOf(opened.value).filter((row) => row[needs] !== undefined);
  if (rows.length === 0) return fail('reference.notAList', { file: file.shown, list: name, field: needs });
  return succeed(index(rows));
}

type Read = (file: FoundFile) => Promise<Pick<FileContent, 'opened'>>;

const rowsOf = (workbook: Workbook): readonly ListRow[] => workbook.sheets.flatMap((sheet) => listRowsOf(sheet));

/** Reads an earlier round's file or folder to compare with. Errors: those of `readPreviousRound`. */
export async function loadPreviousRound(place: string): Promise<Result<Partial<ReferenceIndexes>>> {
  const { files } = await findFiles([place]);
  return readPreviousRound(files, place, readSpreadsheet);
}

/** Reads the files of an earlier round. Errors: `reference.notARound` when no table is found.
 *  @param title  name of the round, as findings say it
 *  @param read  opens a file, elsewhere where it is not trusted */
export async function readPreviousRound(
  files: readonly FoundFile[],
  title: string,
  read: Read,
): Promise<Result<Partial<ReferenceIndexes>>> {
  const tables = [];
  for (const file of files) {
    const { opened } = await read(file);
    if (!opened.ok) continue;
    tables.push(...readWorkbook(opened.value, { file: file.shown }).flatMap((reading) => reading.tables));
  }
  return tables.length === 0
    ? fail('reference.notARound', { place: title })
    : succeed({ previousRound: indexPreviousRound(title, tables) });
}
