import type { ProcedureIndex } from '../engine/references.ts';
import type { RunResult } from '../engine/run.ts';
import type { SheetReading } from '../intake/reading.ts';
import type { Fault } from '../result.ts';
import type { Workbook } from '../table/sheet.ts';

/** One input file and what became of it. */
export interface InputFile {
  /** Name shown to people: relative to what was dropped, with `/`. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal; '' when it could not be read. */
  readonly sha256: string;
  readonly format: Workbook['format'] | null;
  /** Why the file could not be read; the others went on. */
  readonly fault: Fault | null;
  readonly readings: readonly SheetReading[];
}

/** The reference a check leaned on. */
export interface ReferenceInfo {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly records: number;
  readonly complete: boolean;
}

/** A finished check: inputs, reference, findings. Everything a report says is drawn from here. */
export interface Check {
  readonly round: string;
  /** ISO date of the run. */
  readonly today: string;
  readonly version: string;
  readonly reference: ReferenceInfo | null;
  /** The national catalogue behind `reference`, for reports that set its values beside an agency's. */
  readonly procedures?: ProcedureIndex | null;
  readonly files: readonly InputFile[];
  readonly result: RunResult;
  /** Milliseconds per phase; the only part of a check that differs between two runs of the same input. */
  readonly timings: Readonly<Record<string, number>>;
}
