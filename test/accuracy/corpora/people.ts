import type { Random } from '../random.ts';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô'];
const MIDDLE_OF = {
  Nam: ['Văn', 'Quốc', 'Minh', 'Đức', 'Hữu', 'Xuân'],
  Nữ: ['Thị', 'Ngọc', 'Thu', 'Hồng', 'Thanh', 'Bích'],
};
const GIVEN_OF = {
  Nam: ['Dũng', 'Hùng', 'Bảo', 'Tuấn', 'Long', 'Sơn', 'Khánh', 'Phúc', 'Thắng', 'Quân'],
  Nữ: ['Hạnh', 'Lan', 'Châu', 'Mai', 'Hương', 'Trang', 'Yến', 'Thảo', 'Nhung', 'Vân'],
};
const PLACES = ['001', '008', '024', '031', '035', '042', '048', '052', '064', '066', '075', '079', '089', '096'];

/** A made-up member of staff. */
export interface Person {
  readonly name: string;
  readonly sex: 'Nam' | 'Nữ';
  /** dd/mm/yyyy. */
  readonly born: string;
  readonly citizenId: string;
  readonly phone: string;
  readonly userName: string;
}

/** Makes up people, no two with the same name; user names begin with the given word. */
export function makePeople(count: number, random: Random, userPrefix: string): Person[] {
  const people = new Map<string, Person>();
  while (people.size < count) {
    const sex = random.chance(0.5) ? 'Nam' : 'Nữ';
    const name = `${random.pick(FAMILY)} ${random.pick(MIDDLE_OF[sex])} ${random.pick(GIVEN_OF[sex])}`;
    if (people.has(name)) continue;
    const year = 1968 + random.below(35);
    const born = `${two(1 + random.below(28))}/${two(1 + random.below(12))}/${year}`;
    // Century and sex in one digit: 0, 1 for the 20th, 2, 3 for the 21st (TT 07/2016/TT-BCA Điều 7).
    const mark = (year < 2000 ? 0 : 2) + (sex === 'Nam' ? 0 : 1);
    const citizenId = `${random.pick(PLACES)}${mark}${two(year % 100)}${digits(6, random)}`;
    const phone = `${random.pick(['090', '091', '098', '035', '070', '082'])}${digits(7, random)}`;
    people.set(name, { name, sex, born, citizenId, phone, userName: `${userPrefix}.cb${people.size + 1}` });
  }
  return [...people.values()];
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A text of random digits. */
export const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => random.below(10)).join('');
