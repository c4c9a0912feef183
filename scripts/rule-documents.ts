import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DATASETS } from '../shared/domain/datasets.ts';
import { formatDate } from '../shared/domain/calendarDate.ts';
import { FIELDS, isFieldKey } from '../shared/domain/fields.ts';
import type { Rule } from '../shared/engine/rule.ts';
import { translate } from '../shared/i18n/index.ts';
import { formatLegalBases, LegalRegister } from '../shared/legal/legalRegister.ts';
import { BASELINE_DAY, type LegalText } from '../shared/legal/legalTexts.ts';
import { parseRuleSet } from '../shared/ruleset/parseRuleSet.ts';
import { NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE } from '../shared/ruleset/quoc-gia.ts';
import { RULE_GROUPS, RULES, ruleFolder } from '../shared/rules/index.ts';
import { LETTER_DEMANDS, LETTERS, type LetterDemand } from '../shared/rules/letterDemands.ts';

/** All generated pages of `docs/rules`, by file name: one per rule, an index by group, an index by letter. */
export function ruleDocuments(): ReadonlyMap<string, string> {
  return new Map([
    ...RULES.map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule)]),
    ['README.md', groupIndex()],
    ['theo-van-ban.md', letterIndex()],
    ['can-cu-phap-ly.md', lawIndex()],
  ]);
}

/** Pages tell the law of the baseline; findings that of the day of their run. */
const LAW = new LegalRegister();

/** Why the national rule set locks a rule. */
const LOCKS = new Map(
  parseRuleSet(NATIONAL_RULE_SET, NATIONAL_RULE_SET_FILE).value!.settings.map(({ ruleId, reason }) => [
    ruleId,
    reason ?? '',
  ]),
);

const GENERATED = '<!-- Trang sinh tự động bằng `npm run docs`; sửa ở tệp quy tắc. -->';
const severity = (rule: Rule): string => translate('vi', `severity.${rule.severity}`);

function rulePage(rule: Rule): string {
  const fields = (keys: readonly string[]): string =>
    keys
      .filter(isFieldKey)
      .map((key) => `${FIELDS[key].vi} (\`${key}\`)`)
      .join('; ');
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Mức độ', severity(rule)],
    ['Áp dụng cho', rule.datasets.map((dataset) => DATASETS[dataset].vi).join('; ')],
    ['Cột cần có', fields(rule.reads)],
    ['Cột cần có ít nhất một', fields(rule.anyOf ?? [])],
    ['Cột dùng thêm nếu có', fields(rule.mayRead ?? [])],
    ['Danh mục cần có', (rule.refs ?? []).map((name) => translate('vi', `rule.reference.${name}`)).join('; ')],
    ['Căn cứ pháp lý', formatLegalBases(LAW.basesOn(rule.legal, BASELINE_DAY), 'vi')],
    ['Văn bản yêu cầu', rule.asks.join('; ')],
    ['Khóa ở cấp quốc gia', LOCKS.get(rule.id) ?? ''],
  ];
  return [
    GENERATED,
    `# ${rule.id}. ${rule.title}`,
    '',
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => `- **${label}:** ${value}`),
    '',
    '## Vì sao',
    '',
    rule.why,
    '',
    '## Cách sửa',
    '',
    rule.howToFix,
    '',
    '## Thông báo',
    '',
    ...Object.values<string>(rule.messages).map((text) => `- ${text}`),
    '',
    ...parameters(rule),
    '## Ví dụ',
    '',
    ...examples(rule),
    '',
  ].join('\n');
}

function parameters(rule: Rule): readonly string[] {
  if (rule.params === undefined) return [];
  const { properties = {} } = z.toJSONSchema(rule.params, { io: 'input' });
  const lines = Object.entries(properties).map(([name, schema]) => {
    const { description = '', default: preset } = schema as { description?: string; default?: unknown };
    return `| \`${name}\` | ${description} | ${JSON.stringify(preset)} |`;
  });
  return ['## Tham số', '', '| Tên | Ý nghĩa | Mặc định |', '|---|---|---|', ...lines, ''];
}

const MOST_COLUMNS = 6;

/** The case table as a reader sees it: the columns of the sheet, what is expected, the note. */
function examples(rule: Rule): readonly string[] {
  const file = path.resolve(import.meta.dirname, '../shared/rules', ruleFolder(rule.id), `${rule.id}.cases.tsv`);
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  const [header = [], ...body] = rows;
  const shown = header.filter(isFieldKey).slice(0, MOST_COLUMNS);
  const cell = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
  const table = body.map((row) =>
    [
      ...shown.map((field) => code(cell(row, field))),
      outcome(cell(row, 'expect')),
      escapeTable(cell(row, 'note')),
    ].join(' | '),
  );
  return [
    `| ${[...shown.map((field) => FIELDS[field].vi), 'Kết quả', 'Giải thích'].join(' | ')} |`,
    `|${'---|'.repeat(shown.length + 2)}`,
    ...table.map((line) => `| ${line} |`),
  ];
}

const escapeTable = (text: string): string => text.replaceAll('|', '\\|').trim();

const code = (text: string): string => {
  const clean = escapeTable(text);
  return clean === '' ? '' : `\`${clean.replaceAll('`', "'")}\``;
};

const outcome = (expect: string): string => (expect.trim() === 'ok' ? 'đạt' : `**${escapeTable(expect)}**`);

function groupIndex(): string {
  const lines = [
    GENERATED,
    '# Bộ quy tắc',
    '',
    'Xem thêm: [quy tắc theo từng yêu cầu của văn bản](theo-van-ban.md), [căn cứ pháp lý](can-cu-phap-ly.md).',
    '',
  ];
  for (const group of RULE_GROUPS) {
    lines.push(`## ${group.prefix}. ${group.vi}`, '', '| Quy tắc | Mức độ | Nội dung |', '|---|---|---|');
    for (const rule of group.rules)
      lines.push(`| [${rule.id}](${rule.id}.md) | ${severity(rule)} | ${escapeTable(rule.title)} |`);
    lines.push('');
  }
  return lines.join('\n');
}

/** Rules that answer a demand: those it names, whole groups by their prefix. */
export function rulesOfDemand(demand: LetterDemand): readonly Rule[] {
  return demand.rules.flatMap((name) =>
    name.includes('-') ? RULES.filter(({ id }) => id === name) : RULES.filter(({ id }) => id.startsWith(`${name}-`)),
  );
}

/** The table of legal texts, with the rules that cite each. */
function lawIndex(): string {
  const lines = [
    GENERATED,
    '# Căn cứ pháp lý',
    '',
    `Hiện trạng ngày ${formatDate({ iso: BASELINE_DAY })}. Bộ quy tắc thêm, sửa, chấm dứt văn bản ở mục \`legalTexts\`; phát hiện ghi căn cứ theo ngày kiểm tra.`,
    '',
    '| Văn bản | Loại, nội dung | Hiệu lực | Quy tắc |',
    '|---|---|---|---|',
  ];
  for (const text of LAW.all()) {
    const rules = RULES.filter(({ legal }) => legal.some(({ doc }) => LAW.find(doc) === text));
    const links = rules.map(({ id }) => `[${id}](${id}.md)`).join(', ');
    lines.push(`| ${text.number} | ${text.title} | ${spanOf(text)} | ${links} |`);
  }
  lines.push('');
  return lines.join('\n');
}

function spanOf({ from, until, replacedBy, predecessor, amendedBy }: LegalText): string {
  return [
    from === undefined ? '' : `từ ${formatDate({ iso: from })}`,
    until === undefined ? '' : `đến hết ${formatDate({ iso: until })}`,
    replacedBy === undefined ? '' : `${predecessor === true ? 'văn bản trước của' : 'thay bằng'} ${replacedBy}`,
    amendedBy === undefined ? '' : `được sửa đổi bởi ${amendedBy.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function letterIndex(): string {
  const lines = [GENERATED, '# Yêu cầu của các văn bản và quy tắc trả lời', ''];
  for (const [letter, title] of Object.entries(LETTERS)) {
    lines.push(`## ${letter}. ${title}`, '', '| Mục | Yêu cầu | Quy tắc |', '|---|---|---|');
    for (const demand of LETTER_DEMANDS.filter((one) => one.letter === letter)) {
      const rules = rulesOfDemand(demand)
        .map(({ id }) => `[${id}](${id}.md)`)
        .join(', ');
      const rest = demand.notByData === undefined ? '' : `_${demand.notByData}_`;
      lines.push(
        `| ${demand.paragraph} | ${demand.demand} | ${[rules, rest].filter((part) => part !== '').join(' ')} |`,
      );
    }
    lines.push('');
  }
  return lines.join('\n');
}
