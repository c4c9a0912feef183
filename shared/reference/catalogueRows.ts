import { parseChannels, type Channel } from '../domain/channel.ts';
import { splitValues } from '../domain/multiValue.ts';
import { cleanLines, cleanText } from '../domain/vietnameseText.ts';
import { catalogueColumns, type CatalogueColumn } from './catalogueColumns.ts';
import { deadlineInWords } from './portalNotation.ts';
import type { ChannelDraft, ProcedureDraft } from './procedureDraft.ts';
import type { ReferenceTable } from './referenceTable.ts';

const CHANNEL_COLUMNS: readonly { channel: Channel; deadline: CatalogueColumn; fee: CatalogueColumn }[] = [
  { channel: 'direct', deadline: 'thoi_han_truc_tiep', fee: 'phi_truc_tiep' },
  { channel: 'online', deadline: 'thoi_han_online', fee: 'phi_online' },
  { channel: 'postal', deadline: 'thoi_han_buu_chinh', fee: 'phi_buu_chinh' },
];

const DETAIL_COLUMNS: readonly CatalogueColumn[] = [
  'cap_thuc_hien',
  'doi_tuong',
  'loai_tthc',
  'so_quyet_dinh',
  'ma_ket_qua',
  'thanh_phan_ho_so',
  'kenh_nop',
  ...CHANNEL_COLUMNS.flatMap(({ deadline, fee }) => [deadline, fee]),
];

/** Reads every row of a national list that is not blank; rows without a code come too, with `ma_tthc` ''. */
export function draftsOfTable(table: ReferenceTable): ProcedureDraft[] {
  const columns = catalogueColumns(table.headings);
  return table.rows.flatMap((row, at) => {
    const raw = (column: CatalogueColumn): string => row[columns.get(column) ?? -1] ?? '';
    const text = (column: CatalogueColumn): string => cleanText(raw(column));
    const list = (column: CatalogueColumn): string[] => [
      ...new Set(splitValues(raw(column)).map((value) => value.text)),
    ];
    if (text('ma_tthc') === '' && text('ten_tthc') === '') return [];
    const saysMore = DETAIL_COLUMNS.some((column) => text(column) !== '');
    return {
      source: { file: table.file, sheet: table.sheet, row: table.rowNumbers[at] ?? 0 },
      ma_tthc: text('ma_tthc'),
      ten_tthc: text('ten_tthc'),
      linh_vuc: list('linh_vuc'),
      co_quan_cong_bo: text('co_quan_cong_bo'),
      co_quan_thuc_hien: agenciesOf(raw('co_quan_thuc_hien')),
      cap_thuc_hien: text('cap_thuc_hien'),
      doi_tuong: text('doi_tuong'),
      loai_tthc: text('loai_tthc'),
      so_quyet_dinh: text('so_quyet_dinh'),
      ngay_quyet_dinh: text('ngay_quyet_dinh'),
      ma_ket_qua: codesOf(text('ma_ket_qua')),
      thanh_phan_ho_so: cleanLines(raw('thanh_phan_ho_so'))
        .split('\n')
        .filter((line) => line !== ''),
      channels: channelsOf(text),
      trang_thai: text('trang_thai'),
      portalId: text('portal_id'),
      detail: text('detail_ok') === '0' ? 'foreign' : saysMore ? 'own' : 'none',
    };
  });
}

/** Splits a cell of agencies: at line breaks and ";", and at a comma before a capital letter. A comma before a small one
 *  belongs to the name: "Cục cảnh sát quản lý hành chính về trật tự, xã hội". */
export function agenciesOf(cell: string): string[] {
  const names = splitValues(cell).flatMap((value) => value.text.split(/, (?=\p{Lu})/u));
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

/** Splits a cell of codes at everything that parts them. */
export const codesOf = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))];

/** One draft per deadline of each channel that is named or described: several lines of one channel are real. */
function channelsOf(text: (column: CatalogueColumn) => string): ChannelDraft[] {
  const named = parseChannels(text('kenh_nop'));
  return CHANNEL_COLUMNS.flatMap(({ channel, deadline, fee }) => {
    const { feeText, feeNote } = splitFeeCell(text(fee));
    const deadlines = text(deadline)
      .split(/[;|]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isNamed = named.ok && named.value.includes(channel);
    if (deadlines.length === 0 && feeText === '' && !isNamed) return [];
    return (deadlines.length === 0 ? [''] : deadlines).map((part) => ({
      channel,
      deadlineText: deadlineInWords(part),
      feeText,
      feeNote,
    }));
  });
}

/** Parts a fee from the note in brackets behind it: "Miễn phí (190.000 đồng/sổ)". */
function splitFeeCell(text: string): { readonly feeText: string; readonly feeNote: string } {
  const at = text.indexOf('(');
  return at > 0 && text.endsWith(')')
    ? { feeText: text.slice(0, at).trim(), feeNote: text.slice(at + 1, -1).trim() }
    : { feeText: text, feeNote: '' };
}
