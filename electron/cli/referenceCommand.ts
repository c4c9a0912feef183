import process from 'node:process';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import { selfCheckReport } from '../../shared/reference/selfCheck.ts';
import { loadReference } from '../node/referenceFile.ts';
import { EXIT, type ExitCode } from './exitCode.ts';

/** `rasoat import-reference FILE…`: tries a national catalogue and says what its self-check found. */
export async function importReference(files: readonly string[], language: Language): Promise<ExitCode> {
  const loaded = await loadReference(files);
  if (!loaded.ok) {
    process.stderr.write(`${faultText(language, loaded.error)}\n`);
    return EXIT.unreadable;
  }
  const { id, procedures } = loaded.value;
  process.stdout.write(
    `${translate(language, 'cli.referenceReady', { records: procedures.length.toLocaleString('vi-VN'), id })}\n`,
  );
  const doubts = selfCheckReport(loaded.value);
  if (doubts.length === 0) return EXIT.clean;
  process.stdout.write(`${translate(language, 'cli.referenceDoubts', { count: doubts.length })}\n`);
  for (const { rule, ma_tthc, doubt, evidence } of doubts) {
    process.stdout.write(`  ${rule}  ${ma_tthc}  ${translate(language, `reference.doubt.${doubt}`, { evidence })}\n`);
  }
  return EXIT.clean;
}
