import { durationUnitName } from '../domain/duration.ts';
import type { Level } from '../domain/level.ts';
import { parseServiceLevel } from '../domain/serviceLevel.ts';
import { searchKey } from '../domain/vietnameseText.ts';
import { formatWebAddress } from '../domain/webAddress.ts';
import type { TableView } from '../engine/rule.ts';
import { TableMemory, ValueMemory, viewTable } from '../engine/tableView.ts';
import { saysNothing } from '../rules/completeness/blankCells.ts';
import { deadlinesOf } from '../rules/deadlines/deadlineCell.ts';
import { readFeeCell } from '../rules/fees/feeCell.ts';
import { linkIn } from '../rules/links/linkCell.ts';
import { readComponents, type NamedComponent } from '../rules/nationalCatalogue/componentNames.ts';
import { nameIn } from '../rules/nationalCatalogue/nationalName.ts';
import { nationalCodeOf } from '../rules/nationalCatalogue/nationalRecord.ts';
import { decisionsIn } from '../rules/nationalCatalogue/publishingDecisions.ts';
import { sectorsIn } from '../rules/nationalCatalogue/sectors.ts';
import { levelsIn } from '../rules/rowConsistency/levelsAndAgencies.ts';
import { channelsIn } from '../rules/statedChannels.ts';
import type { Cell } from '../table/cell.ts';
import type { Table } from '../table/table.ts';
import type { ComparedField, Meanings } from './comparedFields.ts';
import {
  addStatement,
  EVERYWHERE,
  noStatements,
  type OpenStatements,
  type StatedProcedure,
} from './statedProcedure.ts';

/** Views of tables to read them with; nothing is reported on them.
 *  @param values  what is known of values of other tables: agencies mostly write the same ones */
export const viewsOf = (tables: readonly Table[], values = new ValueMemory()): readonly TableView[] =>
  tables.map((table) => viewTable(new TableMemory(table, values), () => {}));

interface OpenProcedure {
  name: string;
  readonly statements: OpenStatements;
  /** Papers of component sheets, one per row. */
  readonly papers: Map<string, NamedComponent>;
}

/** What the tables of one list (an agency's, or the province's export) say of each procedure, by national code. Sheets of
 *  other kinds say nothing here, and blank cells no more than missing columns: rules of completeness speak of them. */
export function statedProcedures(views: readonly TableView[]): ReadonlyMap<string, StatedProcedure> {
  const found = new Map<string, OpenProcedure>();
  const procedureOf = (code: string): OpenProcedure => {
    let procedure = found.get(code);
    if (procedure === undefined)
      found.set(code, (procedure = { name: '', statements: noStatements(), papers: new Map() }));
    return procedure;
  };
  for (const view of views) {
    const read = READERS[view.table.dataset];
    if (read === undefined) continue;
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const readRow = read(view);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      if (code !== '') readRow(row, procedureOf(code));
    }
  }
  for (const { statements, papers } of found.values()) {
    if (papers.size === 0) continue;
    addStatement(statements, 'thanh_phan_ho_so', countOf([...papers.values()]));
  }
  return new Map([...found].map(([code, { name, statements }]) => [code, { code, name, statements }]));
}

type RowReader = (row: number, procedure: OpenProcedure) => void;

const READERS: Partial<Record<Table['dataset'], (view: TableView) => RowReader>> = {
  procedures: (view) => all(listReader(view), lineReader(view)),
  channels: (view) => lineReader(view),
  links: (view) => serviceReader(view),
  components:
    (view) =>
    (row, { papers }) => {
      for (const paper of readComponents(view.text('thanh_phan_ho_so', row))) papers.set(paper.key, paper);
    },
};

const all =
  (...readers: readonly RowReader[]): RowReader =>
  (row, procedure) => {
    for (const read of readers) read(row, procedure);
  };

/** What a catalogue says of a procedure as a whole. */
function listReader(view: TableView): RowReader {
  const nameOf = view.derive('ten_tthc', nameIn);
  const sectorsOf = view.derive('linh_vuc', sectorsIn);
  const levelsOf = view.derive('cap_thuc_hien', levelsIn);
  const decisionsOf = view.derive('so_quyet_dinh', decisionsIn);
  const componentsOf = view.derive('thanh_phan_ho_so', componentsIn);
  const service = serviceReader(view);
  return (row, procedure) => {
    const name = nameOf(row);
    if (procedure.name === '') procedure.name = name.text;
    const say = <Field extends ComparedField>(field: Field, meaning: Meanings[Field] | null): void => {
      if (view.blank(field, row)) return;
      addStatement(procedure.statements, field, { text: view.text(field, row), meaning, ...EVERYWHERE });
    };
    say('ten_tthc', name.key);
    say('linh_vuc', sectorsOf(row));
    say('cap_thuc_hien', statedLevels(levelsOf(row)));
    const decisions = decisionsOf(row);
    say('so_quyet_dinh', decisions.length === 0 ? null : decisions);
    if (!view.blank('thanh_phan_ho_so', row) && componentsOf(row).length > 0) {
      addStatement(procedure.statements, 'thanh_phan_ho_so', countOf(componentsOf(row)));
    }
    service(row, procedure);
  };
}

const statedLevels = (levels: readonly Level[]): readonly Level[] | null => {
  const current = levels.filter((level) => level !== 'district');
  return current.length === 0 ? null : current;
};

const componentsIn = (_cell: Cell, text: string): readonly NamedComponent[] => readComponents(text);

/** Papers are compared by their number; the same paper of two cases counts once. */
export const countOf = (papers: readonly NamedComponent[]) => {
  const meaning = [...new Map(papers.map((paper) => [paper.key, paper])).values()];
  return { text: String(meaning.length), meaning, ...EVERYWHERE };
};

/** Service level and link, in a catalogue or in a list of links. */
function serviceReader(view: TableView): RowReader {
  const levelOf = view.derive('muc_do_dvc', serviceLevelIn);
  const linkOf = view.derive('link_nop', linkKeyIn);
  return (row, { statements }) => {
    const { level } = levelOf(row);
    if (!view.blank('muc_do_dvc', row)) {
      addStatement(statements, 'muc_do_dvc', { text: view.text('muc_do_dvc', row), meaning: level, ...EVERYWHERE });
    }
    if (!view.blank('link_nop', row)) {
      addStatement(statements, 'link_nop', { text: view.text('link_nop', row), meaning: linkOf(row), ...EVERYWHERE });
    }
  };
}

const serviceLevelIn = (_cell: Cell, text: string) => {
  const level = parseServiceLevel(text);
  return { level: level.ok ? level.value.level : null };
};

/** Host and path as one text: the scheme and a closing "/" do not lead elsewhere. */
const linkKeyIn = (cell: Cell, text: string): string => {
  const link = linkIn(cell, text);
  return link === null ? text : formatWebAddress({ ...link, scheme: 'https', path: link.path.replace(/\/$/, '') });
};

/** Deadline and fee of a row, for its case and channels. */
function lineReader(view: TableView): RowReader {
  const channelsOf = view.derive('hinh_thuc_nop', channelsIn);
  const caseOf = view.derive('truong_hop', caseIn);
  const deadlineOf = deadlinesOf(view, 'thoi_han');
  const feeOf = view.derive('phi_le_phi', readFeeCell);
  return (row, { statements }) => {
    const place = { ...caseOf(row), channels: channelsOf(row) };
    const { text, result, unitFrom } = deadlineOf(row);
    if (!view.blank('thoi_han', row)) {
      // A bare figure is shown with the unit of its column: alone it would look like any other.
      const unit = result.ok && unitFrom !== undefined ? result.value.parts[0]?.unit : undefined;
      const shown = unit === undefined ? text : `${text} ${durationUnitName(unit)}`;
      addStatement(statements, 'thoi_han', { text: shown, meaning: result.ok ? result.value : null, ...place });
    }
    const { text: feeText, blank, whole } = feeOf(row);
    if (!blank && !(whole.ok && whole.value.kind === 'unknown')) {
      addStatement(statements, 'phi_le_phi', { text: feeText, meaning: whole.ok ? whole.value : null, ...place });
    }
  };
}

const caseIn = (cell: Cell, text: string) =>
  saysNothing(cell, text) ? { caseText: '', caseKey: '' } : { caseText: text, caseKey: searchKey(text) };
