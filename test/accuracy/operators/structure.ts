import type { SampleRecord } from '../../../electron/node/sample/sampleSheet.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import type { Operator } from '../mistake.ts';

/** Fields next to each other in the sheet, from one field on, with what stands in them. */
function run(
  sheet: { columns: readonly { key: string }[] },
  record: SampleRecord,
  from: string,
): [string, string | number][] {
  const start = sheet.columns.findIndex(({ key }) => key === from);
  return sheet.columns.slice(start).map(({ key }) => [key, record[key] ?? '']);
}

/** Rules that say of a cell that it holds what belongs elsewhere, or nothing. */
const NAMES_A_MISFIT: readonly string[] =
  'FMT-01 FMT-06 FMT-07 FMT-10 FMT-12 FMT-14 FMT-15 CMP-01 CMP-03 CMP-04 CMP-05 CMP-06 CMP-07 CMP-08 ROW-01 ROW-05 NAT-01 NAT-03 NAT-04 NAT-08 FEE-01 DUE-01 ACC-01 ACC-02 ACC-04 ACC-06 ACC-11 USR-01 USR-04 USR-05 URL-01 WFL-03 REF-02'.split(
    ' ',
  );

/** Mistakes of whole rows: shifted, swapped, repeated. */
export const STRUCTURE_OPERATORS: readonly Operator[] = [
  {
    id: 'structure.shifted',
    says: 'cells of a row are shifted one column to the right',
    fields: ['ma_tthc', 'ten_tthc', 'linh_vuc', 'cccd', 'so_tai_khoan', 'ma_ho_so'],
    rules: NAMES_A_MISFIT,
    make: ({ sheet, record, field, keys }) => {
      const cells = run(sheet, record, keys.get(field)!);
      if (cells.length < 3) return null;
      const byKey = new Map([...keys].map(([known, key]) => [key, known]));
      const moved = new Map<FieldKey, string | number>();
      cells.forEach(([key], at) => {
        const known = byKey.get(key);
        if (known !== undefined) moved.set(known, at === 0 ? '' : cells[at - 1]![1]);
      });
      return { with: Object.fromEntries(moved), reaches: 'subject' };
    },
  },
  {
    id: 'structure.swapped',
    says: 'two neighbouring cells changed places',
    fields: ['ma_tthc', 'cccd', 'so_tai_khoan', 'ma_ho_so', 'phi_le_phi', 'thoi_han'],
    rules: NAMES_A_MISFIT,
    make: ({ sheet, record, field, keys, value }) => {
      const [, next] = run(sheet, record, keys.get(field)!);
      const other = [...keys].find(([, key]) => key === next?.[0])?.[0];
      if (other === undefined || next === undefined || next[1] === '' || next[1] === value) return null;
      return { value: next[1], with: { [other]: value }, reaches: 'subject' };
    },
  },
  {
    id: 'structure.rowTwice',
    says: 'a row of the catalogue stands twice',
    fields: ['ma_tthc'],
    datasets: ['procedures'],
    rules: ['UNQ-01'],
    make: ({ record, sheet }) =>
      sheet.groupBy !== undefined || record['ma_tthc'] === '' ? null : { appended: { ...record }, reaches: 'subject' },
  },
  {
    id: 'structure.dossierTwice',
    says: 'a dossier’s row stands twice',
    fields: ['ma_ho_so'],
    datasets: ['pendingDossiers'],
    rules: ['UNQ-06'],
    make: ({ record }) => ({ appended: { ...record }, reaches: 'row' }),
  },
  {
    id: 'structure.filledDown',
    says: 'the procedure’s name is dragged down over the next row',
    fields: ['ten_tthc'],
    datasets: ['procedures'],
    rules: ['NAT-03', 'UNQ-02'],
    make: ({ sheet, record, text }) => {
      const above = sheet.records[sheet.records.indexOf(record) - 1];
      const value = String(above?.['ten_tthc'] ?? '');
      return value === '' || value === text ? null : { value, shownInRows: [above!], reaches: 'subject' };
    },
  },
  {
    id: 'structure.filledSeries',
    says: 'Excel counts the codes up when the cell is dragged down',
    fields: ['ma_tthc'],
    rules: ['NAT-01', 'FMT-06'],
    make: ({ sheet, record, procedures }) => {
      const above = String(sheet.records[sheet.records.indexOf(record) - 1]?.['ma_tthc'] ?? '');
      if (!/^\d\.\d{6}$/.test(above)) return null;
      const value = `${above.slice(0, 2)}${String((Number(above.slice(2)) + 1) % 1_000_000).padStart(6, '0')}`;
      return value === record['ma_tthc'] || procedures?.byCode(value) !== undefined
        ? null
        : { value, reaches: 'subject' };
    },
  },
];
