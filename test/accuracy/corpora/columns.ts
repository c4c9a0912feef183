import type { SampleColumn } from '../../../electron/node/sample/sampleSheet.ts';

/** Columns of a sheet, one per line: `key = heading`. */
export const columns = (list: string): readonly SampleColumn[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [key, heading] = line.trim().split(' = ');
      return { key: key!, heading: heading! };
    });
