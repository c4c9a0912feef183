import { findProvince } from '../../domain/administrativeUnit.ts';
import { readAgency } from '../../domain/implementingAgency.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { provinceOf, readPlaces, wordsOf } from '../places.ts';
import { shortened } from '../shortened.ts';
import { accountIn } from './beneficiaryAccount.ts';

const MOST_SHOWN = 5;

/** Several departments of one province may lawfully collect into one account. Reported are units of different provinces,
 *  levels or communes, each of which has a budget of its own. Units are the row's own, or else the sheet's agency. */
export default defineRule({
  id: 'ACC-13',
  title: 'Một tài khoản thụ hưởng không dùng chung cho đơn vị khác cấp, khác địa bàn',
  severity: 'warning',
  scope: 'round',
  why: 'Các đơn vị khác cấp, khác xã, khác tỉnh có ngân sách riêng. Dùng chung một tài khoản thường do sao chép cấu hình: tiền thu của đơn vị này vào tài khoản của đơn vị kia.',
  howToFix:
    'Đối chiếu thông báo số tài khoản của từng đơn vị, sửa các dòng chép nhầm; nếu thu tập trung theo quyết định thì ghi rõ đơn vị thu ở cột Ghi chú.',
  legal: [],
  asks: ['002 §2'],
  datasets: ['feeConfigs'],
  reads: ['so_tai_khoan'],
  mayRead: ['don_vi'],
  messages: {
    shared: 'Tài khoản {value} dùng cho {count} đơn vị khác cấp hoặc khác địa bàn: {units}.',
  },
  en: {
    title: 'A beneficiary account is not shared by units of different level or place',
    why: 'Units of different levels, communes or provinces have budgets of their own. A shared account usually comes from copying: what one unit collects goes to the other.',
    howToFix:
      'Compare with each unit’s account notice and correct copied rows; where collection is centralised by decision, say so in the notes.',
    messages: {
      shared: 'Account {value} is used for {count} units of different level or place: {units}.',
    },
  },
  checkAll(views) {
    const users = new Map<string, Map<string, Unit>>();
    for (const view of views) {
      const numberOf = view.derive('so_tai_khoan', numberIn);
      const unitOf = unitOfRow(view);
      for (let row = 0; row < view.rows; row += 1) {
        const number = numberOf(row);
        if (number === '') continue;
        const unit = unitOf(row);
        let units = users.get(number);
        if (units === undefined) users.set(number, (units = new Map()));
        if (!units.has(unit.key)) units.set(unit.key, unit);
      }
    }
    const verdicts = new Map(
      [...users].filter(([, units]) => areApart([...units.values()])).map(([number, units]) => [number, shared(units)]),
    );
    for (const view of views) {
      const numberOf = view.derive('so_tai_khoan', numberIn);
      for (let row = 0; row < view.rows; row += 1) {
        const verdict = verdicts.get(numberOf(row));
        if (verdict !== undefined) view.report(row, 'so_tai_khoan', verdict);
      }
    }
  },
});

interface Unit {
  readonly key: string;
  readonly name: string;
  readonly level: string;
  readonly province: string;
  readonly commune: string;
}

/** An account number without its separators; '' where there is none or it cannot be read (ACC-01, 02, 06). */
const numberIn = (cell: Cell, text: string): string => {
  const account = accountIn(cell, text);
  if (account === null || (!account.asTreasury.ok && !account.asBank.ok)) return '';
  return text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
};

const unitIn = (cell: Cell, text: string): Unit | null => (saysNothing(cell, text) ? null : describe(text));

function unitOfRow(view: TableView): (row: number) => Unit {
  const named = view.derive('don_vi', unitIn);
  let own: Unit | undefined;
  return (row) => named(row) ?? (own ??= describe(view.table.agency.name));
}

function describe(name: string): Unit {
  const places = readPlaces({ kind: 'text', text: name, raw: name }, name);
  const agency = readAgency(name);
  const commune = places.mentions.find(({ word }) => word === 'xa' || word === 'phuong' || word === 'dac_khu');
  const province = places.mentions.map(provinceOf).find((one) => one !== undefined) ?? findProvince(name)?.province;
  return {
    // "UBND" and "Ủy ban nhân dân" are one.
    key: [agency.organ, agency.level, ...places.mentions.map((mention) => searchKey(wordsOf(places, mention)))].join(
      '|',
    ),
    name,
    level: commune === undefined ? (agency.level ?? '') : 'commune',
    province: province?.code ?? '',
    commune: commune === undefined ? '' : searchKey(wordsOf(places, commune)),
  };
}

/** Whether some of the units differ in level, province or commune, as far as their names tell. */
const areApart = (units: readonly Unit[]): boolean =>
  (['level', 'province', 'commune'] as const).some(
    (part) => new Set(units.map((unit) => unit[part]).filter((value) => value !== '')).size > 1,
  );

function shared(units: ReadonlyMap<string, Unit>) {
  const names = [...units.values()].map(({ name }) => name).sort();
  const shown = shortened(names.slice(0, MOST_SHOWN).join('; '), 300);
  return {
    message: 'shared',
    args: { count: names.length, units: names.length > MOST_SHOWN ? `${shown}…` : shown },
  } as const;
}
