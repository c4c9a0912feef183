/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0
    ? '_none_'
    : [head, head.map((_, at) => (at === 0 ? '---' : '---')), ...rows]
        .map((cells) => `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`)
        .join('\n');

/** Text from data as inline code: no Markdown inside, on one line, not too long. */
export const code = (text: string): string => {
  const line = text.replaceAll('`', "'").replace(/\s+/g, ' ').trim();
  return `\`${line.length > 90 ? `${line.slice(0, 89)}…` : line}\``;
};

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
