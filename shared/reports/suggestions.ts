import type { ComparedField } from '../comparison/comparedFields.ts';
import { COMPARED_FIELDS } from '../comparison/comparedFields.ts';
import { nationalProcedure } from '../comparison/nationalProcedure.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import type { LoggedFinding } from '../engine/findingLog.ts';
import { WHOLE_SHEET } from '../engine/findingLog.ts';
import type { Finding } from '../engine/finding.ts';
import type { ProcedureIndex } from '../engine/references.ts';
import { columnOf } from '../table/table.ts';

/** Offered for one cell at most. */
const MOST = 3;

/** Below this two names are hardly the same procedure. */
const ALIKE = 0.7;

/** Texts of papers are counted, not written. */
const WRITTEN: ReadonlySet<string> = new Set(COMPARED_FIELDS.filter((field) => field !== 'thanh_phan_ho_so'));

/** A value that a spreadsheet could take for a formula when it is chosen. */
const LIKE_FORMULA = /^[=+\-@\t\r\n]/;

/** Values that a correction may take: the rule's own fix, what the national catalogue writes in that field of that
 *  procedure, and for a code or name that it lacks the entries of the most similar name. */
export class Suggestions {
  readonly #procedures: ProcedureIndex | null;
  readonly #national = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #alike = new Map<string, readonly { readonly code: string; readonly name: string }[]>();

  constructor(procedures: ProcedureIndex | null) {
    this.#procedures = procedures;
  }

  /** At most three distinct values, best first; never the one that stands there. */
  of(finding: Finding, logged: LoggedFinding): readonly string[] {
    const values: string[] = [];
    if (finding.fix !== undefined) values.push(finding.fix.value);
    if (finding.field !== null && logged.row !== WHOLE_SHEET) values.push(...this.#fromCatalogue(finding, logged));
    const own = finding.value.trim();
    return [...new Set(values.map((value) => value.trim()))]
      .filter((value) => value !== '' && value !== own && !LIKE_FORMULA.test(value))
      .slice(0, MOST);
  }

  #fromCatalogue({ field }: Finding, { table, row }: LoggedFinding): readonly string[] {
    if (this.#procedures === null || field === null) return [];
    const code = parseProcedureCode(columnOf(table, 'ma_tthc')?.at(row).text ?? '');
    const base = code.ok ? code.value.base : '';
    if (base !== '' && WRITTEN.has(field)) {
      const texts = this.#textsOf(this.#procedures, base).get(field) ?? [];
      if (texts.length > 0) return texts;
    }
    if (field !== 'ma_tthc' && field !== 'ten_tthc') return [];
    const name = columnOf(table, 'ten_tthc')?.at(row).text ?? '';
    return this.#namedLike(this.#procedures, name).map((one) => (field === 'ma_tthc' ? one.code : one.name));
  }

  #textsOf(procedures: ProcedureIndex, code: string): ReadonlyMap<string, readonly string[]> {
    let known = this.#national.get(code);
    if (known === undefined) {
      const record = procedures.byCode(code);
      const statements = record === undefined ? null : nationalProcedure(record).statements;
      known = new Map(
        statements === null
          ? []
          : COMPARED_FIELDS.map((field: ComparedField) => [field, statements[field].map(({ text }) => text)]),
      );
      this.#national.set(code, known);
    }
    return known;
  }

  #namedLike(procedures: ProcedureIndex, name: string): readonly { readonly code: string; readonly name: string }[] {
    if (name.trim() === '') return [];
    let known = this.#alike.get(name);
    if (known === undefined) {
      known = procedures
        .byName(name, MOST)
        .filter(({ score }) => score >= ALIKE)
        .map(({ procedure }) => ({ code: procedure.ma_tthc, name: procedure.ten_tthc }));
      this.#alike.set(name, known);
    }
    return known;
  }
}
