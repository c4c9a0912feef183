import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PeerValues } from '../../../shared/comparison/peerValues.ts';
import { peersText } from '../../../shared/comparison/peersText.ts';
import type { DatasetId } from '../../../shared/domain/datasets.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import { runRules } from '../../../shared/engine/run.ts';
import type { Table } from '../../../shared/table/table.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

/** One table per agency, in the order given. */
const agencies = (dataset: DatasetId, rowsOfEach: readonly (readonly RowLiteral[])[]): Table[] =>
  rowsOfEach.map((rows, index) =>
    tableFrom(dataset, rows, { agency: { id: `xa-${index}`, name: `Xã ${index}` }, file: `xa-${index}.xlsx` }),
  );

const CODE = '1.003930';

/** Tables of communes that write one value each for the same procedure. */
const communes = (field: FieldKey, values: readonly string[]): Table[] =>
  agencies(
    'procedures',
    values.map((value) => [{ ma_tthc: CODE, [field]: value }]),
  );

describe('what other agencies write of the same procedure', () => {
  test.each<[field: FieldKey, values: readonly string[], expected: object | undefined]>([
    ['thoi_han', ['05 ngày', '03 ngày làm việc', '3 ngày làm việc', '24 giờ làm việc'], says(4, 3, '03 ngày làm việc')],
    ['thoi_han', ['3 ngày làm việc', '03 ngày làm việc', '5 ngày'], says(3, 2, '03 ngày làm việc', true)],
    ['thoi_han', ['5 ngày', '03 ngày làm việc', '03 ngày làm việc'], says(3, 2, '03 ngày làm việc')],
    ['thoi_han', ['', '5 ngày', '05 ngày', '5 ngày'], says(3, 3, '05 ngày')],
    ['thoi_han', ['5 ngày', '3 ngày làm việc'], undefined],
    ['thoi_han', ['', '5 ngày', '5 ngày'], undefined],
    ['thoi_han', ['5 ngày', '6 ngày', '7 ngày'], undefined],
    ['thoi_han', ['5 ngày', '5 ngày', '6 ngày', '6 ngày'], says(4, 2, '05 ngày', true)],
    ['thoi_han', ['theo phiếu hẹn', '5 ngày', '05 ngày'], says(3, 2, '05 ngày')],
    ['phi_le_phi', ['150', '150.000 đồng', '150.000đ/hồ sơ', '150,000 VNĐ'], says(4, 3, '150.000 đ')],
    ['phi_le_phi', ['Không', 'Miễn phí', '10.000 đồng'], says(3, 2, 'Miễn phí', true)],
    ['ten_tthc', ['Cấp thẻ', 'Cấp lại thẻ', 'Cấp lại thẻ', 'CẤP LẠI THẺ'], says(4, 3, 'Cấp lại thẻ')],
    ['ten_tthc', ['Cấp thẻ', 'Thủ tục cấp lại thẻ', 'Cấp lại thẻ'], says(3, 2, 'Cấp lại thẻ')],
    ['cap_thuc_hien', ['Cấp tỉnh', 'Cấp xã', 'xã'], says(3, 2, 'Cấp xã')],
    ['muc_do_dvc', ['Một phần', 'Toàn trình', 'Mức độ 4'], says(3, 2, 'Toàn trình')],
    ['so_quyet_dinh', ['1/QĐ-BTP', '1411/QĐ-BTP', 'QĐ số 1411/QĐ-BTP'], says(3, 2, '1411/QĐ-BTP')],
    ['don_vi', ['Xã A', 'Xã B', 'Xã B'], undefined],
    ['ma_tthc', [CODE, CODE, CODE], undefined],
  ])('%s: %j', (field, values, expected) => {
    const tables = communes(field, values);
    expect(new PeerValues(tables).of(tables[0]!, 0, field)).toEqual(expected);
  });

  test('lines of other cases and channels are other things', () => {
    const line = (channel: string, deadline: string, theCase = ''): RowLiteral => ({
      ma_tthc: CODE,
      truong_hop: theCase,
      hinh_thuc_nop: channel,
      thoi_han: deadline,
    });
    const tables = agencies('channels', [
      [line('Trực tuyến', '9 ngày'), line('Trực tiếp', '7 ngày', 'Cấp lại')],
      [line('Nộp trực tuyến', '3 ngày'), line('Trực tiếp', '5 ngày')],
      [line('ONLINE', '3 ngày'), line('Trực tiếp', '5 ngày')],
    ]);
    const peers = new PeerValues(tables);
    expect(peers.of(tables[0]!, 0, 'thoi_han')).toEqual(says(3, 2, '03 ngày'));
    expect(peers.of(tables[0]!, 1, 'thoi_han')).toBeUndefined();
    expect(peers.of(tables[1]!, 1, 'thoi_han')).toBeUndefined();
  });

  test('a local variant of a code is the same procedure, and an agency counts once', () => {
    const tables = agencies('procedures', [
      [{ ma_tthc: CODE, thoi_han: '9 ngày' }],
      [
        { ma_tthc: `${CODE}.000.00.00.H13-1`, thoi_han: '3 ngày' },
        { ma_tthc: `${CODE}.000.00.00.H13-2`, thoi_han: '3 ngày' },
      ],
      [{ ma_tthc: CODE, thoi_han: '3 ngày' }],
    ]);
    expect(new PeerValues(tables).of(tables[0]!, 0, 'thoi_han')).toEqual(says(3, 2, '03 ngày'));
  });

  test('the answer does not depend on the order of tables', () => {
    const value = fc.constantFrom('3 ngày', '03 ngày', '5 ngày', '5 ngày làm việc', 'chậm', '');
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 7 }), (values, turn) => {
        const tables = communes('thoi_han', values);
        const turned = [...tables.slice(turn), ...tables.slice(0, turn)].reverse();
        const answers = (order: readonly Table[]): unknown =>
          tables.map((table) => new PeerValues(order).of(table, 0, 'thoi_han'));
        expect(answers(turned)).toEqual(answers(tables));
      }),
    );
  });
});

describe('a finding', () => {
  const tooLong = defineRule({
    id: 'DUE-99',
    title: 'Không dài hơn 3 ngày',
    severity: 'error',
    scope: 'row',
    why: '',
    howToFix: '',
    legal: [],
    asks: [],
    datasets: ['procedures'],
    reads: ['thoi_han'],
    messages: { long: 'Quá dài.' },
    en: { title: '', why: '', howToFix: '', messages: { long: 'Too long.' } },
    check: (view) => view.perValue('thoi_han', (_, text) => (text.startsWith('9') ? { message: 'long' } : null)),
  });
  const run = (values: readonly string[]) =>
    runRules({ rules: [tooLong], references: {}, today: '2026-09-01', tables: communes('thoi_han', values) }).log;

  test('carries what other agencies write beside its verdict, in the language of the report', () => {
    const log = run(['9 ngày', '3 ngày', '3 ngày', '3 ngày']);
    expect(new Findings(log, 'vi').at(0).peers).toEqual({
      ...says(4, 3, '03 ngày'),
      text: '3 trên 4 đơn vị ghi "03 ngày"',
    });
    expect(new Findings(log, 'en').at(0).peers?.text).toBe('3 of 4 agencies write "03 ngày"');
    expect(new Findings(log, 'vi').at(0).message).toBe('Quá dài.');
  });

  test('has no such evidence where fewer than three agencies describe the procedure', () => {
    expect(new Findings(run(['9 ngày', '3 ngày']), 'vi').at(0)).not.toHaveProperty('peers');
  });

  test('says when the others write the same as the cell', () => {
    expect(peersText(says(3, 3, 'Miễn phí', true), 'vi')).toBe(
      '3 trên 3 đơn vị ghi "Miễn phí", cùng nội dung với ô này',
    );
  });
});

function says(agenciesCount: number, agreeing: number, value: string, same = false) {
  return { agencies: agenciesCount, agreeing, value, same };
}
