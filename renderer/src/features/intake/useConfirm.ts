import { useCallback, useRef, useState } from 'react';
import type { JobView } from '../../../../shared/contract/events.ts';
import type { IntakeFile, SheetPreview } from '../../../../shared/contract/intake.ts';
import { DATASETS, type DatasetId } from '../../../../shared/domain/datasets.ts';
import type { Fault } from '../../../../shared/result.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { useJobs } from '../../client/jobs.ts';
import { useToasts } from '../../client/toasts.ts';
import { useCall } from '../../client/useCall.ts';
import { useAction } from '../../client/workbench.tsx';
import { faultOf } from '../../ui/FaultNote.tsx';
import { decidedColumns, type ChosenColumn, type HeaderRows } from './columnChoices.ts';
import { unsureSheets } from './fileStatus.ts';
import { useAwaitedJob } from './useAwaitedJob.ts';

interface Decision {
  readonly header: HeaderRows;
  readonly dataset: DatasetId;
  readonly columns: readonly Pick<ChosenColumn, 'sheetColumn' | 'field' | 'channel'>[];
  readonly remember: boolean;
}

/** Settles what a sheet is, goes back to the list when that is done, and offers the next sheet that waits, or the way back. */
export function useConfirm(props: {
  readonly round: string;
  readonly file: IntakeFile;
  readonly sheet: string;
  readonly files: readonly IntakeFile[];
  readonly onReview: (file: string, sheet: string) => void;
  readonly onClose: () => void;
}) {
  const { round, file, sheet, files, onReview, onClose } = props;
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const show = useToasts((state) => state.show);
  const call = useCall();
  const dismiss = useJobs((state) => state.dismiss);
  const confirm = useAction('intake.confirm');
  const [job, setJob] = useState<string | null>(null);
  const [failed, setFailed] = useState<Fault | null>(null);
  const done = useRef<() => void>(() => {});

  useAwaitedJob(
    job,
    useCallback(
      (ended: JobView) => {
        setJob(null);
        if (ended.state === 'done') return done.current();
        dismiss(ended.id);
        setFailed(ended.fault);
      },
      [dismiss],
    ),
  );

  const send = ({ header, dataset, columns, remember }: Decision) => ({
    round,
    file: file.file,
    sheet,
    header,
    dataset,
    remember,
    columns: decidedColumns(columns),
  });

  return {
    isPending: confirm.isPending || job !== null,
    fault: failed ?? faultOf(confirm.error),
    /** @param before  how the sheet was read until now */
    run: (decision: Decision, before: SheetPreview | undefined): void => {
      const old = file.sheets.find((one) => one.sheet === sheet);
      const waiting = unsureSheets(files).filter((one) => one.file !== file.file || one.sheet !== sheet);
      const [next] = waiting;
      done.current = () => {
        onClose();
        const text = t('review.confirmed', { sheet, kind: DATASETS[decision.dataset][language] });
        if (old?.verdict === 'recognised' && before?.header != null && before.dataset !== null) {
          const { header, dataset, columns } = before;
          show(text, {
            label: t('intakeScreen.undo'),
            run: () =>
              void call('intake.confirm', send({ header, dataset, columns, remember: false })).then(
                (started) => started !== undefined && show(t('review.asBefore', { sheet })),
              ),
          });
        } else if (next === undefined) show(text);
        else {
          show(text, {
            label: t('review.next', { count: format.number(waiting.length) }),
            run: () => onReview(next.file, next.sheet),
          });
        }
      };
      setFailed(null);
      confirm.mutate(send(decision), { onSuccess: ({ job: started }) => setJob(started) });
    },
  };
}
