import { parseDate } from '../domain/calendarDate.ts';
import {
  parseDuration,
  parseDurationUnit,
  WORKING_HOURS_PER_DAY,
  workingHours,
  type Duration,
} from '../domain/duration.ts';
import { compareKey, searchKey } from '../domain/vietnameseText.ts';
import { levelOfText } from './expressionNames.ts';
import { strict, type Value } from './kleene.ts';

/** A function that expressions may call. */
export interface ExpressionFunction {
  readonly name: string;
  /** CEL signature, e.g. `soNgay(string): double`. */
  readonly signature: string;
  readonly work: (...args: Value[]) => Value;
  readonly vi: string;
  readonly en: string;
}

function readDeadline(text: string, unitText?: string): Duration | null {
  const unit = unitText === undefined ? undefined : parseDurationUnit(unitText);
  const read = parseDuration(text, unit === 'other' ? undefined : unit);
  return read.ok ? read.value : null;
}

/** Days of a deadline in the kind it is written in; "ngày" and "ngày làm việc" are never converted into one another. */
function daysOf(text: string, unitText?: string): number | null {
  const duration = readDeadline(text, unitText);
  if (duration === null || duration.parts.length === 0) return null;
  const hours = workingHours(duration.parts);
  if (hours !== undefined) return hours / WORKING_HOURS_PER_DAY;
  const [part, ...more] = duration.parts;
  return more.length === 0 && part!.unit === 'day' ? part!.amount : null;
}

function isInWorkingTime(text: string, unitText?: string): boolean | null {
  const duration = readDeadline(text, unitText);
  return duration === null || duration.parts.length === 0 ? null : workingHours(duration.parts) !== undefined;
}

/** Most pairs of values repeat (every deadline with every unit); a table of them is kept while it stays small. */
function remembered(work: (first: string, second: string) => Value): (...args: Value[]) => Value {
  const seen = new Map<string, Value>();
  return strict((first: string, second: string) => {
    const key = `${first}\u0000${second}`;
    let value = seen.get(key);
    if (value === undefined) {
      if (seen.size >= 10_000) seen.clear();
      seen.set(key, (value = work(first, second)));
    }
    return value;
  });
}

/** Functions of expressions, beside `has(x)` and `khop(x, "…")`, whose arguments are not just values. */
export const EXPRESSION_FUNCTIONS: readonly ExpressionFunction[] = [
  {
    name: 'soNgay',
    signature: 'soNgay(string): double',
    work: strict((text: string) => daysOf(text)),
    vi: 'Số ngày của một thời hạn, theo loại ngày được ghi ("5 ngày làm việc" và "5 ngày" đều là 5; 8 giờ làm việc là 1). Tháng, nhiều trường hợp, "trả ngay": không xác định.',
    en: 'Days of a deadline in the kind that is written ("5 ngày làm việc" and "5 ngày" are both 5; 8 working hours are 1). Months, several cases, "at once": unknown.',
  },
  {
    name: 'soNgay',
    signature: 'soNgay(string, string): double',
    work: remembered(daysOf),
    vi: 'Như soNgay(thoi_han), lấy đơn vị ở cột khác khi ô chỉ ghi con số: soNgay(thoi_han, dv_tinh_thoi_han).',
    en: 'Like soNgay(thoi_han), with the unit of another column for a bare figure: soNgay(thoi_han, dv_tinh_thoi_han).',
  },
  {
    name: 'laNgayLamViec',
    signature: 'laNgayLamViec(string): bool',
    work: strict((text: string) => isInWorkingTime(text)),
    vi: 'Thời hạn tính bằng ngày hoặc giờ làm việc.',
    en: 'Whether a deadline counts working days or hours.',
  },
  {
    name: 'laNgayLamViec',
    signature: 'laNgayLamViec(string, string): bool',
    work: remembered(isInWorkingTime),
    vi: 'Như laNgayLamViec(thoi_han), lấy đơn vị ở cột khác khi ô chỉ ghi con số.',
    en: 'Like laNgayLamViec(thoi_han), with the unit of another column for a bare figure.',
  },
  {
    name: 'mucPhi',
    signature: 'mucPhi(string): double',
    work: strict((text: string) => levelOfText(text)),
    vi: 'Mức thu bằng đồng của một câu về phí; "Miễn phí" là 0; nhiều mức, tỷ lệ, ngoại tệ: không xác định.',
    en: 'Amount in đồng of a fee text; "Miễn phí" is 0; several levels, shares, foreign money: unknown.',
  },
  {
    name: 'ngay',
    signature: 'ngay(string): double',
    work: strict((text: string) => {
      const date = parseDate(text);
      return date.ok ? date.value.day : null;
    }),
    vi: 'Ngày ghi trong chữ, để so với cột ngày: ngay_quyet_dinh >= ngay("01/07/2025"). Hiệu hai ngày là số ngày.',
    en: 'A date in a text, to compare with a date column: ngay_quyet_dinh >= ngay("01/07/2025"). A difference is in days.',
  },
  {
    name: 'chuan',
    signature: 'chuan(string): string',
    work: strict((text: string) => compareKey(text)),
    vi: 'Chữ đã bỏ khác biệt hoa thường, dấu câu, vị trí dấu thanh, để so sánh hai cách viết: chuan(don_vi) == chuan("Sở Y tế").',
    en: 'Text without differences of case, punctuation and place of the tone mark: chuan(don_vi) == chuan("Sở Y tế").',
  },
  {
    name: 'khongDau',
    signature: 'khongDau(string): string',
    work: strict((text: string) => searchKey(text)),
    vi: 'Như chuan nhưng bỏ cả dấu tiếng Việt.',
    en: 'Like chuan, without diacritics too.',
  },
];

/** Methods of texts that expressions may call, as in CEL. */
export const TEXT_METHODS: Readonly<Record<string, (...args: Value[]) => Value>> = {
  startsWith: strict((text: string, part: string) => text.startsWith(part)),
  endsWith: strict((text: string, part: string) => text.endsWith(part)),
  contains: strict((text: string, part: string) => text.includes(part)),
  trim: strict((text: string) => text.trim()),
  size: strict((text: string) => [...text].length),
};
