import type { DatasetId } from '../domain/datasets.ts';
import { datasetKind } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { searchKey } from '../domain/vietnameseText.ts';
import { isAgencyName } from './agencyName.ts';
import type { ExtendedDictionary } from '../table/extendedDictionary.ts';
import type { GroupRow } from './rowRoles.ts';

/** What a group row tells of the rows below it. */
export interface GroupValue {
  readonly row: number;
  readonly column: number;
  readonly field: FieldKey | null;
  readonly value: string;
}

const ENUMERATOR = /^(?:[IVXLC]{1,7}|[A-HĐ]|\d{1,3})\s*[.)/:\-–]\s*|^(?:[IVXLC]{1,7})\s+(?=\p{Lu})/u;
const SECTOR_WORD = /^(?:lĩnh vực|nhóm lĩnh vực|lv|ngành)\s*:?\s*/i;
const NOT_A_SECTOR = /^(?:phan|muc|phu luc|danh muc|cac thu tuc|thu tuc hanh chinh|tthc|cap|nhom|bang)( |$)/;

/** What a group's text says: an agency for `don_vi`, else a sector for `linh_vuc` where the kind has sectors, else nothing
 *  ("A. Thủ tục hành chính cấp tỉnh" ends the group before it). The value is the text without numeral and "Lĩnh vực". */
export function groupValue(group: GroupRow, dataset: DatasetId): GroupValue {
  const fields = datasetKind(dataset).fields;
  const { row, column } = group;
  const bare = group.text
    .replace(ENUMERATOR, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/[\s:.]+$/, '');
  if (fields.includes('don_vi') && isAgencyName(bare)) return { row, column, field: 'don_vi', value: bare };
  const sector = bare.replace(SECTOR_WORD, '');
  const named = sector !== bare;
  if (!fields.includes('linh_vuc') || sector === '' || (!named && NOT_A_SECTOR.test(searchKey(sector)))) {
    return { row, column, field: null, value: '' };
  }
  const shouted = sector === sector.toUpperCase();
  return { row, column, field: 'linh_vuc', value: capitalised(shouted ? sector.toLowerCase() : sector) };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Codes of a filled-down field for each data row, and the sheet column in which its group text stands (the last group's
 *  when they differ). Null when no group tells that field. */
export function fillDown(
  field: FieldKey,
  groups: readonly GroupValue[],
  rows: Uint32Array,
  dictionary: ExtendedDictionary,
): { readonly codes: Uint32Array; readonly sheetColumns: Uint16Array } | null {
  if (!groups.some((group) => group.field === field)) return null;
  const codes = new Uint32Array(rows.length);
  const sheetColumns = new Uint16Array(rows.length);
  const codeOf = new Map<string, number>();
  let next = 0;
  let code = 0;
  let column = 0;
  rows.forEach((row, at) => {
    while (next < groups.length && groups[next]!.row < row) {
      const group = groups[next++]!;
      if (group.field !== field && group.field !== null) continue;
      column = group.column;
      code = 0;
      if (group.field === null) continue;
      code = codeOf.get(group.value) ?? dictionary.add(group.value);
      codeOf.set(group.value, code);
    }
    codes[at] = code;
    sheetColumns[at] = column;
  });
  return { codes, sheetColumns };
}
