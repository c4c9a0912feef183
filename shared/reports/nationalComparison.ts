import { comparedFieldName } from '../comparison/comparisonTexts.ts';
import { COMPARED_FIELDS, type ComparedField } from '../comparison/comparedFields.ts';
import { fieldDifferencesOf } from '../comparison/fieldDifferences.ts';
import { doubtsAbout, nationalProcedure } from '../comparison/nationalProcedure.ts';
import type { Statement, StatedProcedure } from '../comparison/statedProcedure.ts';
import { statedProcedures, viewsOf } from '../comparison/statedProcedures.ts';
import { formatChannel } from '../domain/channel.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import { WHOLE_ROW, WHOLE_SHEET, type LoggedFinding } from '../engine/findingLog.ts';
import { compareText } from '../engine/findingLog.ts';
import type { Findings } from '../engine/findings.ts';
import type { ProcedureIndex } from '../engine/references.ts';
import { translate, type Language } from '../i18n/index.ts';
import { columnOf, type Table } from '../table/table.ts';

/** One field of one procedure, side by side: one line of "Đối chiếu danh mục quốc gia". */
export interface NationalLine {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** What the agency writes, per case and channel where they differ; '' where it says nothing. */
  readonly agency: string;
  readonly national: string;
  readonly verdict: 'same' | 'differs' | 'unclear';
  /** The verdict in words, and what speaks against the national record. */
  readonly remark: string;
}

/** The agency's values beside the nation's for the procedures with findings: fields that differ, and fields that a finding
 *  is about. Ordered by code and field; empty without a national catalogue.
 *  @param indexes  the agency's findings */
export function nationalLines(
  procedures: ProcedureIndex | null,
  tables: readonly Table[],
  findings: Findings,
  indexes: readonly number[],
  language: Language,
): readonly NationalLine[] {
  if (procedures === null) return [];
  const struck = struckFields(findings, indexes);
  if (struck.size === 0) return [];
  const stated = statedProcedures(viewsOf(tables));
  const lines: NationalLine[] = [];
  for (const code of [...struck.keys()].sort(compareText)) {
    const record = procedures.byCode(code);
    const own = stated.get(code);
    if (record === undefined || record.state === 'withdrawn' || own === undefined) continue;
    const national = nationalProcedure(record);
    const agency = tables[0]!.agency;
    const differences = fieldDifferencesOf({
      code,
      agencies: [{ agency, stated: own }],
      national,
      province: undefined,
    });
    for (const field of COMPARED_FIELDS) {
      const ofField = differences.filter((difference) => difference.field === field);
      if (ofField.length === 0 && !struck.get(code)!.has(field)) continue;
      const nationalText = textOf(national, field, language);
      if (nationalText === '') continue;
      const agencyText = textOf(own, field, language);
      const verdict =
        ofField.length === 0 ? 'same' : ofField.some(({ pattern }) => pattern !== 'unclear') ? 'differs' : 'unclear';
      const doubts = doubtsAbout(record, field);
      lines.push({
        code,
        name: national.name,
        field: comparedFieldName(field, language),
        agency: agencyText,
        national: nationalText,
        verdict,
        remark: [
          translate(language, agencyText === '' ? 'list.nationalMissing' : `list.national.${verdict}`),
          ...(doubts.length === 0 ? [] : [translate(language, 'comparison.doubt', { doubts: doubts.join('; ') })]),
        ].join('\n'),
      });
    }
  }
  return lines;
}

/** Fields with findings by national code; a finding about a whole row stands for none of them. */
function struckFields(findings: Findings, indexes: readonly number[]): ReadonlyMap<string, ReadonlySet<string>> {
  const struck = new Map<string, Set<string>>();
  for (const index of indexes) {
    const logged = findings.logged(index);
    const code = codeOf(logged);
    if (code === '') continue;
    const fields = struck.get(code) ?? new Set<string>();
    struck.set(code, fields);
    const field = logged.column === WHOLE_ROW ? null : logged.table.columns[logged.column]!.field;
    if (field !== null) fields.add(field);
  }
  return struck;
}

function codeOf({ table, row }: LoggedFinding): string {
  if (row === WHOLE_SHEET) return '';
  const code = parseProcedureCode(columnOf(table, 'ma_tthc')?.at(row).text ?? '');
  return code.ok ? code.value.base : '';
}

/** What a list says of a field; where it differs by case or channel, each with its place. */
function textOf({ statements }: StatedProcedure, field: ComparedField, language: Language): string {
  const said: readonly Statement<unknown>[] = statements[field];
  const texts = new Set(said.map(({ text }) => text));
  if (texts.size <= 1) return [...texts].join('');
  return said
    .map(({ text, caseText, channels }) => {
      const place = [caseText, channels.map((channel) => formatChannel(channel, language)).join(', ')].filter(
        (part) => part !== '',
      );
      return place.length === 0 ? text : `${place.join(' · ')}: ${text}`;
    })
    .join('\n');
}
