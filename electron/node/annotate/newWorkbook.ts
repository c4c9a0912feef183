import { parseDate } from '../../../shared/domain/calendarDate.ts';
import type { Annotation } from '../../../shared/reports/annotation.ts';
import { cellAddress, columnLetters, type Cell } from '../../../shared/table/cell.ts';
import type { Sheet, Workbook } from '../../../shared/table/sheet.ts';
import { writeArchive } from './archiveWriter.ts';
import { DeflatedPart, packed, type PackedContent } from './deflatedPart.ts';
import { escapeText } from './xmlEscape.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Excel's numbers for days count from 30 December 1899. */
const DAY_ZERO = 25_569;

/** A new .xlsx with the cells of a workbook of any format: texts as text, numbers as numbers with their format, dates as
 *  dates, merged ranges, hidden rows, columns and sheets. Results of formulas are values. Sheet names that Excel refuses
 *  are made acceptable, and the annotation comes back with the new names.
 *
 *  @returns undefined when it would not fit an archive of 4 GiB */
export function newWorkbookWithCells(
  workbook: Workbook,
  annotation: Annotation,
): { readonly bytes: Uint8Array; readonly annotation: Annotation } | undefined {
  const names = acceptableNames(workbook.sheets.map(({ name }) => name));
  const formats = new FormatList();
  const parts = new Map<string, PackedContent>([['[Content_Types].xml', packed(contentTypes(names.length))]]);
  parts.set('_rels/.rels', packed(relationships([['officeDocument', 'xl/workbook.xml']])));
  parts.set('xl/workbook.xml', packed(workbookXml(workbook, names)));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    packed(
      relationships([
        ...names.map((_, index): [string, string] => ['worksheet', `xl/worksheets/sheet${index + 1}.xml`]),
        ['styles', 'xl/styles.xml'],
      ]),
    ),
  );
  workbook.sheets.forEach((sheet, index) => {
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, formats));
  });
  parts.set('xl/styles.xml', packed(formats.stylesXml()));
  const bytes = writeArchive([], new Map(), parts);
  if (bytes === undefined) return undefined;
  const newName = new Map(
    workbook.sheets.map(({ name }, index) => [name, names[index]!]).toReversed() as [string, string][],
  );
  const named = (name: string): string => newName.get(name) ?? name;
  return {
    bytes,
    annotation: {
      ...annotation,
      marks: new Map([...annotation.marks].map(([name, marks]) => [named(name), marks])),
      line: (index) => {
        const line = annotation.line(index);
        return { ...line, sheet: named(line.sheet) };
      },
    },
  };
}

const MAX_NAME = 31;

/** Sheet names as Excel takes them: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, distinct. */
function acceptableNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = name
      .replace(/[[\]:*?/\\\u0000-\u001F]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, ' ')
      .trim();
    for (let copy = 1; ; copy++) {
      const ending = copy === 1 ? '' : ` (${copy})`;
      const candidate = (clean === '' ? 'Sheet' : clean).slice(0, MAX_NAME - ending.length) + ending;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

/** Number formats in use; a cell's style is the index of its format, 0 is General. */
class FormatList {
  readonly #styles = new Map<string, number>([['General', 0]]);

  style(format: string): number {
    const known = this.#styles.get(format);
    if (known !== undefined) return known;
    this.#styles.set(format, this.#styles.size);
    return this.#styles.size - 1;
  }

  stylesXml(): string {
    const codes = [...this.#styles.keys()];
    const formats = codes
      .slice(1)
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeText(code)}"/>`);
    const styles = codes.map(
      (_, at) =>
        `<xf numFmtId="${at === 0 ? 0 : 163 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" ` +
        'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    );
    return (
      `${XML}<styleSheet xmlns="${MAIN}">` +
      (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
      '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

function sheetXml(sheet: Sheet, formats: FormatList): PackedContent {
  const out = new DeflatedPart();
  const { columns, rowNumbers, dictionary, hiddenRows } = sheet;
  out.writeText(
    `${XML}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>`,
  );
  // The XML of a cell but for its address depends on its value alone.
  const contents: (CellContent | undefined)[] = [];
  let stored = 0;
  for (const row of [...new Set([...rowNumbers, ...hiddenRows])].sort((a, b) => a - b)) {
    out.writeText(`<row r="${row}"${hiddenRows.has(row) ? ' hidden="1"' : ''}>`);
    if (rowNumbers[stored] === row) {
      for (const [column, codes] of columns.entries()) {
        const code = codes[stored]!;
        if (code === 0) continue;
        const { attributes, value } = (contents[code] ??= contentOf(dictionary.cell(code), formats));
        out.writeText(`<c r="${columnLetters(column)}${row}"${attributes}>${value}</c>`);
      }
      stored++;
    }
    out.writeText('</row>');
  }
  out.writeText('</sheetData>');
  if (sheet.merges.length > 0) {
    out.writeText(`<mergeCells count="${sheet.merges.length}">`);
    for (const { firstColumn, firstRow, lastColumn, lastRow } of sheet.merges) {
      const range = `${cellAddress(firstColumn, firstRow)}:${cellAddress(lastColumn, lastRow)}`;
      out.writeText(`<mergeCell ref="${range}"/>`);
    }
    out.writeText('</mergeCells>');
  }
  out.writeText('</worksheet>');
  return out.finish();
}

interface CellContent {
  readonly attributes: string;
  readonly value: string;
}

function contentOf(cell: Cell, formats: FormatList): CellContent {
  const number = numberOf(cell);
  if (number !== undefined) {
    const style = formats.style(cell.format ?? (cell.kind === 'date' ? 'dd/mm/yyyy' : 'General'));
    return { attributes: style === 0 ? '' : ` s="${style}"`, value: `<v>${number}</v>` };
  }
  if (cell.kind === 'boolean')
    return { attributes: ' t="b"', value: `<v>${/^(?:true|1)$/i.test(cell.raw) ? 1 : 0}</v>` };
  if (cell.kind === 'error') return { attributes: ' t="e"', value: `<v>${escapeText(cell.raw)}</v>` };
  // An inline string is text whatever it looks like: `=1+1` stays four characters.
  return { attributes: ' t="inlineStr"', value: `<is><t xml:space="preserve">${escapeText(cell.text)}</t></is>` };
}

/** Digits of a number or date cell; undefined for one that is written as the text people see. */
function numberOf(cell: Cell): string | undefined {
  if (cell.kind !== 'number' && cell.kind !== 'date') return undefined;
  if (cell.kind === 'date') {
    // The day that is shown, so that days counted from 1904 and ISO texts become Excel's usual numbers.
    const date = /^\d{2}\/\d{2}\/\d{4}/.test(cell.text) ? parseDate(cell.text) : undefined;
    if (date?.ok && date.value.iso >= '1900-03-01') {
      return String(date.value.day + DAY_ZERO + (date.value.minutes ?? 0) / 1440);
    }
  }
  return cell.raw !== '' && Number.isFinite(Number(cell.raw)) ? cell.raw.trim() : undefined;
}

const LOOKED_AT = 300;

/** Column widths that fit what stands in the first rows, and hidden columns. */
function columnsXml({ columns, dictionary, hiddenColumns }: Sheet): string {
  const last = Math.max(columns.length, ...[...hiddenColumns].map((column) => column + 1));
  if (last === 0) return '';
  const widths = Array.from({ length: last }, (_, column) => {
    const longest = (columns[column] ?? new Uint32Array(0))
      .subarray(0, LOOKED_AT)
      .reduce((most, code) => Math.max(most, code === 0 ? 0 : dictionary.cell(code).text.length), 0);
    return Math.min(40, Math.max(9, longest + 2));
  });
  const tags = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hiddenColumns.has(at) ? ' hidden="1"' : ''}/>`,
  );
  return `<cols>${tags.join('')}</cols>`;
}

function workbookXml({ sheets }: Workbook, names: readonly string[]): string {
  // A workbook needs one sheet that can be seen.
  const isAnyVisible = sheets.some(({ visibility }) => visibility === 'visible');
  const list = sheets.map(({ visibility }, at) => {
    const state = visibility === 'visible' || !isAnyVisible ? '' : ` state="${visibility}"`;
    return `<sheet name="${escapeText(names[at]!)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const first = isAnyVisible ? sheets.findIndex(({ visibility }) => visibility === 'visible') : 0;
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<bookViews><workbookView activeTab="${first}"/></bookViews><sheets>${list.join('')}</sheets></workbook>`
  );
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="/${target}"/>`)
    .join('')}</Relationships>`;

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>${overrides.join('')}</Types>`
  );
}
