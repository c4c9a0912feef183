import { countsOf } from '../../shared/comparison/comparisonCounts.ts';
import {
  comparedFieldName,
  fieldLine,
  listLine,
  sourceLines,
  type ComparisonInfo,
  type FieldLine,
} from '../../shared/comparison/comparisonTexts.ts';
import type { Comparison } from '../../shared/comparison/compareLists.ts';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { shortened } from '../../shared/rules/shortened.ts';

const MOST_AGENCIES = 10;
const MOST_EXAMPLES = 5;

/** The comparison as a person reads it in a terminal: what was compared, how much differs, where, and a few examples. */
export function comparisonSummary(comparison: Comparison, info: ComparisonInfo, language: Language): string {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(language, `comparison.${key}`, params);
  const number = (value: number): string => value.toLocaleString('vi-VN');
  const counts = countsOf(comparison);
  const [heading, ...sources] = sourceLines(comparison, info, language);
  const lines: string[] = [heading!, '', ...sources, ''];
  const counted = (rows: readonly (readonly [text: string, count: number])[]): void => {
    const width = Math.max(...rows.map(([, count]) => number(count).length));
    for (const [text, count] of rows) lines.push(`  ${number(count).padStart(width)}  ${text}`);
  };

  if (comparison.lists.length + counts.different === 0) lines.push(say('same'));
  if (comparison.lists.length > 0) {
    lines.push(say('lists', { count: number(comparison.lists.length) }));
    counted(counts.lists.map(({ remark, count }) => [say(`list.${remark}`), count]));
    lines.push(`  ${say('examples')}`);
    for (const one of comparison.lists.slice(0, MOST_EXAMPLES)) {
      const { code, name, remark } = listLine(one, comparison, language);
      lines.push(`  - ${code} ${shortened(name, 60)}: ${shortened(remark)}`);
    }
    lines.push('');
  }
  if (counts.different > 0) {
    lines.push(say('fields', { count: number(counts.different) }), `  ${say('byPattern')}`);
    counted(counts.patterns.map(({ pattern, count }) => [say(`pattern.${pattern}`), count]));
    lines.push(`  ${say('byField')}`);
    counted(counts.fields.map(({ field, count }) => [comparedFieldName(field, language), count]));
    lines.push(`  ${say('examples')}`);
    const decided = comparison.fields.filter(({ pattern }) => pattern !== 'unclear');
    for (const one of decided.slice(0, MOST_EXAMPLES)) {
      const line = fieldLine(one, language);
      const place = line.place === '' ? '' : ` (${line.place})`;
      lines.push(`  - ${say('where', { agency: line.agency, code: line.code, field: line.field, place })}`);
      lines.push(`      ${valuesText(line)}`);
    }
    lines.push('');
  }
  if (counts.agencies.length > 0) {
    lines.push(say('byAgency'));
    counted(
      counts.agencies
        .slice(0, MOST_AGENCIES)
        .map(({ agency, lists, fields }) => [agency?.name ?? say('provinceSystem'), lists + fields]),
    );
    lines.push('');
  }
  if (counts.unclear > 0) lines.push(say('unclear', { count: number(counts.unclear) }));
  if (comparison.provinceOnly > 0) lines.push(say('provinceOnly', { count: number(comparison.provinceOnly) }));
  return `${lines.join('\n').trimEnd()}\n`;

  function valuesText({ agencyText, nationalText, provinceText }: FieldLine): string {
    const written = (text: string): string => (text === '' ? say('nothing') : shortened(text, 60));
    const key = !comparison.hasProvince ? 'valuesNational' : comparison.hasNational ? 'values' : 'valuesProvince';
    return say(key, {
      agency: written(agencyText),
      national: written(nationalText),
      province: written(provinceText),
    });
  }
}
