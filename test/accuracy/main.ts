// `node test/accuracy/main.ts [mistakes]`: measures how often the rules are right and prints the report as Markdown.
// The exit code is 1 when a promised bound does not hold.
import process from 'node:process';
import { nationalProcedures } from './corpora/nationalCorpus.ts';
import { sampleProcedures } from './corpora/sampleCorpus.ts';
import { headingAccuracy } from './headings/headingAccuracy.ts';
import { runMutations } from './mutationRun.ts';
import { nameSearchAccuracy } from './nameSearch.ts';
import { OPERATORS } from './operators/index.ts';
import { findRealDefects } from './realDefects.ts';
import { table } from './report/markdown.ts';
import { boundsOf, mutationReport, type Bounds } from './report/mutations.ts';
import { defectReport, headingReport, nameReport } from './report/others.ts';
import { UNCATCHABLE } from './report/uncatchable.ts';
import { percent, percentWithin, shareOf } from './tally.ts';

const SEED = 20_260_901;
const MISTAKES = Number(process.argv[2] ?? 20_000);
const LAYOUTS = 2_600;
const NAME_QUERIES = 11_000;

/** What the product promises. */
const PROMISED = { caught: 0.99, falseErrors: 0.001, certainFixes: 0.999 };

const sample = await sampleProcedures();
const national = await nationalProcedures();
const mutations = await runMutations({
  seed: SEED,
  mistakes: MISTAKES,
  operators: OPERATORS,
  sample,
  national,
  bytesEvery: 4,
});
const bounds = boundsOf(mutations);
const layouts = await headingAccuracy(sample, LAYOUTS, SEED);
const names = (national ?? sample).snapshot.procedures.map(({ ten_tthc }) => ten_tthc);
const searches = nameSearchAccuracy(names, NAME_QUERIES, SEED);
const defects = national === null ? null : await findRealDefects(national);

console.log(
  [
    '# How often the rules are right',
    'Written by `npm run accuracy -- --write`; do not edit. Mistakes that people and programs really make are put into clean rounds at random, with a seed; then every rule judges them, and what it says is compared with what was done.',
    setting(),
    '## What is promised, and what was measured',
    boundsTable(bounds),
    mutationReport(mutations),
    '## What cannot be caught, and why',
    UNCATCHABLE,
    '## Known defects of real files',
    defectReport(defects),
    '## Layouts never seen before',
    headingReport(layouts),
    '## Names written otherwise',
    nameReport(
      searches,
      `${names.length} names of ${national === null ? 'the sample catalogue' : 'the national catalogue'}, a tenth taken out`,
    ),
  ].join('\n\n'),
);
if (!boundsHold(bounds)) process.exitCode = 1;

function setting(): string {
  const rounds = mutations.scores.length;
  return [
    `${OPERATORS.length} kinds of mistakes, ${mutations.scores.reduce((sum, one) => sum + one.mistakes.length, 0)} mistakes in ${rounds} rounds (seed ${SEED}), at most one in six rows, never two about one procedure, person or unit; ${mutations.roundsThroughBytes} rounds went through the bytes of real .xlsx and .csv files.`,
    'Three corpora by turns: the **sample** province; made-up **operations** of a random province (staff, accounts, fees, workflows, links, dossiers, reports, its list of communes);',
    national === null
      ? 'the **national** records were not used: the shared data folder is missing.'
      : `agencies that copied the **national** catalogue's own records (${national.snapshot.procedures.length} procedures; those whose record looks faulty are left out).`,
    'Cells of which something was said before are never spoiled.',
  ].join(' ');
}

function boundsTable(measured: Bounds): string {
  const caught = shareOf(measured.caught, measured.mistakes);
  const alarms = shareOf(measured.falseErrors, measured.untouchedCells);
  const fixes = shareOf(measured.rightFixes, measured.certainFixes);
  return table(
    ['', 'Promised', 'Measured', 'Out of'],
    [
      ['Mistakes caught at the right cell', '≥ 99 %', percentWithin(caught), measured.mistakes],
      ['Untouched cells with an error-level finding', '≤ 0.1 %', percent(alarms.share), measured.untouchedCells],
      [
        '– with those that follow from a mistake in another cell',
        '≤ 0.1 %',
        percent(shareOf(measured.falseErrors + measured.consequences, measured.untouchedCells).share),
        measured.untouchedCells,
      ],
      ['Corrections marked as certain that are right', '≥ 99.9 %', percent(fixes.share), measured.certainFixes],
    ],
  );
}

function boundsHold(measured: Bounds): boolean {
  return (
    measured.caught >= PROMISED.caught * measured.mistakes &&
    measured.falseErrors + measured.consequences <= PROMISED.falseErrors * measured.untouchedCells &&
    measured.rightFixes >= PROMISED.certainFixes * measured.certainFixes
  );
}
