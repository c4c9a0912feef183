import {
  parseDuration,
  parseDurationUnit,
  type Duration,
  type DurationPart,
  type DurationReason,
  type DurationUnit,
} from '../../domain/duration.ts';
import type { Parsed } from '../../domain/parsed.ts';
import type { TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { columnOf } from '../../table/table.ts';

/** Columns that hold deadlines. */
export const DEADLINE_FIELDS = ['thoi_han', 'thoi_han_cat_giam'] as const;
export type DeadlineField = (typeof DEADLINE_FIELDS)[number];

/** A deadline cell as read, with the unit that stands beside it where the cell has a bare figure. One object per distinct
 *  value and unit, so that verdicts can be remembered by it. */
export interface DeadlineReading {
  readonly text: string;
  readonly result: Parsed<Duration, DurationReason>;
  /** Where the unit came from when the cell itself has none. */
  readonly unitFrom?: 'column' | 'heading';
}

/** A distinct deadline text: as it stands, and completed with a unit from elsewhere. */
interface DeadlineText {
  readonly plain: DeadlineReading;
  readonly withUnit: Map<string, DeadlineReading>;
}

const readDeadline = (_cell: Cell, text: string): DeadlineText => ({
  plain: { text, result: parseDuration(text) },
  withUnit: new Map(),
});

const readUnit = (_cell: Cell, text: string): DurationUnit | 'none' => {
  const unit = parseDurationUnit(text);
  return unit === undefined || unit === 'other' ? 'none' : unit;
};

/** Reads the deadlines of a column, row by row. A bare figure takes its unit from the column "Đơn vị thời gian", else from
 *  the heading: "Thời hạn (ngày làm việc)". */
export function deadlinesOf(view: TableView, field: DeadlineField): (row: number) => DeadlineReading {
  const texts = view.derive(field, readDeadline);
  const units = view.derive('dv_tinh_thoi_han', readUnit);
  const ofHeading = headingUnit(columnOf(view.table, field)?.heading ?? '');
  return (row) => {
    const { plain, withUnit } = texts(row);
    if (plain.result.ok || plain.result.reason !== 'unitMissing') return plain;
    const inRow = units(row);
    const unit = inRow === 'none' ? ofHeading : inRow;
    if (unit === undefined) return plain;
    const unitFrom = inRow === 'none' ? 'heading' : 'column';
    const key = `${unitFrom} ${unit}`;
    let reading = withUnit.get(key);
    if (reading === undefined) {
      reading = { text: plain.text, result: parseDuration(plain.text, unit), unitFrom };
      withUnit.set(key, reading);
    }
    return reading;
  };
}

/** The unit that a heading names in brackets, if any: "Thời hạn giải quyết (tính theo ngày làm việc)". */
export function headingUnit(heading: string): DurationUnit | undefined {
  for (const [, words] of heading.matchAll(/\(([^()]{1,60})\)/g)) {
    const unit = parseDurationUnit(
      words!.replace(/^\s*(?:đơn vị(?: tính)?:?|tính (?:theo|bằng)|theo|số)\s+/i, '').trim(),
    );
    if (unit !== undefined && unit !== 'other') return unit;
  }
  return undefined;
}

/** Every deadline that a cell grants: one, or one per case; none for "ngay khi nhận" and references. */
export const deadlinesIn = (duration: Duration): readonly (readonly DurationPart[])[] =>
  (duration.cases?.map(({ parts }) => parts) ?? [duration.parts]).filter((parts) => parts.length > 0);
