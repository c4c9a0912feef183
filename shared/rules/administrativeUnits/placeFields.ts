import { findProvince, provinceByCode, type Province, type ProvinceMatch } from '../../domain/administrativeUnit.ts';
import type { DatasetId } from '../../domain/datasets.ts';
import type { FieldKey } from '../../domain/fields.ts';
import type { Span } from '../../domain/parsed.ts';
import type { PlaceMention } from '../../domain/placeMentions.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { columnOf } from '../../table/table.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { readPlaces, type Places } from '../places.ts';

/** Columns in which agencies and addresses of today are named. Left out: free text such as the legal basis, which rightly
 *  keeps names of its time; the publishing agency of an earlier decision; treasury offices (ACC-10); account holders
 *  (ACC-12). */
export const AGENCY_FIELDS = [
  'co_quan_thuc_hien',
  'co_quan_tham_quyen',
  'co_quan_uy_quyen',
  'co_quan_phoi_hop',
  'dia_chi_tiep_nhan',
  'don_vi',
  'dv_xu_ly_buoc',
] as const satisfies readonly FieldKey[];

/** Sheet kinds with a column that names agencies or places. */
export const SHEETS_WITH_PLACES = [
  'procedures',
  'channels',
  'components',
  'feeConfigs',
  'workflows',
  'accounts',
  'links',
  'contacts',
  'pendingDossiers',
  'dailyReports',
  'incidents',
  'units',
] as const satisfies readonly DatasetId[];

/** Judges every cell of the columns that names an administrative unit with its level, once per distinct value. Tables
 *  unfolded out of another are left out: their cells were judged there. */
export function perPlaces<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  fields: readonly NoInfer<Field>[],
  judge: (places: Places) => Verdict<Message> | null,
): void {
  if (view.table.unfoldedFrom !== undefined) return;
  for (const field of fields) {
    const column = columnOf(view.table, field);
    if (column === undefined) continue;
    const placesOf = view.derive(field, readPlaces);
    const verdicts: (Verdict<Message> | null | undefined)[] = Array.from({ length: column.distinct });
    for (let row = 0; row < view.rows; row += 1) {
      const code = column.codes[row]!;
      let verdict = verdicts[code];
      if (verdict === undefined) {
        const places = placesOf(row);
        verdicts[code] = verdict = places.mentions.length === 0 ? null : judge(places);
      }
      if (verdict !== null) view.report(row, field, verdict);
    }
  }
}

/** The province that a cell names; null when it says nothing or names none. For `view.derive`. */
export const provinceIn = (cell: Cell, text: string): ProvinceMatch | null =>
  saysNothing(cell, text) ? null : (findProvince(text) ?? null);

const provinceOfCode = (_cell: Cell, text: string): Province | null => provinceByCode(text.padStart(2, '0')) ?? null;

/** Stands for "the row does not tell its province". */
export const NO_PROVINCE: Province = { code: '', name: '', rank: 'tinh' };

/** The province of each row by its own columns, name before code. Every number of today's list meant a province before that
 *  went into the one which bears it now, so an old code does not mislead here. */
export function provinceOfRow(view: TableView): (row: number) => Province {
  const named = view.derive('tinh', provinceIn);
  const coded = view.derive('ma_tinh', provinceOfCode);
  return (row) => named(row)?.province ?? coded(row) ?? NO_PROVINCE;
}

/** The text with one stretch replaced by a word that takes over its capitals: "TỈNH" → "THÀNH PHỐ", "Tỉnh" → "Thành phố",
 *  "TP." → "thành phố". */
export function withWord(text: string, { start, end }: Span, word: string): string {
  const written = text.slice(start, end);
  const isShouted = !/\p{Ll}/u.test(text);
  const isCapital = /^\p{Lu}/u.test(written) && (start === 0 || /\p{Ll}/u.test(written));
  const first = isCapital ? word.charAt(0).toUpperCase() : word.charAt(0).toLowerCase();
  return text.slice(0, start) + (isShouted ? word.toUpperCase() : first + word.slice(1)) + text.slice(end);
}

/** The text with a unit's word of level replaced; the dot of "TP." goes. */
export const withLevel = (text: string, { wordSpan, nameSpan }: PlaceMention, word: string): string =>
  withWord(text, { start: wordSpan.start, end: nameSpan.start }, `${word} `);
