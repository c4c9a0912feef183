import { provinceFullName } from '../../domain/administrativeUnit.ts';
import { readAgency } from '../../domain/implementingAgency.ts';
import { formerAgencyNames } from '../../domain/ministryNames.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { onceFor } from '../onceFor.ts';
import { oncePerPair } from '../oncePerPair.ts';
import {
  communeList,
  formerCommuneOf,
  formerProvinceOf,
  isOfFormerLevel,
  mislabelledZone,
  provinceOf,
  readPlaces,
  wordsOf,
  type Places,
} from '../places.ts';

type Message = 'formerUnit' | 'otherCommune' | 'otherDepartment';

/** Old names in the holder are judged here and not by ADM-01, 02, 04, 07, 09: accounts keep the name they were opened
 *  under until the treasury changes it, so a person decides and nothing is proposed. A holder of another kind than the unit
 *  (a service centre for its committee) is no contradiction; two different communes or departments are. */
export default defineRule({
  id: 'ACC-12',
  title: 'Tên chủ tài khoản khớp đơn vị hiện tại',
  severity: 'warning',
  scope: 'row',
  why: 'Tài khoản còn đứng tên đơn vị trước sắp xếp hoặc đơn vị khác có thể đã đóng; tiền của người dân bị trả lại hoặc treo ở Kho bạc.',
  howToFix:
    'Kiểm tra với Kho bạc, ngân hàng tài khoản còn hoạt động và tên chủ tài khoản hiện nay; cập nhật cả số tài khoản, tên và mã QHNS của đơn vị mới.',
  legal: [],
  asks: ['002 §2'],
  datasets: ['feeConfigs'],
  reads: ['ten_tai_khoan'],
  mayRead: ['don_vi'],
  messages: {
    formerUnit: 'Tên chủ tài khoản "{value}" còn tên đơn vị trước sắp xếp: {written}.',
    otherCommune: 'Chủ tài khoản là {holder}, khác đơn vị {unit}.',
    otherDepartment: 'Chủ tài khoản là {holder}, khác đơn vị {unit}.',
  },
  en: {
    title: 'The account holder is the unit of today',
    why: 'An account under the name of a merged or another unit may be closed; payments come back or hang at the treasury.',
    howToFix:
      'Ask the treasury or bank whether the account is alive and who holds it today; update number, holder and budget unit code together.',
    messages: {
      formerUnit: 'Account holder "{value}" still has the name of a unit before the merger: {written}.',
      otherCommune: 'The account holder is {holder}, the unit is {unit}.',
      otherDepartment: 'The account holder is {holder}, the unit is {unit}.',
    },
  },
  check(view) {
    const holderOf = view.derive('ten_tai_khoan', holderIn);
    const unitOf = view.derive('don_vi', holderIn);
    const judge = oncePerPair(differing);
    for (let row = 0; row < view.rows; row += 1) {
      const holder = holderOf(row);
      if (holder === null) continue;
      const unit = unitOf(row);
      const verdict = formerNameOf(holder) ?? (unit === null ? null : judge(holder, unit));
      if (verdict !== null) view.report(row, 'ten_tai_khoan', verdict);
    }
  },
});

/** An agency's name, read once. */
interface Named {
  readonly text: string;
  readonly places: Places;
  /** Its commune without diacritics, '' if it names none. */
  readonly commune: string;
  /** Its department ("Sở …") without diacritics, '' if it is none. */
  readonly department: string;
}

const holderIn = (cell: Cell, text: string): Named | null => {
  if (saysNothing(cell, text)) return null;
  const places = readPlaces(cell, text);
  const commune = places.mentions.find(({ word }) => word === 'xa' || word === 'phuong' || word === 'dac_khu');
  const agency = readAgency(text);
  const organ = searchKey(agency.organ);
  return {
    text,
    places,
    commune: commune === undefined ? '' : searchKey(wordsOf(places, commune)),
    department: organ.startsWith('so ') ? organ : '',
  };
};

const formerNameOf = onceFor(({ text, places }: Named): Verdict<Message> | null => {
  const { mentions } = places;
  const said = (written: string, today: string): Verdict<Message> => ({
    message: 'formerUnit',
    args: { written },
    ...(today === '' ? {} : { evidence: `Nay: ${today}.` }),
  });
  const province = mentions.map(provinceOf).find((one) => one !== undefined)?.code;
  for (const mention of mentions) {
    const written = wordsOf(places, mention);
    const zone = mislabelledZone(mention);
    if (zone !== undefined) return said(written, communeList([zone]));
    if (isOfFormerLevel(mention, places)) return said(written, '');
    const former = formerProvinceOf(mention);
    if (former !== undefined) return said(written, provinceFullName(former.province));
    const commune = formerCommuneOf(mention, province);
    if (commune !== undefined) return said(written, communeList(commune.successors));
  }
  const [agency] = formerAgencyNames(text);
  return agency === undefined ? null : said(agency.written, [agency.successor, ...agency.others].join(' hoặc '));
});

function differing(holder: Named, unit: Named): Verdict<Message> | null {
  const args = { holder: holder.text, unit: unit.text };
  if (holder.commune !== '' && unit.commune !== '' && holder.commune !== unit.commune) {
    return { message: 'otherCommune', args, expected: unit.text };
  }
  if (holder.department !== '' && unit.department !== '' && holder.department !== unit.department) {
    return { message: 'otherDepartment', args, expected: unit.text };
  }
  return null;
}
