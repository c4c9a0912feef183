import { readFile } from 'node:fs/promises';
import { Findings } from '../../../shared/engine/findings.ts';
import { translate } from '../../../shared/i18n/index.ts';
import { leaderDocument } from '../../../shared/reports/leader/leaderDocument.ts';
import { leaderReportOf } from '../../../shared/reports/leader/leaderReport.ts';
import { MASKED } from '../../../shared/reports/masking.ts';
import { correctionPage } from '../../../shared/reports/pages/correctionPage.ts';
import { earlierOfAgencies } from '../../../shared/reports/readiness/compareRounds.ts';
import { planCorrectionFolders, type CorrectionFolder } from '../correctionFolder.ts';
import { safeFileName } from '../fileNames.ts';
import { correctionWorkbook } from '../reports/correctionWorkbook.ts';
import { officialDocx } from '../reports/officialDocx.ts';
import { reportFontFaces } from '../reports/reportFont.ts';
import { onlyAgencies } from '../workbench/onlyAgencies.ts';
import { putFile, type BatchFile, type BatchOutput } from './batchFile.ts';
import { UNNAMED_OFFICE, Unwritable, type Piece } from './piece.ts';
import type { BatchRequest } from './writeBatch.ts';

const OF_AGENCY = ['correctionWorkbook', 'correctionPage', 'correctionPdf', 'agencyReport', 'originals'] as const;

/** One piece per agency and output, agency by agency. */
export function agencyPieces(request: BatchRequest): readonly Piece[] {
  const wanted = OF_AGENCY.filter((output) => request.outputs.includes(output));
  if (wanted.length === 0) return [];
  // A list links to the files beside it only where they are handed out with it.
  const sources = request.outputs.includes('originals') ? request.sources : [];
  let faces: Promise<string> | undefined;
  const fontFaces = (): Promise<string> => (faces ??= reportFontFaces());
  return planCorrectionFolders(request.check, sources, request.language).flatMap((plan) =>
    wanted.map((output): Piece => {
      return {
        key: `${output} ${plan.summary.agency.id} ${plan.name}`,
        shown: plan.summary.agency.name,
        write: () => WRITERS[output](request, plan, fontFaces),
      };
    }),
  );
}

type Writer = (
  request: BatchRequest,
  plan: CorrectionFolder,
  fontFaces: () => Promise<string>,
) => Promise<readonly BatchFile[]>;

const WRITERS: Readonly<Record<(typeof OF_AGENCY)[number], Writer>> = {
  correctionWorkbook: async ({ folder, language }, plan) => [
    await putFile(folder, placeOf(plan, 'correctionWorkbook', `${plan.listName}.xlsx`), [
      await correctionWorkbook(plan.list(), language, plan.linkTo),
    ]),
  ],
  correctionPage: async ({ folder, language }, plan) => [
    await putFile(folder, placeOf(plan, 'correctionPage', `${plan.listName}.html`), [
      correctionPage([plan.list()], language),
    ]),
  ],
  correctionPdf: async ({ folder, language, printPage }, plan, fontFaces) => {
    const printed = await printPage!(correctionPage([plan.list()], language, await fontFaces()));
    if (!printed.ok) throw new Unwritable(printed.error);
    return [await putFile(folder, placeOf(plan, 'correctionPdf', `${plan.listName}.pdf`), [printed.value])];
  },
  agencyReport: async ({ check, folder, language, office = UNNAMED_OFFICE, before = null }, plan) => {
    const { id } = plan.summary.agency;
    const own = onlyAgencies(check, [id]);
    const earlier = before === null ? null : earlierOfAgencies(before, [id]);
    const report = leaderReportOf(own, new Findings(own.result.log, language), office, language, MASKED, earlier);
    const name = safeFileName(`${translate(language, 'leader.fileReport')} - ${plan.summary.agency.name}`);
    const bytes = await officialDocx(leaderDocument(report, office, language));
    return [await putFile(folder, placeOf(plan, 'agencyReport', `${name}.docx`), [bytes])];
  },
  originals: async ({ folder }, plan) => {
    const files: BatchFile[] = [];
    for (const [name, source] of plan.copies) {
      files.push(await putFile(folder, placeOf(plan, 'originals', name), [await readFile(source)]));
    }
    return files;
  },
};

const placeOf = ({ name, summary }: CorrectionFolder, output: BatchOutput, file: string) => ({
  path: `${name}/${file}`,
  output,
  agency: summary.agency.name,
});
