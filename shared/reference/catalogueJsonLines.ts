import { parseChannel } from '../domain/channel.ts';
import { cleanLines, cleanText } from '../domain/vietnameseText.ts';
import { fail, succeed, type Result } from '../result.ts';
import { agenciesOf, codesOf } from './catalogueRows.ts';
import { deadlineInWords, splitPrintedComponents, splitPrintedFee } from './portalNotation.ts';
import type { ChannelDraft, ProcedureDraft } from './procedureDraft.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads the full list in its form of one JSON object per line, which also carries fees, descriptions and dossiers.
 *  Errors: `reference.badLine` (file, line) for a line that is no object; `reference.notACatalogue` when no line has
 *  `ma_tthc`. */
export function draftsOfJsonLines(text: string, file: string): Result<ProcedureDraft[]> {
  const drafts: ProcedureDraft[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const record = parseObject(line);
    if (record === null) return fail('reference.badLine', { file, line: at + 1 });
    drafts.push(draftOf(record, file, at + 1));
  }
  if (!drafts.some((draft) => draft.ma_tthc !== '')) return fail('reference.notACatalogue', { file });
  return succeed(drafts);
}

function draftOf(record: Json, file: string, line: number): ProcedureDraft {
  const raw = (key: string): string => textOf(record[key]);
  const text = (key: string): string => cleanText(raw(key));
  const sector = text('linh_vuc');
  const methods = Array.isArray(record['methods']) ? record['methods'].filter(isObject) : [];
  return {
    source: { file, sheet: '', row: line },
    ma_tthc: text('ma_tthc'),
    ten_tthc: text('ten_tthc'),
    linh_vuc: sector === '' ? [] : [sector],
    co_quan_cong_bo: text('co_quan_cong_bo'),
    co_quan_thuc_hien: agenciesOf(raw('co_quan_thuc_hien')),
    cap_thuc_hien: text('cap_thuc_hien'),
    doi_tuong: text('doi_tuong'),
    loai_tthc: text('loai_tthc'),
    so_quyet_dinh: text('so_quyet_dinh'),
    ngay_quyet_dinh: text('ngay_quyet_dinh'),
    ma_ket_qua: listOf(record['ma_ket_qua']).flatMap(codesOf),
    thanh_phan_ho_so: splitPrintedComponents(cleanLines(raw('thanh_phan_ho_so_raw'))),
    channels: methods.flatMap(channelOf),
    trang_thai: text('trang_thai'),
    portalId: text('portal_id'),
    detail: record['detail_ok'] === false ? 'foreign' : 'own',
  };
}

function channelOf(method: Json): ChannelDraft[] {
  const channel = parseChannel(textOf(method['channel']));
  if (!channel.ok) return [];
  const printed = cleanText(textOf(method['raw']));
  // The first fee is the one the form holds; further ones were only found in its description.
  const fee = Array.isArray(method['fees']) ? method['fees'].find(isObject) : undefined;
  const amount = cleanText(textOf(fee?.['amount_text']));
  const words = cleanText(textOf(method['fee_text']));
  const currency = textOf(fee?.['currency']) === 'VND' ? 'VNĐ' : textOf(fee?.['currency']);
  return [
    {
      channel: channel.value,
      deadlineText: deadlineInWords(`${textOf(method['time'])} ${textOf(method['unit'])}`.trim()),
      feeText: amount === '' ? words : `${amount} ${currency}`,
      ...splitPrintedFee(printed, textOf(method['time']), amount === '' ? words : amount),
    },
  ];
}

function parseObject(line: string): Json | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : [textOf(value)]);
