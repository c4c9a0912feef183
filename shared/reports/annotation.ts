import { FIELDS } from '../domain/fields.ts';
import type { Severity } from '../engine/finding.ts';
import { WHOLE_ROW, WHOLE_SHEET, type LoggedFinding } from '../engine/findingLog.ts';
import { ruleTexts, type Findings, type SeverityCounts } from '../engine/findings.ts';
import { translate, type Language } from '../i18n/index.ts';
import { formatLegalBases } from '../legal/legalRegister.ts';
import { cellAddress } from '../table/cell.ts';

/** One line of an annotated copy's list, and one entry of a cell's note. */
export interface AnnotationLine {
  readonly severity: Severity;
  readonly sheet: string;
  /** The cell that is marked and jumped to; null for a finding about a whole sheet. */
  readonly place: CellPlace | null;
  /** Where the finding is, as people read it: an address, "cả bảng". */
  readonly cell: string;
  readonly key: string;
  readonly field: string;
  readonly value: string;
  readonly expected: string;
  readonly message: string;
  readonly howToFix: string;
  readonly legal: string;
  readonly ruleId: string;
}

/** A cell of a sheet: 0-based column, 1-based row. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** A cell to mark, and which lines speak of it. */
export interface CellMark extends CellPlace {
  /** The gravest of its lines. */
  readonly severity: Severity;
  /** Indexes for `Annotation.line`. */
  readonly lines: readonly number[];
}

/** What an annotated copy of one file says, before anything draws it. Texts are made one line at a time, so that a file
 *  with very many findings never stands in memory as text. */
export interface Annotation {
  /** Name shown to people. */
  readonly file: string;
  readonly language: Language;
  /** Number of lines, never capped. */
  readonly size: number;
  readonly counts: SeverityCounts;
  /** Marked cells by sheet name, by row, then column. */
  readonly marks: ReadonlyMap<string, readonly CellMark[]>;
  line(index: number): AnnotationLine;
}

/** The annotation of one file of a check.
 *  @param file  name as shown in the findings */
export function annotationOf(findings: Findings, file: string, language: Language): Annotation {
  const indexes = Array.from({ length: findings.size }, (_, index) => index).filter(
    (index) => findings.logged(index).table.file === file,
  );
  return annotation(file, language, {
    size: indexes.length,
    severity: (index) => findings.logged(indexes[index]!).severity,
    sheet: (index) => findings.logged(indexes[index]!).table.sheet,
    place: (index) => placeOf(findings.logged(indexes[index]!)),
    line: (index) => lineOf(findings, indexes[index]!, language),
  });
}

/** The annotation made of given lines. */
export function annotationOfLines(file: string, language: Language, lines: readonly AnnotationLine[]): Annotation {
  return annotation(file, language, {
    size: lines.length,
    severity: (index) => lines[index]!.severity,
    sheet: (index) => lines[index]!.sheet,
    place: (index) => lines[index]!.place,
    line: (index) => lines[index]!,
  });
}

interface LineSource {
  readonly size: number;
  severity(index: number): Severity;
  sheet(index: number): string;
  place(index: number): CellPlace | null;
  line(index: number): AnnotationLine;
}

function annotation(file: string, language: Language, source: LineSource): Annotation {
  const counts = { error: 0, warning: 0, info: 0 };
  const sheets = new Map<string, Map<string, OpenMark>>();
  for (let index = 0; index < source.size; index += 1) {
    const severity = source.severity(index);
    counts[severity] += 1;
    const place = source.place(index);
    if (place === null) continue;
    const sheet = source.sheet(index);
    const cells = sheets.get(sheet) ?? new Map<string, OpenMark>();
    sheets.set(sheet, cells);
    const address = cellAddress(place.column, place.row);
    const mark = cells.get(address);
    if (mark === undefined) cells.set(address, { ...place, severity, lines: [index] });
    else {
      mark.lines.push(index);
      mark.severity = graver(mark.severity, severity);
    }
  }
  const marks = new Map([...sheets].map(([sheet, cells]) => [sheet, [...cells.values()].sort(inReadingOrder)]));
  return { file, language, size: source.size, counts, marks, line: (index) => source.line(index) };
}

interface OpenMark extends CellPlace {
  severity: Severity;
  readonly lines: number[];
}

/** By row, then column. */
export const inReadingOrder = (a: CellPlace, b: CellPlace): number => a.row - b.row || a.column - b.column;

const GRAVITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** The graver of two severities. */
export const graver = (a: Severity, b: Severity): Severity => (GRAVITY[a] >= GRAVITY[b] ? a : b);

/** The cell a finding is shown at: its own, or the first column of its table for one about a whole row. */
function placeOf({ table, row, column }: LoggedFinding): CellPlace | null {
  if (row === WHOLE_SHEET) return null;
  const sheetColumn =
    column === WHOLE_ROW
      ? table.columns.reduce((first, one) => Math.min(first, one.sheetColumnAt(row)), Number.POSITIVE_INFINITY)
      : table.columns[column]!.sheetColumnAt(row);
  return { column: Number.isFinite(sheetColumn) ? sheetColumn : 0, row: table.rowNumbers[row]! };
}

function lineOf(findings: Findings, index: number, language: Language): AnnotationLine {
  const finding = findings.at(index);
  const logged = findings.logged(index);
  const place = placeOf(logged);
  const column = logged.column === WHOLE_ROW ? undefined : logged.table.columns[logged.column];
  const evidence = finding.evidence === undefined || finding.evidence === '' ? '' : `\n${finding.evidence}`;
  return {
    severity: finding.severity,
    sheet: finding.sheet,
    place,
    cell: place === null ? translate(language, 'list.wholeSheet') : cellAddress(place.column, place.row),
    key: finding.key,
    field: finding.field === null ? (column?.heading ?? '') : FIELDS[finding.field][language],
    value: finding.value,
    expected: finding.expected,
    message: finding.message + evidence,
    howToFix: ruleTexts(logged.rule, language).howToFix,
    legal: formatLegalBases(finding.legal, language),
    ruleId: finding.ruleId,
  };
}

/** A line of a note's text. */
export interface NoteLine {
  readonly text: string;
  readonly strong: boolean;
}

/** More than this in one cell is left to the list: a note is read in a small box. */
const MOST_LINES_IN_NOTE = 4;

/** Text of a cell's note: for each finding what is wrong, the right value, how to correct it and the legal basis. What
 *  several findings of a cell have in common is said once. */
export function noteText(annotation: Annotation, lines: readonly number[]): readonly NoteLine[] {
  const { language } = annotation;
  const said = new Set<string>();
  const note: NoteLine[] = [];
  let left = 0;
  let shown = 0;
  for (const index of lines) {
    if (shown === MOST_LINES_IN_NOTE) {
      left += 1;
      continue;
    }
    const line = annotation.line(index);
    const content = [
      line.message,
      line.expected === '' ? '' : translate(language, 'annotate.note.expected', { value: line.expected }),
      line.howToFix === '' ? '' : translate(language, 'annotate.note.howToFix', { text: line.howToFix }),
      line.legal === '' ? '' : translate(language, 'annotate.note.legal', { text: line.legal }),
    ].filter((text) => text !== '');
    const whole = `${line.ruleId}\n${content.join('\n')}`;
    // Rows that share a merged cell often say the same thing of it.
    if (said.has(whole)) continue;
    said.add(whole);
    shown += 1;
    if (note.length > 0) note.push({ text: '', strong: false });
    const severity = translate(language, `severity.${line.severity}`);
    note.push({ text: translate(language, 'annotate.note.head', { severity, rule: line.ruleId }), strong: true });
    for (const text of content) note.push({ text, strong: false });
  }
  if (left > 0) note.push({ text: translate(language, 'annotate.note.more', { count: left }), strong: false });
  return note;
}
