import { columnLetters } from '../../../../shared/table/cell.ts';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied, type Reply } from '../../../../shared/contract/envelope.ts';
import type { intakeMethods, IntakeFile, SheetPreview } from '../../../../shared/contract/intake.ts';
import { confirmReading, readWorkbook } from '../../../../shared/intake/readWorkbook.ts';
import type { SheetReading } from '../../../../shared/intake/reading.ts';
import { formatSavedMapping, mappingOf } from '../../../../shared/intake/savedMapping.ts';
import { fail, succeed, type Fault, type Result } from '../../../../shared/result.ts';
import type { Sheet, Workbook } from '../../../../shared/table/sheet.ts';
import { ReadingPool } from '../../readingPool.ts';
import { lapsedDecisions, newlyLapsed } from '../decisionStandings.ts';
import type { JobProgress } from '../jobs.ts';
import {
  agencyShown,
  loadFile,
  storedReadings,
  storedTables,
  type KeptReading,
  type RoundFile,
} from '../roundFiles.ts';
import type { RoundSession } from '../roundSession.ts';
import type { Surroundings } from '../surroundings.ts';
import { savedMappings, takeFiles } from '../takeFiles.ts';
import { intakeOf } from '../unfinishedWork.ts';

const PREVIEW_ROWS = 40;
const LONGEST_CELL = 300;
const WIDEST_PREVIEW = 256;

/** Files in, what intake makes of them, and what people say to that. */
export function intakeHandlers(around: Surroundings): Handlers<keyof typeof intakeMethods> {
  const { workspace, jobs, rounds, unfinished, handles, emit, limits } = around;

  /** Work on the files of an open round, after which the findings are settled and told of. */
  const onFiles = (
    round: string,
    work: (session: RoundSession, progress: JobProgress) => Promise<Result<null>>,
    onGivenUp: () => void = () => {},
  ): Reply<{ job: string }> => {
    if (workspace.rounds.get(round) === null) return refused('round.unknown');
    const carryOut = async (progress: JobProgress): Promise<Result<null>> => {
      const opened = await rounds.open(round, progress);
      if (!opened.ok) {
        onGivenUp();
        return opened;
      }
      const before = lapsedDecisions(opened.value);
      try {
        return await work(opened.value, progress);
      } finally {
        const lapsed = newlyLapsed(before, lapsedDecisions(opened.value));
        if (lapsed.cells + lapsed.findings > 0) emit({ type: 'lapsed', round, ...lapsed });
      }
    };
    return replied({ job: jobs.startInTurn('intake', round, carryOut, onGivenUp) });
  };

  const takeIn = (round: string, places: readonly string[], work: string): Reply<{ job: string }> =>
    onFiles(
      round,
      (session, progress) =>
        unfinished.during(work, async (record) => {
          await takeFiles(around, round, session, places, progress, record);
          return succeed(null);
        }),
      () => unfinished.release(work),
    );
  unfinished.onResume('intake', (work) => takeIn(work.round, intakeOf(work).places, work.id));

  const settle = (round: string, session: RoundSession): void => {
    session.settle();
    rounds.keepStanding(round, session);
    rounds.keepSoon(round, session);
    emit({ type: 'results', round, revision: session.revision });
    emit({ type: 'rounds' });
  };

  const reopen = async (file: RoundFile): Promise<Result<Workbook>> => {
    if (file.fault !== null) return { ok: false, error: file.fault };
    await using pool = new ReadingPool({ ...limits, workers: 1 });
    const { opened } = await pool.read({ path: workspace.contents.pathOf(file.sha256), shown: file.name });
    return opened;
  };

  const sheetOf = async (file: RoundFile, name: string): Promise<Result<Sheet>> => {
    const workbook = await reopen(file);
    if (!workbook.ok) return workbook;
    const found = workbook.value.sheets.find((one) => one.name === name);
    return found === undefined ? fail('intake.noSuchSheet', { sheet: name }) : succeed(found);
  };

  /** Puts a reading in the place of the one that a file's sheet had, and judges the sheet by it. */
  const keepReading = (
    round: string,
    session: RoundSession,
    file: RoundFile,
    reading: KeptReading,
    progress: JobProgress,
  ): void => {
    const readings = file.readings.map((one) => (one.sheet === reading.sheet ? reading : one));
    progress.report('checking', 0, 1);
    workspace.files.change(round, file.id, storedReadings(readings), storedTables(readings));
    session.addFile(loadFile(workspace, workspace.files.get(round, file.id)!));
    settle(round, session);
  };

  return {
    'intake.add': ({ round, files }) => {
      const places: string[] = [];
      for (const handle of files) {
        const place = handles.resolve('read', handle);
        const known = place.ok ? place : handles.resolve('folder', handle);
        if (!known.ok) return refused(known.error.code, known.error.params);
        places.push(known.value);
      }
      if (workspace.rounds.get(round) === null) return refused('round.unknown');
      return takeIn(round, places, unfinished.begin('intake', round, { places }));
    },

    'intake.list': ({ round }) => {
      const session = rounds.get(round);
      if (!session.ok) return refused(session.error.code, {}, true);
      return replied({ files: session.value.files.map(fileView) });
    },

    'intake.preview': async ({ round, file, sheet, header, dataset }) => {
      const session = rounds.get(round);
      if (!session.ok) return refused(session.error.code, {}, true);
      const own = session.value.file(file);
      if (own === undefined) return refused('intake.noSuchFile');
      const found = await sheetOf(own, sheet);
      if (!found.ok) return refused(found.error.code, found.error.params);
      const options = { file: own.name, mappings: savedMappings(workspace) };
      const asKept = own.readings.find((reading) => reading.sheet === sheet);
      if (header === undefined || dataset === undefined) {
        const fresh = asKept ?? readWorkbook({ format: own.format!, sheets: [found.value] }, options)[0];
        return fresh === undefined ? refused('intake.noSuchSheet', { sheet }) : replied(previewOf(found.value, fresh));
      }
      const mapped = confirmReading(found.value, { header, dataset }, options);
      return mapped.ok
        ? replied(previewOf(found.value, mapped.value))
        : refused(mapped.error.code, mapped.error.params);
    },

    'intake.confirm': ({ round, file, sheet, header, dataset, columns, remember }) =>
      onFiles(round, async (session, progress) => {
        const own = session.file(file);
        if (own === undefined) return fail('intake.noSuchFile');
        progress.report('reading', 0, 1);
        const found = await sheetOf(own, sheet);
        if (!found.ok) return found;
        const decided = columns.map(({ sheetColumn, field, channel }) => ({
          sheetColumn,
          field,
          ...(channel === undefined ? {} : { channel }),
        }));
        const reading = confirmReading(found.value, { header, dataset, columns: decided }, { file: own.name });
        if (!reading.ok) return reading;
        if (remember) {
          const mapping = mappingOf(reading.value);
          if (mapping !== null) workspace.knowledge.saveMapping(mapping.layout, formatSavedMapping(mapping));
        }
        keepReading(round, session, own, { ...reading.value, confirmed: true }, progress);
        return succeed(null);
      }),

    'intake.unconfirm': ({ round, file, sheet }) =>
      onFiles(round, async (session, progress) => {
        const own = session.file(file);
        if (own === undefined) return fail('intake.noSuchFile');
        if (!own.readings.some((one) => one.sheet === sheet && one.confirmed)) {
          return fail('intake.notConfirmed', { sheet });
        }
        progress.report('reading', 0, 1);
        const found = await sheetOf(own, sheet);
        if (!found.ok) return found;
        // Without what is remembered, which would confirm it again.
        const [reading] = readWorkbook({ format: own.format!, sheets: [found.value] }, { file: own.name });
        keepReading(round, session, own, { ...reading!, confirmed: false }, progress);
        return succeed(null);
      }),

    'intake.setAgency': ({ round, file, agency }) =>
      onFiles(round, async (session) => {
        const own = session.file(file);
        if (own === undefined) return fail('intake.noSuchFile');
        workspace.files.setAgency(round, file, agency);
        session.addFile({ ...own, agency });
        settle(round, session);
        return succeed(null);
      }),

    'intake.remove': ({ round, file }) =>
      onFiles(round, async (session) => {
        if (session.file(file) === undefined) return fail('intake.noSuchFile');
        workspace.files.setRemoved(round, file, true);
        session.removeFile(file);
        settle(round, session);
        return succeed(null);
      }),

    'intake.restore': ({ round, file }) =>
      onFiles(round, async (session) => {
        const stored = workspace.files.get(round, file);
        if (stored === null) return fail('intake.noSuchFile');
        workspace.files.setRemoved(round, file, false);
        session.addFile(loadFile(workspace, stored));
        settle(round, session);
        return succeed(null);
      }),

    'intake.mappings': () =>
      replied({
        mappings: savedMappings(workspace).map(({ layout, dataset, columns }) => ({
          layout,
          dataset,
          columns: columns.filter(({ field }) => field !== null).length,
          headings: columns.map(({ heading }) => heading.slice(0, 100)).filter((heading) => heading !== ''),
        })),
      }),

    'intake.forgetMapping': ({ layout }) => {
      workspace.knowledge.forgetMapping(layout);
      return replied({});
    },
  };
}

const plain = ({ code, params }: Fault): { code: string; params: Record<string, string | number> } => ({
  code,
  params: { ...params },
});

function fileView(file: RoundFile): IntakeFile {
  const { id, name, bytes, format, fault, readings } = file;
  return {
    file: id,
    name,
    bytes,
    format,
    fault: fault === null ? null : plain(fault),
    agency: agencyShown(file),
    sheets: readings.map(({ sheet, verdict, dataset, rows, agency, visibility, questions, confirmed }) => ({
      sheet,
      verdict,
      dataset,
      rows,
      agency: agency?.name ?? null,
      hidden: visibility !== 'visible',
      questions: questions.map(plain),
      confirmed,
    })),
  };
}

function previewOf(sheet: Sheet, reading: SheetReading): SheetPreview {
  const width = Math.min(sheet.columns.length, WIDEST_PREVIEW);
  const header = reading.header;
  return {
    rows: Array.from(sheet.rowNumbers.subarray(0, PREVIEW_ROWS), (row, at) => ({
      row,
      hidden: sheet.hiddenRows.has(row),
      cells: Array.from({ length: width }, (_, column) =>
        sheet.dictionary.cell(sheet.columns[column]![at]!).text.slice(0, LONGEST_CELL),
      ),
    })),
    totalRows: sheet.rowNumbers.length,
    header: header === null ? null : { ...header },
    dataset: reading.dataset,
    candidates: reading.candidates.map((candidate) => ({ ...candidate })),
    columns: reading.columns.map(({ sheetColumn, heading, field, channel, confidence, evidence, alternatives }) => ({
      sheetColumn,
      letters: columnLetters(sheetColumn),
      heading,
      field,
      ...(channel === undefined ? {} : { channel }),
      confidence,
      evidence,
      alternatives: [...alternatives],
    })),
    questions: reading.questions.map(plain),
  };
}
