import { z } from 'zod';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { onceFor } from '../onceFor.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { shortened } from '../shortened.ts';
import { compareComponents, readComponents, type ComponentDifference, type NamedComponent } from './componentNames.ts';
import { comparedRecordOf, steppedDown, type CatalogueContext } from './nationalRecord.ts';

type Message = 'differs' | 'extra' | 'missing';
type View = TableView<'ma_tthc' | 'thanh_phan_ho_so', Message>;

const NOTHING: readonly NamedComponent[] = [];
const componentsIn = (cell: Cell, text: string): readonly NamedComponent[] =>
  saysNothing(cell, text) ? NOTHING : readComponents(text);

const MOST_NAMED = 5;

// Compared only where the national record lists its papers. A catalogue holds the list in one cell and gets one finding
// there; in a component sheet each surplus paper gets its own, and what is missing is told at one row of the procedure.
export default defineRule({
  id: 'NAT-07',
  title: 'Thành phần hồ sơ khớp danh mục quốc gia',
  severity: 'warning',
  scope: 'table',
  why: 'Thừa giấy tờ là yêu cầu người dân nộp ngoài quy định; thiếu thì hồ sơ bị trả lại để bổ sung.',
  howToFix:
    'Đối chiếu từng giấy tờ với quyết định công bố; bỏ giấy tờ thừa, thêm giấy tờ thiếu, dùng đúng tên giấy tờ của danh mục quốc gia.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'components'],
  reads: ['ma_tthc', 'thanh_phan_ho_so'],
  refs: ['procedures'],
  params: z.object({
    alike: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.75)
      .describe('Mức giống nhau tối thiểu (0,5–1) để coi hai tên giấy tờ là một'),
  }),
  messages: {
    differs: 'Thành phần hồ sơ lệch danh mục quốc gia: thừa {extra}, thiếu {missing} giấy tờ.',
    extra: 'Giấy tờ này không có trong thành phần hồ sơ của danh mục quốc gia.',
    missing: 'Thành phần hồ sơ của TTHC {code} thiếu {missing} giấy tờ so với danh mục quốc gia.',
  },
  en: {
    title: 'The dossier components agree with the national catalogue',
    why: 'A paper too many asks citizens for what no rule demands; one too few gets their dossier returned.',
    howToFix:
      'Compare each paper with the publishing decision; drop what is too many, add what is missing, and use the names of the national catalogue.',
    messages: {
      differs: 'The components differ from the national catalogue: {extra} too many, {missing} missing.',
      extra: 'This paper is not among the components of the national catalogue.',
      missing: 'The components of procedure {code} lack {missing} of the national catalogue’s papers.',
    },
  },
  check(view, context) {
    if (view.table.dataset === 'components') checkSheet(view, context);
    else checkCells(view, context);
  },
});

type Context = CatalogueContext & { readonly params: { readonly alike: number } };

/** Papers of a record; none where its detail cannot be trusted. */
const nationalOf = onceFor((record: NationalProcedure) =>
  // Split as an agency's cell is, so that a record copied word for word agrees with itself.
  record.hasDetail ? record.thanh_phan_ho_so.flatMap(readComponents) : NOTHING,
);

/** A catalogue: all papers of a procedure in one cell. */
function checkCells(view: View, context: Context): void {
  const recordOf = comparedRecordOf(view, context);
  const componentsOf = view.derive('thanh_phan_ho_so', componentsIn);
  const judge = context.memo(differing, () =>
    oncePerPair((own: readonly NamedComponent[], record: NationalProcedure) =>
      differing(own, record, context.params.alike),
    ),
  );
  for (let row = 0; row < view.rows; row += 1) {
    const record = recordOf(row);
    const verdict = record === undefined ? null : judge(componentsOf(row), record);
    if (verdict !== null) view.report(row, 'thanh_phan_ho_so', verdict);
  }
}

function differing(own: readonly NamedComponent[], record: NationalProcedure, alike: number): Verdict<Message> | null {
  const national = nationalOf(record);
  if (own.length === 0 || national.length === 0) return null;
  const difference = compareComponents(own, national, alike);
  const { extra, missing } = difference;
  if (extra.length === 0 && missing.length === 0) return null;
  // One line that is none of the papers refers to them: "Theo quyết định công bố".
  if (own.length === 1 && extra.length === 1) return null;
  return { message: 'differs', ...counted(difference), ...withDoubt(record, listed(difference)) };
}

/** A component sheet: one paper per row, several rows per procedure. */
function checkSheet(view: View, context: Context): void {
  const recordOf = comparedRecordOf(view, context);
  const componentsOf = view.derive('thanh_phan_ho_so', componentsIn);
  const rowsOf = new Map<NationalProcedure, number[]>();
  for (let row = 0; row < view.rows; row += 1) {
    const record = recordOf(row);
    if (record === undefined || nationalOf(record).length === 0 || componentsOf(row).length === 0) continue;
    const rows = rowsOf.get(record);
    if (rows === undefined) rowsOf.set(record, [row]);
    else rows.push(row);
  }
  for (const [record, rows] of rowsOf) {
    const difference = compareComponents(rows.flatMap(componentsOf), nationalOf(record), context.params.alike);
    const surplus = new Set(difference.extra);
    const extra: Verdict<Message> = {
      message: 'extra',
      ...withDoubt(record, `Danh mục quốc gia gồm: ${named(nationalOf(record))}.`),
    };
    for (const row of rows) {
      if (componentsOf(row).every((component) => surplus.has(component))) view.report(row, 'thanh_phan_ho_so', extra);
    }
    if (difference.missing.length > 0) {
      view.report(rowToTell(view, rows), 'thanh_phan_ho_so', {
        message: 'missing',
        args: { code: record.ma_tthc, missing: difference.missing.length },
        difference: `thiếu ${difference.missing.length}`,
        ...withDoubt(record, `Thiếu: ${named(difference.missing)}.`),
      });
    }
  }
}

/** The row at which a finding about all rows of a procedure stands: the same one in whatever order the rows come. */
function rowToTell(view: View, rows: readonly number[]): number {
  return rows.reduce((best, row) =>
    view.text('thanh_phan_ho_so', row) < view.text('thanh_phan_ho_so', best) ? row : best,
  );
}

const counted = ({ extra, missing }: ComponentDifference): Pick<Verdict, 'args' | 'difference'> => ({
  args: { extra: extra.length, missing: missing.length },
  difference: `thừa ${extra.length}, thiếu ${missing.length}`,
});

const listed = ({ extra, missing }: ComponentDifference): string =>
  [extra.length > 0 ? `Thừa: ${named(extra)}.` : '', missing.length > 0 ? `Thiếu: ${named(missing)}.` : '']
    .filter((part) => part !== '')
    .join(' ');

function named(components: readonly NamedComponent[]): string {
  const names = components.slice(0, MOST_NAMED).map(({ name }) => shortened(name, 100));
  return components.length > MOST_NAMED ? `${names.join('; ')}; …` : names.join('; ');
}

function withDoubt(record: NationalProcedure, evidence: string): Pick<Verdict, 'severity' | 'evidence'> {
  const doubt = steppedDown(record, ['detailOfOtherProcedure', 'duplicateCode']);
  return { ...doubt, evidence: doubt.evidence === undefined ? evidence : `${evidence} ${doubt.evidence}` };
}
