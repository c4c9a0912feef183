/** A share with its uncertainty. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** 0 … 1; 1 for nothing out of nothing. */
  readonly share: number;
  /** Bounds of the 95 % interval by Wilson's score, which holds for small numbers, too. */
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** The share of `hits` in `of`. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: 1, low: 0, high: 1 };
  const share = hits / of;
  const middle = share + (Z * Z) / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const whole = 1 + (Z * Z) / of;
  return { hits, of, share, low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/** "97.4 %"; all and nothing are said without decimals, so that 99.97 % never reads as 100 %. */
export function percent(share: number): string {
  if (share === 1) return '100 %';
  if (share === 0) return '0 %';
  const digits = share > 0.995 || share < 0.005 ? 2 : 1;
  const cut = 10 ** (digits + 2);
  return `${(Math.floor(share * cut) / (cut / 100)).toFixed(digits)} %`;
}

/** "97.4 % (95.0–98.7)". */
export const percentWithin = ({ share, low, high }: Share): string =>
  `${percent(share)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`;
