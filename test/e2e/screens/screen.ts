import type { Program } from '../pages/program.ts';

/** A screen as a person meets it, and the way there from anywhere. */
export interface Screen {
  readonly name: string;
  /** There only where little room is left: at high zoom. */
  readonly onlyNarrow?: boolean;
  show(program: Program): Promise<void>;
}
