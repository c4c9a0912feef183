import { AREAS } from '../domain/readinessArea.ts';
import {
  cellPlace,
  count,
  counts,
  dataset,
  fault,
  foundName,
  id,
  identity,
  isoDate,
  language,
  method,
  severity,
  shortText,
  z,
} from './schema.ts';

/** What became of a finding: `open`, covered by a decision (`waived`). Mended cells have no finding any more. */
export const findingState = z.enum(['open', 'waived']);

/** The ways in which findings can be chosen, as facets show them. */
export const FACETS = ['agency', 'area', 'sheet', 'rule', 'field', 'severity', 'state', 'fixable', 'cause'] as const;
export type FacetName = (typeof FACETS)[number];

/** Which findings are meant: every list narrows, an absent one doesn't. Values are those that `results.facets` gives. */
export const findingFilter = z.object({
  /** Words looked for in message, value, key, agency and rule, whatever their accents. */
  search: shortText.optional(),
  agency: z.array(foundName).max(5000).optional(),
  /** Areas of readiness; '' for what belongs to none. */
  area: z.array(z.enum([...AREAS, ''])).optional(),
  /** Kinds of sheets. */
  sheet: z.array(dataset).optional(),
  rule: z.array(shortText).max(500).optional(),
  field: z.array(foundName).max(500).optional(),
  severity: z.array(severity).optional(),
  state: z.array(findingState).optional(),
  fixable: z.array(z.enum(['certain', 'likely', 'possible', 'none'])).optional(),
  cause: z.array(shortText).max(500).optional(),
});
export type FindingFilter = z.infer<typeof findingFilter>;

export const SORTS = ['place', 'severity', 'rule', 'agency', 'value'] as const;
export const findingSort = z.object({ by: z.enum(SORTS), descending: z.boolean() });
export type FindingSort = z.infer<typeof findingSort>;

/** One line of the list. */
export const findingLine = z.object({
  identity,
  rule: shortText,
  severity,
  state: findingState,
  agency: foundName,
  dataset,
  /** Name of the field in the language asked for; '' for a whole row. */
  field: foundName,
  file: foundName,
  sheet: foundName,
  cell: shortText,
  key: z.string(),
  value: z.string(),
  expected: z.string(),
  message: z.string(),
  fixable: z.enum(['certain', 'likely', 'possible', 'none']),
});
export type FindingLine = z.infer<typeof findingLine>;

/** `text` is the citation as people read it, with what became of the document since. */
export const legalBasis = z.object({ doc: z.string(), article: z.string(), text: z.string() });

/** A window of a sheet; `rows[i].cells[j]` is the cell in column `columns[j]`. */
export const sheetWindow = z.object({
  columns: z.array(z.object({ column: count, letters: shortText, heading: z.string() })),
  rows: z.array(z.object({ row: count, header: z.boolean(), cells: z.array(z.string()) })),
});
export type SheetWindow = z.infer<typeof sheetWindow>;

/** Who accepted a finding as it is, why, and until when. */
const givenWaiver = z.object({ reason: z.string(), by: z.string(), decision: z.string(), until: isoDate });

/** Everything about one finding. */
export const findingDetail = z.object({
  line: findingLine,
  place: cellPlace.nullable(),
  difference: z.string(),
  evidence: z.string().nullable(),
  /** What other agencies write for the same procedure and field; null when too few describe it. */
  peers: z.string().nullable(),
  fix: z
    .object({ value: z.string(), confidence: z.enum(['certain', 'likely', 'possible']), why: z.string() })
    .nullable(),
  rule: z.object({
    id: shortText,
    title: z.string(),
    why: z.string(),
    howToFix: z.string(),
    asks: z.array(z.string()),
    legal: z.array(legalBasis),
  }),
  /** What the national catalogue says of the procedure, field by field; null when it doesn't know it or there is none. */
  national: z.array(z.object({ field: z.string(), value: z.string(), concerned: z.boolean() })).nullable(),
  waiver: givenWaiver.nullable(),
  /** A waiver that was given when the value was another one and covers the finding no more. */
  lapsedWaiver: givenWaiver.nullable(),
  /** The cell in its surroundings: header, the row above and below, columns left and right; null for a whole sheet. */
  around: sheetWindow.nullable(),
  /** Other findings in the same row. */
  sameRow: z.array(z.object({ identity, cell: shortText, rule: shortText, message: z.string(), severity })),
});
export type FindingDetail = z.infer<typeof findingDetail>;

/** What explains a finding together with others. */
export const findingCause = z.object({ id: shortText, text: z.string(), findings: count });
export type FindingCause = z.infer<typeof findingCause>;

const agencyStanding = z.object({
  id: foundName,
  name: foundName,
  rows: count,
  open: counts,
  ready: z.int().min(0).max(100),
});
const ruleStanding = z.object({
  id: shortText,
  title: z.string(),
  severity,
  findings: count,
  status: z.enum(['findings', 'clean', 'notApplicable', 'failed']),
  reason: fault.nullable(),
});
const causeView = z.object({
  id: shortText,
  kind: shortText,
  text: z.string(),
  findings: count,
  cells: count,
  fixable: z.boolean(),
});

/** The first look at a round: where to start. */
export const resultsSummary = z.object({
  revision: count,
  open: counts,
  waived: count,
  rows: count,
  /** Most errors first. */
  agencies: z.array(agencyStanding),
  /** Those with findings first, by how often they strike; then the clean ones; those that did not run with the reason. */
  rules: z.array(ruleStanding),
  /** Those that explain most first. */
  causes: z.array(causeView),
  reference: z.object({ title: z.string(), date: z.string(), records: count, complete: z.boolean() }).nullable(),
});
export type ResultsSummary = z.infer<typeof resultsSummary>;

const facetValue = z.object({ value: foundName, label: z.string(), count });
export const facetCounts = z.object({
  total: count,
  facets: z.record(z.enum(FACETS), z.array(facetValue)),
});
export type FacetCounts = z.infer<typeof facetCounts>;

export const resultMethods = {
  'results.summary': method(z.object({ round: id, language }), resultsSummary),
  /** For each facet the counts of its values under the filter without that facet itself, so that a choice can be widened. */
  'results.facets': method(z.object({ round: id, language, filter: findingFilter }), facetCounts),
  /** A page of the filtered and sorted list; `from` is 0-based. */
  'results.page': method(
    z.object({
      round: id,
      language,
      filter: findingFilter,
      sort: findingSort,
      from: count,
      limit: z.int().min(1).max(500),
    }),
    z.object({ revision: count, total: count, rows: z.array(findingLine) }),
  ),
  'results.finding': method(z.object({ round: id, language, identity }), findingDetail),
  /** What explains a finding, null when nothing does. Apart from the other facts, because causes of a large round are looked
   *  for when nothing was decided for a moment. */
  'results.causeOf': method(z.object({ round: id, language, identity }), z.object({ cause: findingCause.nullable() })),
  /** Place in the filtered list of the first finding at or after a cell such as `C12`, optionally `sheet!C12`; null when
   *  there is none. `language`: that of the list, in which words are looked for; Vietnamese when left out. */
  'results.locate': method(
    z.object({
      round: id,
      language: language.optional(),
      filter: findingFilter,
      sort: findingSort,
      address: shortText,
      near: identity.optional(),
    }),
    z.object({ position: count.nullable() }),
  ),
  /** Any window of a sheet, as it stands with the corrections made so far. */
  'results.cells': method(
    z.object({
      round: id,
      file: foundName,
      sheet: foundName,
      fromRow: z.int().min(1),
      rows: z.int().min(1).max(200),
      fromColumn: count,
      columns: z.int().min(1).max(60),
    }),
    sheetWindow,
  ),
};
