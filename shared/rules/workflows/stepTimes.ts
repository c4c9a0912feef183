import {
  parseDuration,
  parseDurationUnit,
  WORKING_HOURS_PER_DAY,
  type DurationPart,
  type DurationUnit,
} from '../../domain/duration.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { columnOf } from '../../table/table.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { headingUnit } from '../deadlines/deadlineCell.ts';
import { timeAmount, type TimeAmount } from './timeAmount.ts';

/** The time of one step as its cell tells it: nothing, an amount, a figure whose unit stands elsewhere, or unreadable. */
export type StepTime =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'amount'; readonly parts: readonly DurationPart[] }
  | { readonly kind: 'bare'; readonly figure: number };

const BLANK: StepTime = { kind: 'blank' };
const UNREADABLE: StepTime = { kind: 'unreadable' };

/** Reads the time of a step: "4 giờ", "0,5 ngày làm việc", "Trong ngày", "Ngay sau khi nhận hồ sơ" (none), "10". For
 *  `view.derive`. */
export const readStepTime = (cell: Cell, text: string): StepTime => {
  if (saysNothing(cell, text)) return BLANK;
  const reading = parseDuration(text);
  if (reading.ok) {
    const { kind, parts, cases } = reading.value;
    if (kind === 'byReference' || cases !== undefined) return UNREADABLE;
    return { kind: 'amount', parts };
  }
  if (reading.reason === 'notStated') return BLANK;
  const figure = reading.reason === 'unitMissing' ? parseDuration(text, 'hour') : reading;
  return figure.ok ? { kind: 'bare', figure: figure.value.parts[0]!.amount } : UNREADABLE;
};

/** Whether the step takes no time, or none is stated. */
export const isZeroTime = (time: StepTime): boolean =>
  time.kind === 'blank' ||
  (time.kind === 'bare' && time.figure === 0) ||
  (time.kind === 'amount' && time.parts.every(({ amount }) => amount === 0));

/** What the steps of a workflow add up to. */
export interface StepTotal {
  /** Several readings where no unit is stated: hours or working days. */
  readonly readings: readonly TimeAmount[];
  /** The same total with "ngày" read as working days, for a deadline in working days. */
  readonly asWorking: TimeAmount | undefined;
  readonly blankSteps: number;
}

const unitIn = (_cell: Cell, text: string): DurationUnit | 'none' => {
  const unit = parseDurationUnit(text);
  return unit === undefined || unit === 'other' ? 'none' : unit;
};

/** The unit that the heading of the column tells: "Thời gian (giờ)", "Số ngày". */
export function unitOfHeading(heading: string): DurationUnit | undefined {
  const unit = headingUnit(heading);
  if (unit !== undefined) return unit;
  const words = /\bso (ngay lam viec|ngay|gio)\b/.exec(searchKey(heading))?.[1];
  return words === 'gio' ? 'hour' : words === 'ngay' ? 'day' : words === undefined ? undefined : 'workingDay';
}

/** Adds up the steps in the given rows; undefined when a step cannot be read or units cannot be added. */
export function stepTotals(
  view: TableView<'thoi_gian_buoc' | 'dv_tinh_thoi_han'>,
): (rows: readonly number[]) => StepTotal | undefined {
  const timeOf = view.derive('thoi_gian_buoc', readStepTime);
  const unitOf = view.derive('dv_tinh_thoi_han', unitIn);
  const ofHeading = unitOfHeading(columnOf(view.table, 'thoi_gian_buoc')?.heading ?? '');
  return (rows) => {
    const parts: DurationPart[] = [];
    let bare = 0;
    let unitless = false;
    let blankSteps = 0;
    for (const row of rows) {
      const time = timeOf(row);
      if (time.kind === 'unreadable') return undefined;
      if (time.kind === 'blank') blankSteps += 1;
      else if (time.kind === 'amount') parts.push(...time.parts);
      else {
        const inRow = unitOf(row);
        const unit = inRow === 'none' ? ofHeading : inRow;
        if (unit !== undefined) parts.push({ amount: time.figure, unit });
        else {
          bare += time.figure;
          unitless ||= time.figure !== 0;
        }
      }
    }
    const asWorking = timeAmount(parts.map((part) => (part.unit === 'day' ? { ...part, unit: 'workingDay' } : part)));
    if (unitless) {
      const hours = timeAmount([...parts, { amount: bare, unit: 'workingHour' }]);
      const days = timeAmount([...parts, { amount: bare * WORKING_HOURS_PER_DAY, unit: 'workingHour' }]);
      if (hours === undefined || days === undefined) return undefined;
      return { readings: [hours, days], asWorking: undefined, blankSteps };
    }
    const total = timeAmount(parts);
    return { readings: total === undefined ? [] : [total], asWorking, blankSteps };
  };
}
