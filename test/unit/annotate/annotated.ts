import { expect } from 'vitest';
import { annotateWorkbook, type AnnotatedWorkbook } from '../../../electron/node/annotate/annotateWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { DEFAULT_LIMITS } from '../../../electron/node/spreadsheet/readLimits.ts';
import { createUnpackBudget, unpackWhole } from '../../../electron/node/spreadsheet/unpacking.ts';
import { readZipArchive } from '../../../electron/node/spreadsheet/zipArchive.ts';
import type { Severity } from '../../../shared/engine/finding.ts';
import { annotationOfLines, type AnnotationLine } from '../../../shared/reports/annotation.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import type { Sheet, Workbook } from '../../../shared/table/sheet.ts';

/** A finding as a test names it: "Sheet1!B2 error". */
export function lineAt(place: string, rest: Partial<AnnotationLine> = {}): AnnotationLine {
  const [, sheet, cell, letters, row, severity] = /^(.+)!(([A-Z]+)(\d+)) (error|warning|info)$/.exec(place)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return {
    severity: severity as Severity,
    sheet: sheet!,
    place: { column, row: Number(row) },
    cell: cell!,
    key: '1.001234',
    field: 'Mức phí',
    value: '150',
    expected: '150000',
    message: `Sai ở ${cell}`,
    howToFix: 'Sửa lại.',
    legal: 'Điều 10 NĐ 02/2026/NĐ-CP',
    ruleId: 'FEE-02',
    ...rest,
  };
}

/** An annotated copy and everything a test looks at in it. */
export interface Annotated extends AnnotatedWorkbook {
  readonly before: Workbook;
  readonly after: Workbook;
  /** Unpacked parts by name, in their order. */
  readonly parts: ReadonlyMap<string, Buffer>;
  text(part: string): string;
}

/** Annotates a file and opens the result. */
export async function annotate(
  bytes: Uint8Array,
  lines: readonly (string | AnnotationLine)[],
  name = 'don-vi.xlsx',
): Promise<Annotated> {
  const before = valueOf(await openWorkbook(bytes, name));
  const annotation = annotationOfLines(
    name,
    'vi',
    lines.map((line) => (typeof line === 'string' ? lineAt(line) : line)),
  );
  const annotated = valueOf(await annotateWorkbook(bytes, before, annotation));
  const after = valueOf(await openWorkbook(annotated.bytes, name));
  const parts = await partsOf(annotated.bytes);
  return { ...annotated, before, after, parts, text: (part) => parts.get(part)!.toString('utf8') };
}

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Unpacked parts of a package by name, in the order of its directory.
 *  @param wanted  parts to unpack; all by default */
export async function partsOf(bytes: Uint8Array, wanted = /^/): Promise<ReadonlyMap<string, Buffer>> {
  const budget = createUnpackBudget(DEFAULT_LIMITS);
  const parts = new Map<string, Buffer>();
  for (const entry of readZipArchive(bytes, DEFAULT_LIMITS).values()) {
    if (wanted.test(entry.name)) parts.set(entry.name, Buffer.from(await unpackWhole(entry, budget)));
  }
  return parts;
}

/** Everything our reader sees of a sheet's cells: address → kind, raw value, text. */
export function cellsOf(sheet: Sheet): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  sheet.rowNumbers.forEach((row, stored) => {
    sheet.columns.forEach((codes, column) => {
      if (codes[stored] === 0) return;
      const { kind, raw, text, formula } = sheet.dictionary.cell(codes[stored]!);
      cells[cellAddress(column, row)] = [kind, raw, text, formula === true ? 'formula' : ''].join('|');
    });
  });
  return cells;
}

/** Checks that the sheets that were there have the cells they had, and that the list has joined them. */
export function expectSameCells({ before, after }: Annotated): void {
  expect(after.sheets.slice(0, before.sheets.length).map(cellsOf)).toEqual(before.sheets.map(cellsOf));
  expect(after.sheets.length).toBe(before.sheets.length + 1);
}

/** Fill colour of a cell, followed through the style sheet; undefined for a cell that is not there or has none. */
export function fillOf(copy: Annotated, sheetPart: string, cell: string): string | undefined {
  const tag = new RegExp(`<(?:\\w+:)?c\\b[^>]*\\br="${cell}"[^>]*>`).exec(copy.text(sheetPart))?.[0];
  const style = /\bs="(\d+)"/.exec(tag ?? '')?.[1];
  return style === undefined ? undefined : fillOfStyle(copy, Number(style));
}

/** The n-th cell style as XML. */
export function styleXml(copy: Annotated, style: number): string {
  const xfs = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(copy.text('xl/styles.xml'))![0];
  return [...xfs.matchAll(/<(?:\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g)][style]![0];
}

function fillOfStyle(copy: Annotated, style: number): string | undefined {
  const fills = [...copy.text('xl/styles.xml').matchAll(/<(?:\w+:)?fill>[\s\S]*?<\/(?:\w+:)?fill>/g)];
  const index = /fillId="(\d+)"/.exec(styleXml(copy, style))?.[1];
  return index === undefined ? undefined : /rgb="(\w+)"/.exec(fills[Number(index)]?.[0] ?? '')?.[1];
}

/** Texts of a comments part by address. */
export function commentsOf(copy: Annotated, part = 'xl/comments1.xml'): Readonly<Record<string, string>> {
  const comments: Record<string, string> = {};
  for (const [whole, cell] of copy
    .text(part)
    .matchAll(/<(?:\w+:)?comment\b[^>]*\bref="(\w+)"[\s\S]*?<\/(?:\w+:)?comment>/g)) {
    comments[cell!] = [...whole.matchAll(/<(?:\w+:)?t\b[^>]*>([^<]*)</g)]
      .map(([, text]) => text)
      .join('')
      .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  }
  return comments;
}
