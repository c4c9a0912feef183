import { DATASETS } from '../../../shared/domain/datasets.ts';
import type { ColumnOutcome, HeadingAccuracy, LayoutOutcome } from '../headings/headingAccuracy.ts';
import type { NameSearchRow } from '../nameSearch.ts';
import type { DefectGroup } from '../realDefects.ts';
import { percent, percentWithin, shareOf } from '../tally.ts';
import { code, table } from './markdown.ts';

/** Why a known defect is not reported, where the group is not found as a whole. */
const WHY_NOT: readonly (readonly [defect: RegExp, why: string])[] = [
  [/ONLINE deadline/, 'only a longer online deadline is a fault (DUE-06); a shorter one is what the law wants'],
  [/result code/, 'the older form 000.00.00.Gxx-KQnnnn is accepted by the rule book (FMT-11)'],
  [/expired/, 'another reduction named in the same cell is still in force (TT 64/2025/TT-BTC, until 31/12/2026)'],
  [/several\/duplicated/, 'the same sector written twice: nothing is lost or contradicted'],
];

/** The part of the report about known defects of real files. */
export function defectReport(groups: readonly DefectGroup[] | null): string {
  if (groups === null) return 'Not run: the shared data folder is missing.';
  const listed = groups.reduce((sum, one) => sum + one.listed, 0);
  const found = groups.reduce((sum, one) => sum + one.found, 0);
  const rows = groups.map((one) => [
    one.source,
    one.field,
    one.defect,
    one.listed,
    percent(shareOf(one.found, one.listed).share),
    one.rules.join(' '),
    one.missed.length === 0
      ? ''
      : (WHY_NOT.find(([pattern]) => pattern.test(one.defect))?.[1] ?? one.missed.slice(0, 5).join(' ')),
  ]);
  return [
    `${found} of ${listed} listed defects (${percent(shareOf(found, listed).share)}) were found at their record and field by a rule that names them. \`xlsx_export\`: the portal's own files, read as files. \`detail_crawl\`: the crawled records, entered as a catalogue and a sheet of channels.`,
    table(['Source', 'Field', 'Defect', 'Listed', 'Found', 'By', 'Why not all'], rows),
  ].join('\n\n');
}

const LAYOUT_OUTCOMES: readonly (readonly [LayoutOutcome, string])[] = [
  ['right', 'right'],
  ['columnsOpen', 'right, columns left open'],
  ['asked', 'asked'],
  ['wrongKind', 'wrong kind'],
  ['wrongHeader', 'wrong header'],
  ['wrongColumn', 'wrong column'],
];
const COLUMN_OUTCOMES: readonly ColumnOutcome[] = ['right', 'open', 'wrong'];

/** The part of the report about layouts never seen before. */
export function headingReport({ layouts, columns, examples }: HeadingAccuracy): string {
  const sum = (outcome: LayoutOutcome): number =>
    [...layouts.values()].reduce((total, row) => total + (row.get(outcome) ?? 0), 0);
  const all = LAYOUT_OUTCOMES.reduce((total, [outcome]) => total + sum(outcome), 0);
  const wrong = sum('wrongKind') + sum('wrongHeader') + sum('wrongColumn');
  const share = (count: number): string => percentWithin(shareOf(count, all));
  const kinds = [...layouts].map(([dataset, row]) => [
    DATASETS[dataset].en,
    ...LAYOUT_OUTCOMES.map(([outcome]) => row.get(outcome) ?? 0),
  ]);
  const ways = [...columns].map(([way, row]) => {
    const of = COLUMN_OUTCOMES.reduce((total, outcome) => total + (row.get(outcome) ?? 0), 0);
    return [way, of, ...COLUMN_OUTCOMES.map((outcome) => percent(shareOf(row.get(outcome) ?? 0, of).share))];
  });
  return [
    `${all} drawn layouts: order of columns, title blocks, headers of one to four rows, foreign columns; about six in ten headings are in no list of the product. Understood without a fault: ${share(sum('right') + sum('columnsOpen'))}, of which ${sum('columnsOpen')} with columns left open for a person. Put aside with a question: ${share(sum('asked'))}. Taken wrongly, the worst kind: ${share(wrong)}.`,
    table(['Sheet', ...LAYOUT_OUTCOMES.map(([, name]) => name)], kinds),
    'Headings of the sheets that were recognised:',
    table(['Heading', 'Columns', 'Right', 'Left open', 'Wrong'], ways),
    examples.length === 0 ? '' : ['Wrong ones:', ...[...new Set(examples)].map((one) => `- ${code(one)}`)].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The part of the report about names of procedures written otherwise. */
export function nameReport(rows: readonly NameSearchRow[], names: string): string {
  return [
    `${names}. "Proposed": the best hit is near certain and the next one clearly worse, so rule NAT-01 proposes its code as likely (never as certain); "wrongly": it is another procedure's.`,
    table(
      ['Name written', 'Asked', 'Best hit right', 'Among five', 'Proposed', 'Wrongly'],
      rows.map(({ way, asked, first, five, proposed, wrong }) => [
        way,
        asked,
        percent(shareOf(first, asked).share),
        percent(shareOf(five, asked).share),
        percent(shareOf(proposed, asked).share),
        wrong === 0 ? '0' : percentWithin(shareOf(wrong, asked)),
      ]),
    ),
  ].join('\n\n');
}
