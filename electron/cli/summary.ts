import { DATASETS } from '../../shared/domain/datasets.ts';
import { causeText } from '../../shared/causes/causeText.ts';
import { groupCauses } from '../../shared/causes/groupCauses.ts';
import { formatDate } from '../../shared/domain/calendarDate.ts';
import { Findings, waivedFindings } from '../../shared/engine/findings.ts';
import { faultText, translate, type Language } from '../../shared/i18n/index.ts';
import type { SheetReading } from '../../shared/intake/reading.ts';
import { sheetTables, summariseAgencies, summariseRules } from '../../shared/reports/agencySummary.ts';
import type { Check } from '../../shared/reports/check.ts';
import { rowCount } from '../../shared/table/table.ts';

/** How many lines of a kind the summary shows before it says "and N more". */
const MOST_LINES = 10;
const MOST_CAUSES = 5;

/** The result as a person reads it in a terminal: what was read, what could not be, where to start. */
export function summaryText(check: Check, language: Language): string {
  const say = (key: string, params: Record<string, string | number> = {}): string => translate(language, key, params);
  const number = (value: number): string => value.toLocaleString('vi-VN');
  const findings = new Findings(check.result.log, language);
  const tables = sheetTables(check);
  const rows = tables.reduce((sum, table) => sum + rowCount(table), 0);
  const readable = check.files.filter(({ fault }) => fault === null);
  const unreadable = check.files.filter(({ fault }) => fault !== null);
  const sheets = check.files.flatMap(({ file, readings }) => readings.map((reading) => ({ file, reading })));
  const unsure = sheets.filter(({ reading }) => reading.verdict === 'unsure');
  const foreign = sheets.filter(({ reading }) => reading.verdict === 'notACatalogue');
  const counts = findings.counts();

  const lines: string[] = [
    say('cli.heading', { round: check.round, date: formatDate({ iso: check.today }) }),
    '',
    say('cli.read', {
      files: number(readable.length),
      sheets: number(tables.length),
      rows: number(rows),
      seconds: ((check.timings['totalMs'] ?? 0) / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 1 }),
    }),
    check.reference === null
      ? say('cli.noReference')
      : say('cli.referenceUsed', { title: check.reference.title, records: number(check.reference.records) }),
  ];

  section(say('cli.unreadable', { count: unreadable.length }), unreadable, (file) => faultText(language, file.fault!));
  section(say('cli.unsure', { count: unsure.length }), unsure, ({ file, reading }) =>
    sheetLine(file, reading, language),
  );
  section(
    say('cli.notCatalogue', { count: foreign.length }),
    foreign,
    ({ file, reading }) => `${file} · ${reading.sheet}`,
  );

  lines.push('');
  if (findings.size === 0) lines.push(say('cli.foundNothing'));
  else {
    lines.push(
      say('cli.found', {
        errors: number(counts.error),
        warnings: number(counts.warning),
        notes: number(counts.info),
      }),
    );
  }

  const agencies = summariseAgencies(check, findings);
  if (agencies.length > 0) {
    lines.push('', say('cli.agencies'));
    lines.push(
      ...tableLines(
        ['cli.columnAgency', 'cli.columnErrors', 'cli.columnWarnings', 'cli.columnNotes', 'cli.columnReady'].map(
          (key) => say(key),
        ),
        agencies
          .slice(0, MOST_LINES)
          .map(({ agency, counts, ready }) => [
            agency.name,
            number(counts.error),
            number(counts.warning),
            number(counts.info),
            `${ready} %`,
          ]),
      ),
    );
    more(agencies.length);
  }

  const causes = groupCauses({ size: findings.size, at: (index) => findings.logged(index) });
  if (causes.length > 0) {
    lines.push('', say('cause.heading'));
    for (const cause of causes.slice(0, MOST_CAUSES)) {
      const edits = cause.fix?.edits.length ?? 0;
      const fixable = edits === 0 ? '' : `; ${say('cause.fixable', { count: number(edits) })}`;
      lines.push(`  - ${causeText(language, cause)}${fixable}`);
    }
    if (causes.length > MOST_CAUSES) lines.push(`  ${say('cause.more', { count: causes.length - MOST_CAUSES })}`);
  }

  const rules = summariseRules(findings, language);
  if (rules.length > 0) {
    lines.push('', say('cli.rules'));
    lines.push(
      ...tableLines(
        ['cli.columnRule', 'cli.columnErrors', 'cli.columnWarnings', 'cli.columnNotes', 'cli.columnTitle'].map((key) =>
          say(key),
        ),
        rules
          .slice(0, MOST_LINES)
          .map(({ ruleId, title, counts }) => [
            ruleId,
            number(counts.error),
            number(counts.warning),
            number(counts.info),
            title,
          ]),
        4,
      ),
    );
    more(rules.length);
  }

  const notRun = check.result.rules.filter(({ status }) => status === 'notApplicable').length;
  const failed = check.result.rules.filter(({ status }) => status === 'failed');
  lines.push('');
  if (notRun > 0) lines.push(say('cli.notRun', { count: notRun }));
  const waived = waivedFindings(check.result.log, language).size;
  if (waived > 0) lines.push(say('cli.waived', { count: number(waived) }));
  for (const { fault } of check.result.waiverNotes) lines.push(faultText(language, fault));
  if (failed.length > 0) {
    lines.push(say('cli.failedRules', { count: failed.length, rules: failed.map(({ rule }) => rule.id).join(', ') }));
  }
  return `${lines.join('\n').trimEnd()}\n`;

  function section<T>(title: string, items: readonly T[], line: (item: T) => string): void {
    if (items.length === 0) return;
    lines.push('', title, ...items.slice(0, MOST_LINES).map((item) => `  - ${line(item)}`));
    more(items.length);
  }

  function more(total: number): void {
    if (total > MOST_LINES) lines.push(`  ${say('cli.more', { count: total - MOST_LINES })}`);
  }
}

function sheetLine(file: string, reading: SheetReading, language: Language): string {
  const guess = reading.candidates[0];
  const kind = guess === undefined ? '' : ` (${DATASETS[guess.dataset][language]}?)`;
  const why = reading.questions[0];
  return `${file} · ${reading.sheet}${kind}${why === undefined ? '' : `: ${faultText(language, why)}`}`;
}

/** Aligned columns: the first and the column `textColumn` are text, the others numbers on the right. */
function tableLines(heads: readonly string[], body: readonly (readonly string[])[], textColumn = 0): readonly string[] {
  const widths = heads.map((head, column) => Math.max(head.length, ...body.map((row) => row[column]!.length)));
  const draw = (row: readonly string[]): string =>
    `  ${row
      .map((cell, column) =>
        column === 0 || column === textColumn ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')}`.trimEnd();
  return [draw(heads), ...body.map(draw)];
}
