import type { Fault } from '../../../shared/result.ts';

/** Thrown inside this folder when a file cannot be read for a reason that its owner should hear; `openWorkbook` turns it
 *  into an error value. Anything else that is thrown is a fault of the program, not of the file. */
export class FileRefusal extends Error {
  readonly code: string;
  readonly params: Fault['params'];

  /** @param code  key of `shared/i18n/areas/files.ts`; the file's name joins `params` at the door */
  constructor(code: string, params: Fault['params'] = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
