import { DATASET_IDS, datasetKind, type DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { channelHeading } from './channelHeadings.ts';
import { contentFit, fieldsOfContent, type ContentProfile } from './contentSniffer.ts';
import { headingText, type HeaderBlock } from './headerDetection.ts';
import { best, fieldsOfHeading, fieldsResembling, type HeadingCandidate } from './headings.ts';
import { RELIABLE, type ColumnMapping, type MappingEvidence } from './reading.ts';

/** What is known of one sheet column before the kind of the sheet is: its heading, its content, what it may mean. */
export interface ColumnClues {
  readonly sheetColumn: number;
  readonly path: readonly string[];
  readonly content: ContentProfile;
  readonly candidates: readonly HeadingCandidate[];
  /** Field and channel when the heading speaks of one channel. */
  readonly perChannel: ReturnType<typeof channelHeading>;
}

const CONTENT_ONLY = 0.5;
const BY_PARENT_ONLY = 0.55;
/** A field that the sheet's kind does not have is kept when its heading leaves no doubt. */
const KEPT_OUTSIDE_KIND = 0.9;

/** A heading from which the listed meaning is taken without doubt when the kind has only one of its meanings. */
const FIRM = 0.85;

/** Fields of which a kind may have several columns. */
const SEVERAL: Partial<Record<DatasetId, FieldKey>> = { transitions: 'buoc_tiep_theo' };

/** Collects what headings and contents say of each column that has a heading or data. */
export function columnClues(block: HeaderBlock, sniff: (column: number) => ContentProfile): ColumnClues[] {
  return block.paths.flatMap((path, sheetColumn) => {
    const content = sniff(sheetColumn);
    if (path.length === 0 && content.values === 0) return [];
    return [{ sheetColumn, path, content, candidates: candidatesOf(path), perChannel: channelHeading(path) }];
  });
}

function candidatesOf(path: readonly string[]): HeadingCandidate[] {
  const leaf = path.at(-1);
  if (leaf === undefined) return [];
  const listed = fieldsOfHeading(path);
  if (listed.length > 0) return listed;
  const similar = fieldsResembling(leaf);
  if (similar.length > 0) return similar;
  return best(
    path
      .slice(0, -1)
      .flatMap((parent) => fieldsOfHeading([parent]))
      .map(({ field, confidence, ambiguous }) => ({
        field,
        confidence: Math.min(confidence, BY_PARENT_ONLY),
        evidence: 'parentHeading' as const,
        ambiguous,
      })),
  );
}

interface Claim {
  readonly clues: ColumnClues;
  readonly field: FieldKey;
  readonly confidence: number;
  readonly evidence: MappingEvidence;
  /** True for a heading that is in the list and means one field. */
  readonly firm: boolean;
}

/** Two columns whose headings surely mean the same field. */
export interface RivalColumns {
  readonly field: FieldKey;
  readonly kept: number;
  readonly other: number;
}

/** Fields of all columns of a sheet, and the columns that lost theirs to another. */
export interface ColumnMap {
  readonly columns: readonly ColumnMapping[];
  readonly rivals: readonly RivalColumns[];
}

/** Gives each column its field for a sheet of the given kind. Two columns never keep the same field: the surer one does,
 *  the other takes its next meaning or none. */
export function mapColumns(clues: readonly ColumnClues[], dataset: DatasetId): ColumnMap {
  const wide = datasetKind(dataset).fields.includes('hinh_thuc_nop') && dataset !== 'feeConfigs';
  const claims = clues
    .flatMap((clue) => (wide && clue.perChannel !== null ? [] : claimsOf(clue, dataset)))
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        a.clues.sheetColumn - b.clues.sheetColumn ||
        // Between meanings of one heading the field that fewer kinds have is the likelier in a kind that has it.
        kindsWith(a.field) - kindsWith(b.field),
    );
  const several = SEVERAL[dataset];
  const byColumn = new Map<number, Claim>();
  const byField = new Map<FieldKey, Claim>();
  const rivals: RivalColumns[] = [];
  for (const claim of claims) {
    const column = claim.clues.sheetColumn;
    if (byColumn.has(column)) continue;
    const rival = byField.get(claim.field);
    if (rival !== undefined && claim.field !== several) {
      if (claim.firm && rival.firm) rivals.push({ field: claim.field, kept: rival.clues.sheetColumn, other: column });
      continue;
    }
    byColumn.set(column, claim);
    byField.set(claim.field, claim);
  }
  const columns = clues.map((clue): ColumnMapping => {
    const heading = headingText(clue.path);
    const alternatives = clue.candidates.map((candidate) => candidate.field);
    if (wide && clue.perChannel !== null) {
      const { field, channel } = clue.perChannel;
      const evidence = clue.path.length > 1 ? 'parentHeading' : 'heading';
      return { sheetColumn: clue.sheetColumn, heading, field, channel, confidence: 0.9, evidence, alternatives };
    }
    const claim = byColumn.get(clue.sheetColumn);
    if (claim === undefined) {
      return { sheetColumn: clue.sheetColumn, heading, field: null, confidence: 0, evidence: null, alternatives };
    }
    return {
      sheetColumn: clue.sheetColumn,
      heading,
      field: claim.field,
      confidence: claim.confidence,
      evidence: claim.evidence,
      alternatives: alternatives.filter((field) => field !== claim.field),
    };
  });
  return { columns, rivals };
}

/** Number of sheet kinds that have a field. */
export const kindsWith = (field: FieldKey): number =>
  DATASET_IDS.filter((id) => datasetKind(id).fields.includes(field)).length;

function claimsOf(clue: ColumnClues, dataset: DatasetId): Claim[] {
  const fields = datasetKind(dataset).fields;
  const claims = clue.candidates.flatMap((candidate): Claim[] => {
    const inside = fields.includes(candidate.field);
    if (!inside && (candidate.ambiguous || candidate.confidence < KEPT_OUTSIDE_KIND) && candidate.field !== 'mat_khau')
      return [];
    const confidence = withContent(candidate, clue.content, fields, clue.candidates);
    const meanings = clue.candidates.filter((other) => fields.includes(other.field)).length;
    const firm = candidate.confidence >= FIRM && meanings === 1;
    return [{ clues: clue, field: candidate.field, confidence, evidence: candidate.evidence, firm }];
  });
  if (clue.candidates.length > 0) return claims;
  return fieldsOfContent(clue.content)
    .filter((field) => fields.includes(field))
    .slice(0, 1)
    .map((field) => ({ clues: clue, field, confidence: CONTENT_ONLY, evidence: 'content', firm: false }));
}

/** Confidence after looking at the values. A listed heading that means one field stays reliable whatever stands below it:
 *  wrong values under it are what the rules look for. */
function withContent(
  candidate: HeadingCandidate,
  content: ContentProfile,
  fields: readonly FieldKey[],
  all: readonly HeadingCandidate[],
): number {
  const fit = contentFit(candidate.field, content);
  if (fit === 'agrees') return Math.min(0.98, candidate.confidence + 0.25);
  const open = candidate.ambiguous && all.filter((other) => fields.includes(other.field)).length > 1;
  if (fit === 'disagrees') return open ? candidate.confidence * 0.5 : Math.max(RELIABLE, candidate.confidence - 0.2);
  return candidate.confidence;
}

/** The mapping that may be relied on: doubtful fields are left open. */
export const reliable = (column: ColumnMapping): ColumnMapping =>
  column.field !== null && column.confidence < RELIABLE
    ? { ...column, field: null, alternatives: [column.field, ...column.alternatives] }
    : column;
