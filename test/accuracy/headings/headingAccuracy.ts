import { drawUnseen, type UnseenLayout } from './unseenLayouts.ts';
import type { SampleSheet } from '../../../electron/node/sample/sampleSheet.ts';
import type { DatasetId } from '../../../shared/domain/datasets.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { sheetFrom, workbookFrom } from '../../sheets.ts';
import { operationsCorpus } from '../corpora/operationsCorpus.ts';
import type { ProcedureIndex } from '../../../shared/engine/references.ts';
import { seeded, type Random } from '../random.ts';
import { checkRound, sheetPlace } from '../round.ts';
import type { Rewording } from './rewordings.ts';

/** What intake made of one layout. `asked`: it put the sheet aside and asks; `wrong` is the worst kind. */
export type LayoutOutcome = 'right' | 'columnsOpen' | 'asked' | 'wrongKind' | 'wrongHeader' | 'wrongColumn';

/** What intake made of one heading. */
export type ColumnOutcome = 'right' | 'open' | 'wrong';

/** Results of a run over unseen layouts. */
export interface HeadingAccuracy {
  readonly layouts: ReadonlyMap<DatasetId, ReadonlyMap<LayoutOutcome, number>>;
  /** Of the sheets that were recognised with the right header: by how the heading was changed. */
  readonly columns: ReadonlyMap<Rewording | 'listed' | 'foreign', ReadonlyMap<ColumnOutcome, number>>;
  readonly examples: readonly string[];
}

/** Draws layouts that intake has never seen and asks it to understand them. */
export async function headingAccuracy(
  procedures: ProcedureIndex,
  layouts: number,
  seed: number,
): Promise<HeadingAccuracy> {
  const random = seeded(seed);
  const sources = await sheetsToDraw(procedures, random);
  const byKind = new Map<DatasetId, Map<LayoutOutcome, number>>();
  const columns = new Map<Rewording | 'listed' | 'foreign', Map<ColumnOutcome, number>>();
  const examples: string[] = [];
  for (let turn = 0; turn < layouts; turn += 1) {
    const source = sources[turn % sources.length]!;
    const layout = drawUnseen(source.sheet, source.fields, random);
    const { outcome, told } = understand(layout, source.dataset, columns);
    count(byKind, source.dataset, outcome);
    if (outcome.startsWith('wrong') && examples.length < 12) examples.push(`${source.dataset}: ${told}`);
  }
  return { layouts: byKind, columns, examples };
}

function count<Key, Outcome>(tally: Map<Key, Map<Outcome, number>>, key: Key, outcome: Outcome): void {
  const row = tally.get(key) ?? new Map<Outcome, number>();
  row.set(outcome, (row.get(outcome) ?? 0) + 1);
  tally.set(key, row);
}

interface Source {
  readonly sheet: SampleSheet;
  readonly dataset: DatasetId;
  readonly fields: readonly (FieldKey | null)[];
}

/** One sheet of each kind, with what it is. */
async function sheetsToDraw(procedures: ProcedureIndex, random: Random): Promise<readonly Source[]> {
  const round = operationsCorpus(procedures, random);
  const { sheets } = await checkRound(round, 'memory');
  const sources = new Map<DatasetId, Source>();
  for (const { path, sheets: own } of round.files) {
    for (const sheet of own) {
      const known = sheets.get(sheetPlace(path, sheet.name));
      if (known === undefined || sources.has(known.dataset)) continue;
      const fields = sheet.columns.map((_, at) => known.fields[at] ?? null);
      sources.set(known.dataset, { sheet, dataset: known.dataset, fields });
    }
  }
  return [...sources.values()];
}

function understand(
  layout: UnseenLayout,
  dataset: DatasetId,
  columns: Map<Rewording | 'listed' | 'foreign', Map<ColumnOutcome, number>>,
): { outcome: LayoutOutcome; told: string } {
  const sheet = sheetFrom(layout.rows, { name: 'Sheet1', merges: layout.merges });
  const [reading] = readWorkbook(workbookFrom(sheet), { file: 'mau-la.xlsx' });
  if (reading === undefined || reading.verdict !== 'recognised' || reading.dataset === null) {
    return { outcome: 'asked', told: '' };
  }
  if (reading.dataset !== dataset) return { outcome: 'wrongKind', told: `taken for ${reading.dataset}` };
  if (reading.header?.lastRow !== layout.lastHeaderRow) {
    return {
      outcome: 'wrongHeader',
      told: `header ends in row ${reading.header?.lastRow}, not ${layout.lastHeaderRow}`,
    };
  }
  const mapped = new Map(reading.tables[0]!.columns.map((column) => [column.sheetColumnAt(0), column.field]));
  let open = 0;
  let wrong = '';
  layout.columns.forEach(({ field, way, heading }, at) => {
    const found = mapped.get(at) ?? null;
    const outcome = found === field ? 'right' : found === null ? 'open' : 'wrong';
    count(columns, way, outcome);
    if (outcome === 'open') open += 1;
    if (outcome === 'wrong') wrong = `"${heading}" taken for ${found}, is ${field ?? 'nothing known'}`;
  });
  if (wrong !== '') return { outcome: 'wrongColumn', told: wrong };
  return { outcome: open > 0 ? 'columnsOpen' : 'right', told: '' };
}
