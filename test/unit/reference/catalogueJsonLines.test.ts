import { describe, expect, test } from 'vitest';
import { assembleCatalogue } from '../../../shared/reference/assembleCatalogue.ts';
import type { NationalProcedure } from '../../../shared/reference/catalogue.ts';
import { draftsOfJsonLines } from '../../../shared/reference/catalogueJsonLines.ts';

function recordOf(fields: Record<string, unknown>): NationalProcedure {
  const line = JSON.stringify({
    ma_tthc: '1.000123',
    ten_tthc: 'Cấp phép',
    co_quan_thuc_hien: 'Sở Y tế',
    detail_ok: true,
    ...fields,
  });
  const drafts = draftsOfJsonLines(`${line}\n`, 'a.jsonl');
  if (!drafts.ok) throw new Error(drafts.error.code);
  return assembleCatalogue(drafts.value, { title: '', date: '' }).procedures[0]!;
}

describe('fee, deadline and description of a channel', () => {
  // Lines as the portal's pages print them end to end.
  test.each([
    [
      {
        channel: 'DIRECT',
        time: 5,
        unit: 'WORKING_DAY',
        fee_text: null,
        fees: [{ amount_text: '135', currency: 'VND' }],
        raw: '5 Ngày làm việc135 VNĐ(Lệ phí: 135.000 đồng/lần.)Nộp trực tiếp',
      },
      {
        deadlineText: '5 ngày làm việc',
        feeText: '135 VNĐ',
        feeNote: 'Lệ phí: 135.000 đồng/lần.',
        note: 'Nộp trực tiếp',
      },
    ],
    [
      {
        channel: 'ONLINE',
        time: 1,
        unit: 'OTHER',
        fee_text: 'Miễn phí',
        fees: [],
        raw: '1Miễn phí(Mức lệ phí (nếu có) theo HĐND.)',
      },
      { deadlineText: '', feeText: 'Miễn phí', feeNote: 'Mức lệ phí (nếu có) theo HĐND.' },
    ],
    [
      {
        channel: 'ONLINE',
        time: 1,
        unit: 'OTHER',
        fee_text: null,
        fees: [{ amount_text: '850', currency: 'VND' }],
        raw: '1850 VNĐ',
      },
      { deadlineText: '', feeText: '850 VNĐ' },
    ],
    [
      {
        channel: 'POSTAL',
        time: null,
        unit: null,
        fee_text: null,
        fees: [{ amount_text: '10', currency: 'USD' }],
        raw: 'Không có thông tin10 USD(10 USD/người',
      },
      { deadlineText: '', feeText: '10 USD', note: '(10 USD/người' },
    ],
    [
      {
        channel: 'POSTAL',
        time: 60,
        unit: 'DAY',
        fee_text: 'Không có thông tin',
        fees: [],
        raw: '60 NgàyKhông có thông tinKhông quá 60 ngày',
      },
      { deadlineText: '60 ngày', feeText: 'Không có thông tin', note: 'Không quá 60 ngày' },
    ],
  ])('%j', (method, expected) => {
    const { channel: _, deadline: __, fee: ___, ...texts } = recordOf({ methods: [method] }).channels[0]!;
    expect(texts).toEqual(expected);
  });

  test('only the fee that the form holds is the fee; amounts of the description are not', () => {
    const fees = [
      { amount_text: '155', currency: 'VND' },
      { amount_text: '155', currency: 'USD' },
    ];
    const record = recordOf({
      methods: [{ channel: 'DIRECT', time: 5, unit: 'DAY', fees, raw: '5 Ngày155 VNĐ(155 USD/thẻ.)' }],
    });
    expect(record.channels[0]?.fee?.amounts.map((level) => [level.amount, level.currency])).toEqual([[155, 'VND']]);
    expect(record.doubts).toContain('currencyMix');
  });

  test.each([
    ['5 Ngày', 5, 'DAY', '05 ngày làm việc kể từ ngày nhận đủ hồ sơ', true],
    ['5 Ngày', 5, 'DAY', 'Không quá 5 (năm) ngày kể từ ngày 05/3/2026', false],
    ['5 Ngày làm việc', 5, 'WORKING_DAY', 'trong 05 ngày kể từ ngày nhận', true],
    ['5 Ngày', 5, 'DAY', '05 ngày làm việc; trường hợp khác 05 ngày', false],
    ['5 Ngày', 5, 'DAY', '', false],
  ])('the unit of %s (%d %s) against "%s"', (printed, time, unit, text, doubtful) => {
    const method = { channel: 'DIRECT', time, unit, fee_text: 'Miễn phí', fees: [], raw: `${printed}Miễn phí${text}` };
    expect(recordOf({ methods: [method] }).doubts.includes('unitDiffersFromText')).toBe(doubtful);
  });
});

test('components of a dossier are taken apart at their numbers of copies; cases and form files are no components', () => {
  const printed =
    '--Tên giấy tờMẫu đơn, tờ khaiSố lượngPhiếu đề nghị (Mẫu DC02)Mẫu DC02 Phiếu.doc1 bản chính,1 bản saoGiấy ủy quyền, nộp 1 bản chính0 bản chính,2 bản sao' +
    'Bao gồmTên giấy tờMẫu đơn, tờ khaiSố lượngẢnh 4x6 cm1 bản chính';
  expect(recordOf({ thanh_phan_ho_so_raw: printed }).thanh_phan_ho_so).toEqual([
    'Phiếu đề nghị (Mẫu DC02)',
    'Giấy ủy quyền, nộp 1 bản chính',
    'Ảnh 4x6 cm',
  ]);
});

test.each([
  [
    'a broken line',
    '{"ma_tthc":"1.000123"}\n{"ma',
    { code: 'reference.badLine', params: { file: 'a.jsonl', line: 2 } },
  ],
  ['a line that is no object', '[1]', { code: 'reference.badLine', params: { file: 'a.jsonl', line: 1 } }],
  ['other records', '{"name":"x"}', { code: 'reference.notACatalogue', params: { file: 'a.jsonl' } }],
])('%s is refused by name', (_, text, error) => {
  expect(draftsOfJsonLines(text, 'a.jsonl')).toEqual({ ok: false, error });
});

test('values of unexpected types are taken as not published', () => {
  expect(recordOf({ methods: 'x', ma_ket_qua: 7, linh_vuc: { a: 1 }, thanh_phan_ho_so_raw: null })).toMatchObject({
    channels: [],
    ma_ket_qua: ['7'],
    linh_vuc: [],
    thanh_phan_ho_so: [],
  });
});
