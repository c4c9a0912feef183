import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { runRules } from '../../../shared/engine/run.ts';
import { maskedFinding, maskPersonal, maskText } from '../../../shared/reports/masking.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { tableFrom } from '../../tables.ts';

const CASES: readonly (readonly [FieldKey | null, string, string])[] = [
  ['cccd', '064190002255', '064******255'],
  ['cccd', '064 190 002 255', '064******255'],
  ['cccd', '64190002255', '********255'],
  ['cccd', '231234567', '******567'],
  ['cccd', 'chưa cấp', 'chưa cấp'],
  ['cccd', '', ''],
  ['sdt', '0905112233', '*******233'],
  ['sdt', '0905.112.233; 0269 3824 404', '****.***.***; **** **** 404'],
  ['ghi_chu', 'gọi 0905112233 hoặc 064190002255', 'gọi *******233 hoặc *********255'],
  ['ten_dang_nhap', '064190002255', '*********255'],
  ['dau_moi', 'Lê Minh Châu - 0935 778 899', 'Lê Minh Châu - **** *** 899'],
  [null, 'sđt +84905112233', 'sđt +********233'],
  ['mat_khau', 'abc123', '••••••'],
  ['so_tai_khoan', '064190002255', '064190002255'],
  ['ma_tthc', '1.001193', '1.001193'],
  ['phi_le_phi', '1.234.567 đồng', '1.234.567 đồng'],
];

describe('personal data in reports', () => {
  test.each(CASES)('%s: "%s" is written as "%s"', (field, value, expected) => {
    expect(maskPersonal(field, value)).toBe(expected);
  });

  test('is shown whole when switched on, but for passwords', () => {
    expect(maskPersonal('cccd', '064190002255', { shown: true })).toBe('064190002255');
    expect(maskPersonal('mat_khau', 'abc123', { shown: true })).not.toContain('abc123');
  });

  test('never shows six digits in a row of a citizen id or telephone number, whatever stands around it', () => {
    const id = fc.stringMatching(/^0[0-9]{11}$/);
    const phone = fc.stringMatching(/^0[35789][0-9]{8}$/);
    const words = fc.constantFrom('', 'Anh Bảo ', 'CCCD: ', '(', 'liên hệ: ');
    fc.assert(
      fc.property(
        fc.oneof(id, phone),
        words,
        fc.constantFrom('', ' nhé', ')', ', cảm ơn'),
        (number, before, behind) => {
          expect(maskText(`${before}${number}${behind}`)).not.toMatch(/\d{6}/);
        },
      ),
    );
  });

  test('is masked in every text of a finding: value, key, message, proposal', () => {
    const table = tableFrom('accounts', [
      { ho_ten: 'Lê Minh Châu', cccd: '64190002255', sdt: '905112233', he_thong: 'Hệ thống điều phối' },
      { ho_ten: 'Trần Quốc Bảo', cccd: '231234567', sdt: '0905112234', he_thong: 'Hệ thống điều phối' },
    ]);
    const { log } = runRules({ tables: [table], rules: RULES, references: {}, today: '2026-09-01' });
    const findings = new Findings(log, 'vi');
    const texts = Array.from({ length: findings.size }, (_, index) => JSON.stringify(maskedFinding(findings, index)));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.filter((text) => /64190002255|905112233|231234567|0905112234/.test(text))).toEqual([]);
  });

  test('a finding about a column of passwords never tells one, even when personal data are shown', () => {
    const table = tableFrom('accounts', [{ ho_ten: 'Lê Minh Châu', cccd: '064190002255', mat_khau: 'Bí  mật 1 ' }]);
    const { log } = runRules({ tables: [table], rules: RULES, references: {}, today: '2026-09-01' });
    const findings = new Findings(log, 'vi');
    for (let index = 0; index < findings.size; index += 1) {
      expect(JSON.stringify(maskedFinding(findings, index, { shown: true }))).not.toMatch(/Bí\s+mật 1/);
    }
  });
});
