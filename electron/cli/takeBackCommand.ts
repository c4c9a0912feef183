import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { addDays } from '../../shared/domain/calendarDate.ts';
import { faultText, translate } from '../../shared/i18n/index.ts';
import { editOf, isTakenByDefault } from '../../shared/reports/returned/answerStanding.ts';
import { cellName } from '../../shared/reports/returned/presentRound.ts';
import type { Fault } from '../../shared/result.ts';
import { writeFileAtomically } from '../node/atomicFile.ts';
import type { CheckRequest } from '../node/checkFiles.ts';
import { ReadingPool } from '../node/readingPool.ts';
import { answersTable } from '../node/returned/answersTable.ts';
import { writeCorrectedCopies, type CorrectedCopy } from '../node/returned/correctedCopies.ts';
import { presentOf, reviewOf, type ReviewedLine } from '../node/workbench/returnedAnswers.ts';
import { decisionsFor } from '../node/workbench/returnedChoice.ts';
import { readReturned, type TakenList } from '../node/workbench/returnedReading.ts';
import { groupOf } from '../node/workbench/returnedViews.ts';
import { RoundSession } from '../node/workbench/roundSession.ts';
import { sayFaults, sayRefusal, setUpCheck, type CheckOptions } from './checkSetUp.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { progressBar, type ProgressBar } from './progressBar.ts';
import { takeBackSummary } from './takeBackSummary.ts';

/** `rasoat take-back <returned lists…> --files <agency files>… --out FOLDER`. */
export interface TakeBackCommand extends CheckOptions {
  readonly name: 'takeBack';
  /** Correction lists that came back. */
  readonly returned: readonly string[];
  /** Folder for the corrected copies and the table of answers. */
  readonly out: string;
  readonly quiet: boolean;
}

/** How long a finding is accepted that an agency keeps as it is. */
const KEPT_DAYS = 90;

/** Holds lists that agencies sent back against their files, writes copies of the files with every answer that applies, and a
 *  table of all answers. What somebody must look at is told, not applied. */
export async function runTakeBack(command: TakeBackCommand): Promise<ExitCode> {
  const { language, quiet, out } = command;
  const bar = progressBar(process.stderr, quiet);
  const lists = await readReturned(command.returned, [], undefined);
  // A list names the round that it was made for; its marks were made with that name.
  const round = command.round ?? lists.find(({ list }) => (list?.round ?? '') !== '')?.list?.round;
  const ready = await setUpCheck(round === undefined ? command : { ...command, round });
  if (!ready.ok) return sayRefusal(ready, language);
  const { request, faults, warnings } = ready.value;
  sayFaults(faults, language);
  for (const line of warnings) process.stderr.write(`${line}\n`);
  const session = await openedRound(request, bar, translate(language, 'cli.reading'));
  const present = presentOf(session, () => []);
  const review = reviewOf(lists, session, present);
  const applying = review.lines.filter(isTakenByDefault);
  const edits = new Map(
    applying.flatMap((one) => {
      const edit = editOf(one, present);
      return edit === null ? [] : [[one, edit] as const];
    }),
  );

  let copies: readonly CorrectedCopy[];
  let chosen: readonly ReviewedLine[];
  const table = path.join(out, translate(language, 'cli.takeBack.tableName'));
  try {
    const pathOf = new Map(request.found.files.map((file) => [file.shown, file.path]));
    const files = session.files.flatMap(({ name, sha256, fault }) =>
      fault === null ? [{ file: name, path: pathOf.get(name)!, sha256 }] : [],
    );
    await mkdir(out, { recursive: true });
    // Two lines about one cell may say the same of it.
    const distinct = new Map([...edits.values()].map((edit) => [cellName(edit), edit]));
    copies = await writeCorrectedCopies(files, [...distinct.values()], out, language);
    const written = new Set(copies.flatMap((copy) => copy.written.map(cellName)));
    chosen = applying.filter((one) => !edits.has(one) || written.has(cellName(edits.get(one)!)));
    await writeFileAtomically(
      table,
      answersTable(review.lines, (list) => lists[list]!.file, new Set<ReviewedLine>(chosen), language),
    );
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    // Only the file system's refusals are the user's to mend; anything else is a fault of the program.
    if (detail === undefined) throw error;
    bar.clear();
    sayFaults([{ code: 'cli.cannotWrite', params: { file: out, detail } }], language);
    return EXIT.internal;
  }
  bar.clear();
  const made = decisionsFor(review, chosen, session, addDays(request.today, KEPT_DAYS));
  const decisions = made.ok
    ? made.value.map(({ decision, label }, at) => ({ ...decision, label, entry: at + 1, at: '', undone: false }))
    : [];
  const change = session.decide(decisions);
  const unread = [
    ...session.files.flatMap(({ fault }): readonly Fault[] => (fault === null ? [] : [fault])),
    ...copies.flatMap(({ fault }): readonly Fault[] => (fault === null ? [] : [fault])),
  ];
  sayFaults(unread, language);
  if (!quiet) {
    const remaining = session.waived.reduce((sum, waived) => sum + (waived === 1 ? 0 : 1), 0);
    process.stdout.write(takeBackSummary({ review, chosen, copies, change, remaining, out, table, session, language }));
  }
  for (const { file, fault } of lists.filter(hasFault)) {
    if (quiet) process.stderr.write(`${file}: ${faultText(language, fault)}\n`);
  }
  if (unread.length > 0 || faults.length > 0 || lists.some(hasFault)) return EXIT.unreadable;
  const isWaiting = review.lines.some((line) => ['look', 'refused'].includes(groupOf(line)));
  return isWaiting || chosen.length < applying.length ? EXIT.errorsFound : EXIT.clean;
}

const hasFault = (list: TakenList): list is TakenList & { readonly fault: Fault } => list.fault !== null;

/** The agencies' files as a round in memory. */
async function openedRound(request: CheckRequest, bar: ProgressBar, label: string): Promise<RoundSession> {
  const { found, round, today, rules, ruleSet, lists = {}, mappings } = request;
  const session = new RoundSession(
    {
      name: round,
      date: today,
      rules,
      ...(ruleSet === undefined ? {} : { ruleSet }),
      reference: await request.reference,
      lists,
    },
    [],
  );
  const unread = { sha256: '', bytes: 0, format: null, agency: null, readings: [] };
  for (const { shown, fault } of found.missing) session.addFile({ ...unread, id: shown, name: shown, fault });
  await using pool = new ReadingPool(request.limits);
  const ahead = found.files.slice(0, pool.window).map((file) => pool.understand(file, mappings));
  for (const [at, { shown }] of found.files.entries()) {
    bar.show(label, at, found.files.length);
    const { bytes, sha256, opened } = await ahead.shift()!;
    const next = found.files[at + pool.window];
    if (next !== undefined) ahead.push(pool.understand(next, mappings));
    const own = { ...unread, id: `${at}`, name: shown, bytes, sha256 };
    if (!opened.ok) session.addFile({ ...own, fault: opened.error });
    else {
      const { format, readings } = opened.value;
      session.addFile({
        ...own,
        fault: null,
        format,
        readings: readings.map((reading) => ({ ...reading, confirmed: false })),
      });
    }
  }
  session.settle();
  return session;
}
