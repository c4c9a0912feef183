import { DATASETS } from '../domain/datasets.ts';
import { FIELDS } from '../domain/fields.ts';
import { areaOf } from '../domain/readinessArea.ts';
import { WHOLE_ROW } from '../engine/findingLog.ts';
import type { FindingPiece } from '../engine/findingPiece.ts';
import type { SheetFindings } from '../engine/sheetFindings.ts';
import { Codes } from './codes.ts';

/** Facets that hang on the findings alone, not on what people decided. */
export const FIXED_FACETS = ['agency', 'area', 'sheet', 'rule', 'field', 'severity', 'fixable'] as const;
export type FixedFacet = (typeof FIXED_FACETS)[number];

const SEVERITIES = ['error', 'warning', 'info'];
const FIXABLE = ['certain', 'likely', 'possible', 'none'];

interface PieceCodes {
  readonly agency: number;
  /** Of each column, that of whole rows last. */
  readonly areas: readonly number[];
  readonly sheet: number;
  readonly rule: number;
}

type SheetColumnsOf = Readonly<Record<FixedFacet, Uint16Array>>;

/** The findings of sheets as columns of numbers. What was worked out for a sheet holds as long as its findings do, so after
 *  an edit only the edited sheet is gone through again. */
export class SheetColumns {
  readonly codes: Readonly<Record<FixedFacet, Codes>> = {
    agency: new Codes(),
    area: new Codes(),
    sheet: new Codes(),
    rule: new Codes(),
    field: new Codes(),
    severity: new Codes(SEVERITIES),
    fixable: new Codes(FIXABLE),
  };
  readonly #known = new WeakMap<SheetFindings, SheetColumnsOf>();

  of(sheet: SheetFindings): SheetColumnsOf {
    let columns = this.#known.get(sheet);
    if (columns === undefined) this.#known.set(sheet, (columns = this.#read(sheet)));
    return columns;
  }

  #read(sheet: SheetFindings): SheetColumnsOf {
    const make = (): Uint16Array => new Uint16Array(sheet.size);
    const columns = {
      agency: make(),
      area: make(),
      sheet: make(),
      rule: make(),
      field: make(),
      severity: make(),
      fixable: make(),
    };
    const { codes } = this;
    // Rule, agency and kind of sheet are one per piece; severities and fixes are few.
    const ofPiece = new Map<FindingPiece, PieceCodes>();
    for (let index = 0; index < sheet.size; index += 1) {
      const { piece, at } = sheet.place(index);
      let own = ofPiece.get(piece);
      if (own === undefined) {
        const { table, rule } = piece;
        own = {
          agency: codes.agency.of(table.agency.id),
          areas: [...table.columns.map(({ field }) => field), null].map((field) =>
            codes.area.of(areaOf(table.dataset, field) ?? ''),
          ),
          sheet: codes.sheet.of(table.dataset),
          rule: codes.rule.of(rule.id),
        };
        ofPiece.set(piece, own);
      }
      columns.agency[index] = own.agency;
      columns.area[index] = own.areas.at(piece.column(at))!;
      columns.sheet[index] = own.sheet;
      columns.rule[index] = own.rule;
      columns.field[index] = codes.field.of(fieldOf(piece, at));
      columns.severity[index] = codes.severity.of(piece.severity(at));
      columns.fixable[index] = codes.fixable.of(piece.verdict(at).fix?.confidence ?? 'none');
    }
    return columns;
  }
}

/** Key of the field that a finding is about; the heading where the column has none, '' for a whole row or sheet. */
export function fieldOf(piece: Pick<FindingPiece, 'table' | 'column'>, at: number): string {
  const column = piece.column(at);
  const own = column === WHOLE_ROW ? undefined : piece.table.columns[column];
  return own === undefined ? '' : (own.field ?? own.heading);
}

/** Name of a field as people know it; a heading that is no field stands for itself. */
export const fieldLabel = (field: string, language: 'vi' | 'en'): string =>
  Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof typeof FIELDS][language] : field;

/** Name of a kind of sheet as people know it. */
export const datasetLabel = (dataset: string, language: 'vi' | 'en'): string =>
  Object.hasOwn(DATASETS, dataset) ? DATASETS[dataset as keyof typeof DATASETS][language] : dataset;
