/** A text for a message: on one line, and cut behind a word when it is longer than a line or two. */
export function shortened(text: string, longest = 120): string {
  const line = text.replaceAll('\n', '; ');
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2))}…`;
}
