import { parseCaseCode, type CaseCode } from './caseCode.ts';
import { parsed, type Parsed } from './parsed.ts';
import { parseProcedureCode, type ProcedureCode, type ProcedureCodeReason } from './procedureCode.ts';

/** Code of an online service ("mã DVC"). Since NĐ 224/2026 Điều 15.1b it is the code of its procedure, or of one of that
 *  procedure's cases (rule FMT-06). */
export type ServiceCode =
  | { readonly kind: 'procedure'; readonly code: ProcedureCode }
  | { readonly kind: 'case'; readonly code: CaseCode };

/** Reads a service code. Errors as of {@link parseProcedureCode}. */
export function parseServiceCode(given: string): Parsed<ServiceCode, ProcedureCodeReason> {
  const caseCode = parseCaseCode(given);
  if (caseCode.ok) return parsed({ kind: 'case', code: caseCode.value });
  const procedure = parseProcedureCode(given);
  return procedure.ok ? parsed({ kind: 'procedure', code: procedure.value }) : procedure;
}

/** Whether a service belongs to a procedure: same national code; local additions do not count. */
export const isServiceOf = (service: ServiceCode, procedure: ProcedureCode): boolean =>
  service.code.base === procedure.base;
