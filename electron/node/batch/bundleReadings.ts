import { CHANNELS } from '../../../shared/domain/channel.ts';
import { DATASET_IDS } from '../../../shared/domain/datasets.ts';
import { isFieldKey, type FieldKey } from '../../../shared/domain/fields.ts';
import type { ReadingCorrection } from '../../../shared/intake/readWorkbook.ts';
import { succeed, type Result } from '../../../shared/result.ts';
import { z } from '../../../shared/zod.ts';
import type { RoundFile } from '../workbench/roundFiles.ts';
import { parsedPart, textOfPart } from './bundlePart.ts';

const sheet = z.object({
  sheet: z.string(),
  header: z.object({ firstRow: z.int().min(1), lastRow: z.int().min(1) }),
  dataset: z.enum(DATASET_IDS),
  columns: z.array(
    z.object({
      sheetColumn: z.int().min(0),
      field: z.custom<FieldKey>((value) => typeof value === 'string' && isFieldKey(value)).nullable(),
      channel: z.enum(CHANNELS).optional(),
    }),
  ),
});

const readings = z.object({
  readings: z.literal(1),
  files: z.array(
    z.object({
      file: z.string(),
      /** Agency that a person named. */
      agency: z.string().nullable(),
      sheets: z.array(sheet),
    }),
  ),
});

/** What people said of a file: whose it is, and how its sheets are to be read. */
export interface SaidOfFile {
  readonly agency: string | null;
  readonly sheets: ReadonlyMap<string, ReadingCorrection>;
}

/** What people said of the files of a round, at once or by a layout that they confirmed before, as a part of a bundle. What
 *  the program found by itself is left out: it finds it again. */
export function formatReadings(files: readonly RoundFile[]): string {
  const said = files.map(({ name, agency, readings: own }) => ({
    file: name,
    agency,
    sheets: own.flatMap(({ sheet: called, header, dataset, columns, confirmed }) =>
      confirmed && header !== null && dataset !== null
        ? [
            {
              sheet: called,
              header,
              dataset,
              columns: columns.map(({ sheetColumn, field, channel }) => ({
                sheetColumn,
                field,
                ...(channel === undefined ? {} : { channel }),
              })),
            },
          ]
        : [],
    ),
  }));
  const told = said.filter(({ agency, sheets }) => agency !== null || sheets.length > 0);
  return textOfPart({ readings: 1, files: told } satisfies z.infer<typeof readings>);
}

/** Reads what `formatReadings` wrote, by names of files. Errors: `bundle.malformed`. */
export function parseReadings(text: string, shown: string): Result<ReadonlyMap<string, SaidOfFile>> {
  const parsed = parsedPart(readings, text, shown);
  if (!parsed.ok) return parsed;
  return succeed(
    new Map(
      parsed.value.files.map(({ file, agency, sheets }) => [
        file,
        { agency, sheets: new Map(sheets.map(correctionOf)) },
      ]),
    ),
  );
}

const correctionOf = ({
  sheet: name,
  header,
  dataset,
  columns,
}: z.infer<typeof sheet>): [string, ReadingCorrection] => [
  name,
  {
    header,
    dataset,
    columns: columns.map(({ sheetColumn, field, channel }) => ({
      sheetColumn,
      field,
      ...(channel === undefined ? {} : { channel }),
    })),
  },
];
