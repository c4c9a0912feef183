import { parseDate } from '../../domain/calendarDate.ts';
import { parseCitizenId, type CitizenId } from '../../domain/citizenId.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysOnly } from '../phrases.ts';

const isFemale = saysOnly(['nữ', 'female', 'f']);
const isMale = saysOnly(['nam', 'male', 'm']);

const readId = (_cell: Cell, text: string): CitizenId | null => {
  const id = parseCitizenId(text);
  return id.ok ? id.value : null;
};

/** Year of birth: of a date, or written alone ("1988", "Năm 1988"). */
const birthYear = (_cell: Cell, text: string): number | null => {
  const date = parseDate(text);
  if (date.ok) return Number(date.value.iso.slice(0, 4));
  const alone = /^(?:năm\s{0,3})?((?:19|20)\d{2})$/i.exec(text);
  return alone === null ? null : Number(alone[1]);
};

const sexOf = (_cell: Cell, text: string): CitizenId['sex'] | null =>
  isFemale(text) ? 'female' : isMale(text) ? 'male' : null;

const SEX = { male: 'nam', female: 'nữ' } as const;

type Message = 'place' | 'year' | 'sex' | 'yearAndSex';

// A copied number of somebody else shows in several parts at once: one finding per number. Its message tells the year the
// digits stand for, never more of the number.
export default defineRule({
  id: 'USR-02',
  title: 'Số CCCD phù hợp với ngày sinh, giới tính và nơi đăng ký khai sinh',
  severity: 'warning',
  scope: 'row',
  why: 'Số định danh mang mã nơi đăng ký khai sinh, giới tính và năm sinh. Không khớp thường là chép nhầm số của người khác: người đó sẽ vào được tài khoản, còn cán bộ thì không.',
  howToFix: 'Đối chiếu số CCCD, ngày sinh, giới tính với thẻ căn cước của cán bộ rồi sửa ô sai.',
  legal: [{ doc: 'TT 07/2016/TT-BCA', article: 'Điều 7' }],
  asks: ['004 §1'],
  datasets: ['accounts'],
  reads: ['cccd'],
  mayRead: ['ngay_sinh', 'gioi_tinh'],
  messages: {
    place: 'Ba chữ số đầu của CCCD ({place}) không phải mã tỉnh hay mã quốc gia.',
    year: 'CCCD ứng với năm sinh {inId}, cột Ngày sinh ghi {stated}.',
    sex: 'CCCD ứng với giới tính {sexInId}, cột Giới tính ghi {statedSex}.',
    yearAndSex:
      'CCCD ứng với năm sinh {inId}, giới tính {sexInId}; bảng ghi {stated}, {statedSex}: có thể là số của người khác.',
  },
  en: {
    title: 'The citizen id agrees with date of birth, sex and place of registration',
    why: 'The number tells place of registration, sex and year of birth. Where these differ, somebody else’s number was probably copied: that person gets into the account and the officer does not.',
    howToFix: 'Compare number, date of birth and sex with the officer’s card and correct the wrong cell.',
    messages: {
      place: 'The first three digits of the citizen id ({place}) are no code of a province or country.',
      year: 'The citizen id stands for year of birth {inId}; the date of birth says {stated}.',
      sex: 'The citizen id stands for sex "{sexInId}"; the sheet says "{statedSex}".',
      yearAndSex:
        'The citizen id stands for year of birth {inId} and sex "{sexInId}"; the sheet says {stated}, "{statedSex}": it may be another person’s.',
    },
  },
  check(view) {
    const idOf = view.derive('cccd', readId);
    const yearOf = view.derive('ngay_sinh', birthYear);
    const statedSex = view.derive('gioi_tinh', sexOf);
    for (let row = 0; row < view.rows; row += 1) {
      const id = idOf(row);
      if (id === null) continue;
      const verdict = judge(id, yearOf(row), statedSex(row));
      if (verdict !== null) view.report(row, 'cccd', verdict);
    }
  },
});

function judge(id: CitizenId, year: number | null, sex: CitizenId['sex'] | null): Verdict<Message> | null {
  const otherYear = year !== null && year !== id.birthYear;
  const otherSex = sex !== null && sex !== id.sex;
  if (!otherYear && !otherSex) {
    return id.placeKind === 'unknown' ? { message: 'place', args: { place: id.place } } : null;
  }
  return {
    message: otherYear && otherSex ? 'yearAndSex' : otherYear ? 'year' : 'sex',
    args: {
      ...(otherYear ? { inId: id.birthYear, stated: year } : {}),
      ...(otherSex ? { sexInId: SEX[id.sex], statedSex: SEX[sex] } : {}),
    },
  };
}
