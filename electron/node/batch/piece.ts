import type { Fault } from '../../../shared/result.ts';
import { officeSchema, type Office } from '../../../shared/settings/office.ts';
import type { BatchFile } from './batchFile.ts';

/** A part of a batch that is written as one: after an interruption it is there as a whole or written again. */
export interface Piece {
  /** The same in every run over the same check. */
  readonly key: string;
  /** Name for progress. */
  readonly shown: string;
  /** @param onFault  told of what of it could not be made while the rest was; the piece is written again the next time */
  write(onFault: (fault: Fault) => void): Promise<readonly BatchFile[]>;
}

/** Why a piece can't be written, where it isn't the file system that refuses. */
export class Unwritable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** An office of which nothing is known: its papers have dots where a person writes. */
export const UNNAMED_OFFICE: Office = officeSchema.parse({});
