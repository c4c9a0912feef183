import type { BarChart } from './officialDocument.ts';
import { escapeMarkup } from './markup.ts';

// Units of the drawing; the page scales it to the width of the text.
const WIDTH = 640;
const LABEL = 210;
const NUMBERS = 96;
const LINE = 22;
const BAR = 13;
const LEGEND = 26;
const LONGEST_LABEL = 34;

/** A chart as inline SVG, with its texts in the page's own font and a name for screen readers. */
export function barChartSvg({ caption, series, bars }: BarChart): string {
  const room = WIDTH - LABEL - NUMBERS;
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const height = LEGEND + bars.length * LINE + 4;
  const drawn = bars.map(({ label, values, text }, line) => {
    const top = LEGEND + line * LINE;
    let left = LABEL;
    const parts = values.map((value, at) => {
      const width = round((value / most) * room);
      const rect =
        width === 0
          ? ''
          : `<rect x="${round(left)}" y="${top + 3}" width="${width}" height="${BAR}" fill="${series[at]?.color ?? '#777'}" stroke="#fff" stroke-width="0.6"/>`;
      left += width;
      return rect;
    });
    return (
      `<text x="${LABEL - 6}" y="${top + 14}" text-anchor="end">${escapeMarkup(shortened(label))}</text>` +
      `${parts.join('')}<text x="${round(left) + 6}" y="${top + 14}">${escapeMarkup(text)}</text>`
    );
  });
  let legendLeft = LABEL;
  const legend = series.map(({ name, color }) => {
    const entry = `<rect x="${legendLeft}" y="6" width="11" height="11" fill="${color}"/><text x="${legendLeft + 16}" y="16">${escapeMarkup(name)}</text>`;
    legendLeft += 30 + name.length * 7;
    return entry;
  });
  return (
    `<svg role="img" aria-label="${escapeMarkup(caption)}" viewBox="0 0 ${WIDTH} ${height}" width="100%" font-size="12">` +
    `${legend.join('')}<line x1="${LABEL}" y1="${LEGEND}" x2="${LABEL}" y2="${height - 2}" stroke="#444"/>${drawn.join('')}</svg>`
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The whole name stands in the table beside the chart. */
const shortened = (label: string): string =>
  label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1)}…`;
