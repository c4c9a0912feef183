import { z } from 'zod';

/** Place of something on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const pixels = z.int().min(-100_000).max(100_000);

/** Where the window was when it was last closed. */
export const windowStateSchema = z.object({
  bounds: z.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** Smallest window in which every screen still works (200 % zoom at 1366 × 768). */
export const SMALLEST = { width: 640, height: 360 };
const USUAL = { width: 1280, height: 800 };

/** Bounds for a new window: as it was left, moved and shrunk so that all of it lies on the display that it covers most;
 *  in the middle of the first display when it was never left or its display is gone.
 *  @param workAreas  free areas of the displays that are there, the primary one first */
export function boundsOnDisplays(saved: Bounds | undefined, workAreas: readonly Bounds[]): Bounds {
  const [primary = { x: 0, y: 0, ...USUAL }] = workAreas;
  const wanted = saved ?? { x: 0, y: 0, ...USUAL };
  const home = workAreas.toSorted((a, b) => overlap(wanted, b) - overlap(wanted, a))[0] ?? primary;
  const seen = saved !== undefined && overlap(wanted, home) > 0;
  const area = seen ? home : primary;
  const width = Math.min(Math.max(wanted.width, SMALLEST.width), area.width);
  const height = Math.min(Math.max(wanted.height, SMALLEST.height), area.height);
  if (!seen) {
    return {
      x: area.x + Math.floor((area.width - width) / 2),
      y: area.y + Math.floor((area.height - height) / 2),
      width,
      height,
    };
  }
  return {
    x: Math.min(Math.max(wanted.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(wanted.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

/** Pixels that two rectangles share. */
function overlap(a: Bounds, b: Bounds): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
}

/** A saved state that can be used, or none. */
export function readWindowState(stored: unknown): WindowState | undefined {
  const read = windowStateSchema.safeParse(stored);
  return read.success ? read.data : undefined;
}
