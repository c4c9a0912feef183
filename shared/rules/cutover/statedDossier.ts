import { parseDossierCode } from '../../domain/dossierCode.ts';
import { foldLookAlikes } from '../../domain/lookAlikes.ts';
import type { Cell } from '../../table/cell.ts';

/** Dossier code of a cell as it is looked up; '' when it is blank or malformed (FMT-12 speaks). For `view.derive`. */
export const codeText = (_cell: Cell, text: string): string => {
  const code = foldLookAlikes(text);
  return parseDossierCode(code).ok ? code : '';
};
