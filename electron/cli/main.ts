import process from 'node:process';
import { faultText, translate } from '../../shared/i18n/index.ts';
import { runAnnotate } from './annotateCommand.ts';
import { runBundle, runVerify } from './bundleCommand.ts';
import { runCheck } from './checkCommand.ts';
import { runCompare } from './compareCommand.ts';
import { parseCommandLine } from './commandLine.ts';
import { EXIT, type ExitCode } from './exitCode.ts';
import { importReference } from './referenceCommand.ts';
import { runReport } from './reportCommand.ts';
import { runTakeBack } from './takeBackCommand.ts';
import { explainRule, listRules } from './rulesCommand.ts';

async function main(args: readonly string[]): Promise<ExitCode> {
  const command = parseCommandLine(args);
  if (!command.ok) {
    process.stderr.write(`${faultText('vi', command.error)}\n`);
    return EXIT.usage;
  }
  switch (command.value.name) {
    case 'help':
      process.stdout.write(`${translate(command.value.language, 'cli.help')}\n`);
      return EXIT.clean;
    case 'check':
      return runCheck(command.value);
    case 'annotate':
      return runAnnotate(command.value);
    case 'bundle':
      return runBundle(command.value);
    case 'verify':
      return runVerify(command.value.folder, command.value.language);
    case 'compare':
      return runCompare(command.value);
    case 'report':
      return runReport(command.value);
    case 'takeBack':
      return runTakeBack(command.value);
    case 'rulesList':
      return listRules(command.value.language);
    case 'rulesExplain':
      return explainRule(command.value.id, command.value.language);
    case 'importReference':
      return importReference(command.value.files, command.value.language);
  }
}

// A reader that stops early (`| head`) is not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.clean);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`${translate('vi', 'cli.internal', { detail })}\n`);
  if (process.env['RASOAT_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = EXIT.internal;
}
