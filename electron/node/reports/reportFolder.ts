import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { formatDate } from '../../../shared/domain/calendarDate.ts';
import { Findings } from '../../../shared/engine/findings.ts';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { dailyDocument } from '../../../shared/reports/daily/dailyDocument.ts';
import { dailyReportOf, hasDailyReport } from '../../../shared/reports/daily/dailyReport.ts';
import { leaderDocument } from '../../../shared/reports/leader/leaderDocument.ts';
import { leaderReportOf } from '../../../shared/reports/leader/leaderReport.ts';
import type { PersonalData } from '../../../shared/reports/masking.ts';
import type { OfficialDocument } from '../../../shared/reports/pages/officialDocument.ts';
import { officialPage } from '../../../shared/reports/pages/officialPage.ts';
import type { EarlierRound } from '../../../shared/reports/readiness/compareRounds.ts';
import { readinessDocument } from '../../../shared/reports/readiness/readinessDocument.ts';
import type { Fault } from '../../../shared/result.ts';
import type { Office } from '../../../shared/settings/office.ts';
import { writeFileAtomically } from '../atomicFile.ts';
import { safeFileName } from '../fileNames.ts';
import { officialDocx } from './officialDocx.ts';
import type { PagePrinter } from './pagePrinter.ts';
import { readinessWorkbook } from './readinessWorkbook.ts';
import { reportFontFaces } from './reportFont.ts';

/** What reports of a round are drawn from. */
export interface ReportRequest {
  readonly check: Check;
  readonly office: Office;
  readonly language: Language;
  readonly personal: PersonalData;
  /** The round before; null for none. */
  readonly before: EarlierRound | null;
}

/** The files that were written, and what could not be made. */
export interface WrittenReports {
  readonly files: readonly string[];
  readonly faults: readonly Fault[];
}

/** Writes the round's reports into a folder: to the leader, readiness, and the day's where there are daily sheets. Without
 *  a browser the PDFs are left out and that is said once; everything else is written.
 *  @param print  makes the PDFs; null where there is no browser
 *  @throws the file system's error when a place can't be written */
export async function writeReports(
  { check, office, language, personal, before }: ReportRequest,
  folder: string,
  print: PagePrinter | null,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<WrittenReports> {
  const findings = new Findings(check.result.log, language);
  const leader = leaderReportOf(check, findings, office, language, personal, before);
  const { progress } = leader;
  const readiness = readinessDocument(leader.readiness, progress, check.round, check.today, language);
  const name = (key: string, params: Readonly<Record<string, string>> = {}): string =>
    safeFileName(translate(language, `leader.${key}`, params));
  const papers: Paper[] = [
    { name: name('fileReport'), document: leaderDocument(leader, office, language), docx: true },
    { name: name('fileReadiness'), document: readiness, docx: false },
  ];
  if (hasDailyReport(check)) {
    const daily = dailyReportOf(check, findings, office, personal);
    // Slashes are no part of a file name; 01-09-2026 reads as the date it is.
    const day = formatDate(daily.day).replaceAll('/', '-');
    papers.push({ name: name('fileDaily', { day }), document: dailyDocument(daily, office, language), docx: true });
  }

  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  const faults: Fault[] = [];
  const write = async (file: string, bytes: string | Uint8Array): Promise<void> => {
    const target = path.join(folder, file);
    await writeFileAtomically(target, [bytes]);
    files.push(target);
  };
  const fontFaces = await reportFontFaces();
  if (print === null) faults.push({ code: 'pdf.noBrowser', params: {} });
  for (const [done, paper] of papers.entries()) {
    onProgress(done, papers.length + 1);
    if (paper.docx) await write(`${paper.name}.docx`, await officialDocx(paper.document));
    const page = officialPage(paper.document, fontFaces);
    await write(`${paper.name}.html`, page);
    if (print === null) continue;
    const pdf = await print(page);
    if (pdf.ok) await write(`${paper.name}.pdf`, pdf.value);
    else faults.push(pdf.error);
  }
  onProgress(papers.length, papers.length + 1);
  await write(
    `${name('fileReadiness')}.xlsx`,
    await readinessWorkbook(leader.readiness, progress, check.round, check.today, language),
  );
  return { files, faults };
}

interface Paper {
  readonly name: string;
  readonly document: OfficialDocument;
  /** Whether it is also written for Word: papers that an office edits and signs. */
  readonly docx: boolean;
}
