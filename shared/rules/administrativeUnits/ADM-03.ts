import {
  communeByCode,
  communeFullName,
  findCommune,
  formerCommunesByCode,
  formerProvinces,
  provinceByCode,
  provinceFullName,
  type Commune,
  type CommuneMatch,
  type Province,
  type ProvinceMatch,
} from '../../domain/administrativeUnit.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { communeList } from '../places.ts';
import { provinceIn, provinceOfRow } from './placeFields.ts';

type Message = 'malformed' | 'lostZero' | 'formerCode' | 'otherList' | 'otherUnit' | 'unknown' | 'padded' | 'newCode';

/** A name that is itself out of date is ADM-01's or ADM-02's: then the code is not compared with it. Numbers were given new
 *  meanings (24 was Bắc Giang and is Bắc Ninh): a code of today's list is taken at today's meaning. */
export default defineRule({
  id: 'ADM-03',
  title: 'Mã đơn vị hành chính thuộc danh mục sau sắp xếp, đủ số 0',
  severity: 'error',
  scope: 'row',
  why: 'Hệ thống nhận đơn vị theo mã. Mã cũ, mất số 0 ở đầu hoặc là mã của đơn vị khác thì hồ sơ, thống kê bị ghi cho nơi khác.',
  howToFix: 'Đặt cột mã ở định dạng Văn bản, nhập mã theo danh mục: tỉnh 2 chữ số, xã 5 chữ số, giữ các số 0 ở đầu.',
  legal: [{ doc: 'QĐ 19/2025/QĐ-TTg', article: 'Bảng danh mục và mã số đơn vị hành chính' }],
  asks: ['003 §1đ'],
  datasets: ['units'],
  reads: [],
  anyOf: ['ma_tinh', 'ma_xa'],
  mayRead: ['tinh', 'xa'],
  messages: {
    malformed: 'Mã "{value}" sai dạng; mã tỉnh có 2 chữ số, mã xã có 5 chữ số.',
    lostZero: 'Mã "{value}" mất số 0 ở đầu; mã đầy đủ là {code}.',
    formerCode: 'Mã {value} là mã cũ của {former}; nay là {unit}.',
    otherList: 'Mã {value} của {unit} khác mã theo QĐ 19/2025/QĐ-TTg ({code}).',
    otherUnit: 'Mã {value} là mã của {unit}, khác đơn vị ghi trên cùng dòng.',
    unknown: 'Mã {value} không có trong danh mục đơn vị hành chính.',
    padded: 'Bù số 0 ở đầu mà Excel đã bỏ; nhập dưới dạng văn bản.',
    newCode: 'Mã hiện nay của đơn vị.',
  },
  en: {
    title: 'Codes of administrative units are those of today, with all zeros',
    why: 'Systems recognise units by their code. An old code, one without its first zero or that of another unit files dossiers and statistics under another place.',
    howToFix:
      'Format the column as Text and type the codes of the list: provinces 2 digits, communes 5, leading zeros kept.',
    messages: {
      malformed: 'Code "{value}" is malformed; a province has 2 digits, a commune 5.',
      lostZero: 'Code "{value}" has lost its leading zeros; in full it is {code}.',
      formerCode: 'Code {value} is the old code of {former}; today it is {unit}.',
      otherList: 'Code {value} of {unit} differs from that of QĐ 19/2025/QĐ-TTg ({code}).',
      otherUnit: 'Code {value} is that of {unit}, not of the unit named in the same row.',
      unknown: 'Code {value} is in no list of administrative units.',
      padded: 'Add the leading zeros that Excel dropped; type it as text.',
      newCode: 'The unit’s code of today.',
    },
  },
  check(view) {
    const nameOf = view.derive('tinh', provinceIn);
    const provinceOf = provinceOfRow(view);
    if (view.has('ma_tinh')) {
      const codeOf = view.derive('ma_tinh', codeIn);
      const judge = oncePerPair(judgeProvinceCode);
      for (let row = 0; row < view.rows; row += 1) {
        const code = codeOf(row);
        const verdict = code === null ? null : judge(code, nameOf(row) ?? UNNAMED);
        if (verdict !== null) view.report(row, 'ma_tinh', verdict);
      }
    }
    if (view.has('ma_xa')) {
      const codeOf = view.derive('ma_xa', codeIn);
      const textOf = view.derive('xa', nameIn);
      const matchOf = oncePerPair((name: { readonly text: string }, province: Province) => ({
        match: name.text === '' ? undefined : findCommune(name.text, province.code || undefined),
        province,
      }));
      const judge = oncePerPair(judgeCommuneCode);
      for (let row = 0; row < view.rows; row += 1) {
        const code = codeOf(row);
        const verdict = code === null ? null : judge(code, matchOf(textOf(row), provinceOf(row)));
        if (verdict !== null) view.report(row, 'ma_xa', verdict);
      }
    }
  },
});

interface StatedCode {
  readonly text: string;
  readonly isNumber: boolean;
}
const UNNAMED = {};

const codeIn = (cell: Cell, text: string): StatedCode | null =>
  saysNothing(cell, text) ? null : { text: text.replace(/^'/, ''), isNumber: cell.kind === 'number' };
const NO_NAME = { text: '' };
const nameIn = (cell: Cell, text: string): { readonly text: string } => (saysNothing(cell, text) ? NO_NAME : { text });

function judgeProvinceCode({ text, isNumber }: StatedCode, named: Partial<ProvinceMatch>): Verdict<Message> | null {
  if (!/^\d{1,2}$/.test(text)) return { message: 'malformed' };
  const code = text.padStart(2, '0');
  const province = provinceByCode(code);
  if (province !== undefined) {
    if (named.province !== undefined && named.former === undefined && named.province !== province) {
      return { message: 'otherUnit', args: { unit: provinceFullName(province) }, expected: named.province.code };
    }
    return code === text ? null : lostZero(code, isNumber);
  }
  const former = formerProvinces().find((one) => one.code === code);
  const successor = former === undefined ? undefined : provinceByCode(former.successor);
  if (former === undefined || successor === undefined) return { message: 'unknown' };
  const verdict = {
    message: 'formerCode',
    args: { former: `tỉnh ${former.name}`, unit: `${provinceFullName(successor)}, mã ${successor.code}` },
    expected: successor.code,
  } as const;
  if (named.province !== undefined && named.province !== successor) return verdict;
  return { ...verdict, fix: { value: successor.code, confidence: 'likely', why: 'newCode' } };
}

function judgeCommuneCode(
  { text, isNumber }: StatedCode,
  { match, province }: { readonly match: CommuneMatch | undefined; readonly province: Province },
): Verdict<Message> | null {
  if (!/^\d{1,5}$/.test(text)) return { message: 'malformed' };
  const code = text.padStart(5, '0');
  const commune = communeByCode(code);
  if (commune !== undefined) {
    const unit = `${communeFullName(commune)}, ${provinceFullName(provinceByCode(commune.province)!)}`;
    const named = namedIn(match);
    const isOther =
      named.length > 0 ? !named.includes(commune) : province.code !== '' && province.code !== commune.province;
    if (isOther) return { message: 'otherUnit', args: { unit }, expected: named.length === 1 ? named[0]!.code : '' };
    if (commune.code === code) return code === text ? null : lostZero(code, isNumber);
    return {
      message: 'otherList',
      severity: 'warning',
      args: { unit, code: commune.code },
      expected: commune.code,
      fix: { value: commune.code, confidence: 'likely', why: 'newCode' },
    };
  }
  const former = formerCommunesByCode(code);
  const [first] = former;
  if (first === undefined) return { message: 'unknown' };
  const successors = [...new Set(former.map(({ successor }) => successor))];
  const verdict = {
    message: 'formerCode',
    args: { former: `${communeFullName(first)}, ${first.district}`, unit: communeList(successors) },
    expected: successors.map((one) => one.code).join(' hoặc '),
  } as const;
  if (successors.length > 1) return verdict;
  return { ...verdict, fix: { value: successors[0]!.code, confidence: 'possible', why: 'newCode' } };
}

const lostZero = (code: string, isNumber: boolean): Verdict<Message> => ({
  message: 'lostZero',
  args: { code },
  expected: code,
  fix: { value: code, confidence: isNumber ? 'certain' : 'likely', why: 'padded' },
});

function namedIn(match: CommuneMatch | undefined): readonly Commune[] {
  if (match === undefined || match.kind === 'former') return [];
  return 'commune' in match ? [match.commune] : match.communes;
}
