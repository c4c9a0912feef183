import { describe, expect, test } from 'vitest';
import { translate } from '../../../shared/i18n/index.ts';
import type { RecordDoubt } from '../../../shared/reference/catalogue.ts';
import { catalogueFromTables } from '../../../shared/reference/importCatalogue.ts';
import { selfCheckReport, type SelfCheckEntry } from '../../../shared/reference/selfCheck.ts';

const HEADINGS = ['ma_tthc', 'ten_tthc', 'co_quan_thuc_hien', 'kenh_nop', 'thoi_han_truc_tiep', 'phi_truc_tiep'];

function checkOf(...rows: string[][]): SelfCheckEntry[] {
  const table = { file: 'a.csv', sheet: '', headings: HEADINGS, rows, rowNumbers: rows.map((_, at) => at + 2) };
  const catalogue = catalogueFromTables([table], { title: '', date: '' });
  if (!catalogue.ok) throw new Error(catalogue.error.code);
  return selfCheckReport(catalogue.value);
}
const doubtsOfFee = (fee: string): RecordDoubt[] =>
  checkOf(['1.000123', 'Cấp phép', 'Sở Y tế', 'DIRECT', '3 DAY', fee]).map((entry) => entry.doubt);

describe('a national record that looks faulty is marked (NAT-11)', () => {
  // Fees as the catalogue of 7/2026 publishes them; the code they were seen at stands behind.
  test.each<[fee: string, doubts: RecordDoubt[]]>([
    ['135 VNĐ (Lệ phí cấp giấy phép lái xe: 135.000 đồng/lần.)', ['feeBelowThousand', 'amountDiffersFromText']], // 3.000349
    ['850 VNĐ', ['feeBelowThousand']], // 3.000125
    ['Miễn phí (Lệ phí cấp mới 40.000đồng/lần; lệ phí cấp lại 20.000 đồng/lần.)', ['freeButAmount']], // 1.004359
    ['Miễn phí (Nộp 150.000 đồng + (số tấn thủy sản x 15.000 đồng/tấn))', ['freeButAmount']], // 1.003593
    ['Miễn phí (Mức lệ phí cụ thể do Hội đồng nhân dân cấp tỉnh quyết định)', ['freeButCouncil']], // 2.002123
    ['155 VNĐ (Thẻ tạm trú có thời hạn từ trên 02 năm đến 05 năm: 155 USD/thẻ.)', ['feeBelowThousand', 'currencyMix']], // 1.003358
    ['5,000 VNĐ (công dân nộp hồ sơ trực tuyến thu 7.000 đồng/lần đăng ký.)', ['amountDiffersFromText']], // 1.002755
    ['1,500,000 VNĐ (150.000 đồng/1 giấy.)', ['amountDiffersFromText']], // 3.000169
    ['200,000 VNĐ (200.000 VNĐ/giấy phép)', []], // 1.002359
    ['10 USD (10USD/giấy)', []], // 1.003144
    ['6,000,000 VNĐ (đồng/lần)', []], // 1.002560
    ['Miễn phí', []],
    ['Miễn phí (Chưa quy định.)', []], // 1.012545
    ['Không có thông tin', []],
    // A temporary discount explains the other amount (1.000828).
    ['800,000 VNĐ (áp dụng mức phí 400.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)', []],
  ])('%s', (fee, doubts) => {
    expect(doubtsOfFee(fee)).toEqual(doubts);
  });

  test('a record without an implementing agency', () => {
    expect(checkOf(['1.000123', 'Cấp phép', '', 'DIRECT', '3 DAY', ''])).toEqual([
      { rule: 'NAT-11', ma_tthc: '1.000123', ten_tthc: 'Cấp phép', doubt: 'agencyEmpty', evidence: '' },
    ]);
  });

  test('the evidence is what the record says, so that the publishing agency can find it', () => {
    expect(checkOf(['1.000123', 'Cấp phép', 'Sở Y tế', 'DIRECT', '', '850 VNĐ'])[0]?.evidence).toBe('850 VNĐ');
  });
});

test('a record that is no reference at all is told apart (NAT-12)', () => {
  const row = ['1.000123', 'Cấp phép', 'Sở Y tế', 'DIRECT', '', ''];
  expect(
    checkOf(row, row, ['abc', 'Khác', 'Sở Y tế', '', '', '']).map((entry) => [entry.rule, entry.ma_tthc, entry.doubt]),
  ).toEqual([
    ['NAT-12', '1.000123', 'duplicateCode'],
    ['NAT-12', 'abc', 'codeMalformed'],
  ]);
});

test.each<RecordDoubt>([
  'feeBelowThousand',
  'freeButAmount',
  'freeButCouncil',
  'currencyMix',
  'amountDiffersFromText',
  'agencyEmpty',
  'detailOfOtherProcedure',
  'unitDiffersFromText',
  'codeMalformed',
  'duplicateCode',
])('the doubt %s has a text in both languages', (doubt) => {
  for (const language of ['vi', 'en'] as const) {
    expect(translate(language, `reference.doubt.${doubt}`, { evidence: '' })).not.toContain('reference.doubt');
  }
});
