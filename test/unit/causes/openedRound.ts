import { proposedChanges } from '../../../electron/node/workbench/proposedChanges.ts';
import type { Decision } from '../../../electron/node/workbench/roundDecisions.ts';
import { RoundSession } from '../../../electron/node/workbench/roundSession.ts';
import type { SheetReading } from '../../../shared/intake/reading.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { rowCount, type Table } from '../../../shared/table/table.ts';
import { caseCatalogue } from '../../rules/caseCatalogue.ts';

/** Tables as people have them open: what a person accepts here goes the way of every decision. */
export class OpenedRound {
  readonly session: RoundSession;

  /** @param readings  of one file each */
  constructor(...files: readonly (readonly SheetReading[])[]) {
    this.session = new RoundSession(
      { name: 'Đợt', date: '2026-09-01', rules: RULES, reference: caseCatalogue(), lists: {} },
      [],
    );
    for (const readings of files) {
      const name = readings[0]!.tables[0]!.file;
      const kept = readings.map((reading) => ({ ...reading, confirmed: false }));
      const facts = { sha256: '', bytes: 0, format: 'xlsx', fault: null, agency: null } as const;
      this.session.addFile({ ...facts, id: name, name, readings: kept });
    }
    this.session.settle();
  }

  /** Accepts the fix of a cause. @returns what was changed */
  mend(cause: string): Decision {
    const { edits } = proposedChanges(this.session, { kind: 'cause', cause }, false);
    const decision: Decision = {
      kind: 'fix',
      entry: 1,
      at: '',
      label: { code: '', params: {} },
      undone: false,
      edits: edits.map(({ file, sheet, row, column, before, after }) => ({ file, sheet, row, column, before, after })),
    };
    this.session.decide([decision]);
    return decision;
  }

  /** Takes a decision back. */
  takeBack(decision: Decision): void {
    this.session.decide([{ ...decision, undone: true }]);
  }

  /** The tables as they stand, in the order of others of the same sheets. */
  inOrderOf(tables: readonly Table[]): readonly Table[] {
    return tables.map(({ file, sheet, dataset }) =>
      this.session.tablesOfSheet(file, sheet).find((table) => table.dataset === dataset)!,
    );
  }
}

/** Opens tables that no file was read for. */
export const openedRound = (tables: readonly Table[]): OpenedRound =>
  new OpenedRound(
    ...[...Map.groupBy(tables, ({ file }) => file).values()].map((own) =>
      [...Map.groupBy(own, ({ sheet }) => sheet).values()].map(readingOf),
    ),
  );

const readingOf = (tables: readonly Table[]): SheetReading => ({
  sheet: tables[0]!.sheet,
  visibility: 'visible',
  verdict: 'recognised',
  dataset: tables[0]!.dataset,
  candidates: [],
  header: null,
  rows: rowCount(tables[0]!),
  columns: tables[0]!.columns.map(({ field, heading, sheetColumn }) => ({
    sheetColumn: Number(sheetColumn),
    heading,
    field,
    confidence: 1,
    evidence: 'heading',
    alternatives: [],
  })),
  titleFacts: [],
  agency: null,
  skipped: { groupRows: 0, numberingRows: 0, totalRows: 0, repeatedHeaders: 0, footerRows: 0 },
  questions: [],
  tables,
});
