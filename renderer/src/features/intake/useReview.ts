import { useState } from 'react';
import type { DatasetId } from '../../../../shared/domain/datasets.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { choicesFor, chosenColumns, type ColumnChoice, type HeaderRows } from './columnChoices.ts';

/** A sheet under review: what intake thinks of it, and over it what the person has said so far. */
export function useReview(round: string, file: string, sheet: string) {
  const place = { round, file, sheet };
  const first = useAnswer('intake.preview', place);
  const [givenHeader, setHeader] = useState<HeaderRows | null>(null);
  const [givenDataset, setDataset] = useState<DatasetId | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<number, ColumnChoice>>(new Map());
  const header = givenHeader ?? first.data?.header ?? null;
  const dataset = givenDataset ?? first.data?.dataset ?? null;
  const isOther = givenHeader !== null || givenDataset !== null;
  const other = useAnswer(
    'intake.preview',
    isOther && header !== null && dataset !== null ? { ...place, header, dataset } : null,
  );
  const shown = isOther && header !== null && dataset !== null ? other : first;
  return {
    /** What was answered first, with the kinds that fit. */
    before: first.data,
    preview: shown.data ?? first.data,
    header,
    dataset,
    columns: chosenColumns(shown.data?.columns ?? [], choices),
    isLoading: first.isPending || (shown === other && (other.isPending || other.isPlaceholderData)),
    error: first.error ?? (shown === other ? other.error : null),
    setHeader: (next: HeaderRows): void => {
      // Another header has other headings, so what was said of the columns no longer holds.
      setHeader(next);
      setChoices(new Map());
    },
    setDataset: (next: DatasetId): void => {
      setDataset(next);
      setChoices((old) => choicesFor(old, next));
    },
    choose: (column: number, choice: ColumnChoice): void => setChoices((old) => new Map(old).set(column, choice)),
    retry: (): void => void shown.refetch(),
  };
}

export type Review = ReturnType<typeof useReview>;
