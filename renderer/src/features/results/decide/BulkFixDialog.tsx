import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CellChange, DecisionTarget } from '../../../../../shared/contract/decisions.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { useAnswer } from '../../../client/workbench.tsx';
import { ChartTable } from '../../../ui/charts/ChartTable.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';
import { CharacterMarks } from '../detail/CharacterMarks.tsx';
import { characterDiff } from '../detail/characterDiff.ts';
import type { Decisions } from './decisions.ts';

/** Lines looked at first, and added by each "more". */
const FIRST = 50;

const useStyles = makeStyles({
  surface: { maxWidth: 'min(880px, calc(100vw - 32px))' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px' },
  about: { '::first-letter': { textTransform: 'uppercase' } },
  changes: {
    overflow: 'auto',
    minHeight: '120px',
    maxHeight: '44vh',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What accepting many corrections would change, before it is done. */
export function BulkFixDialog(props: {
  readonly round: string;
  readonly target: DecisionTarget;
  /** What they have in common; '' when they were chosen by hand. */
  readonly about: string;
  readonly decisions: Decisions;
  readonly onDone: () => void;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const { round, target, about, decisions, onDone, isOpen, onClose } = props;
  // A cause was looked at and chosen as a whole; a list may hold anything.
  const [onlyCertain, setOnlyCertain] = useState(target.kind !== 'cause');
  const [room, setRoom] = useState(FIRST);
  const preview = useAnswer('decisions.preview', isOpen && !decisions.isBusy ? { round, target, onlyCertain } : null);
  const fault = faultOf(preview.error);
  const { total = 0, withoutFix = 0, changes = [] } = preview.data ?? {};
  const all = preview.data?.changes;
  const shown = useMemo(() => (all ?? []).slice(0, room), [all, room]);
  const isWaiting = preview.isFetching || decisions.isBusy;
  const apply = async (): Promise<void> => {
    if (await decisions.fix(target, onlyCertain)) onDone();
  };
  return (
    <Dialog open={isOpen} modalType="modal" onOpenChange={() => onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('results.bulk.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {about !== '' && <span className={styles.about}>{about}</span>}
            <Checkbox
              label={t('results.bulk.onlyCertain')}
              checked={onlyCertain}
              onChange={(_event, { checked }) => setOnlyCertain(checked === true)}
            />
            {fault !== null ? (
              <FaultNote fault={fault} onRetry={() => void preview.refetch()} />
            ) : preview.data === undefined ? (
              <Spinner size="tiny" label={t('app.loading')} />
            ) : (
              <>
                <div aria-live="polite">
                  {total === 0
                    ? t(onlyCertain ? 'results.bulk.nothingCertain' : 'results.bulk.nothing')
                    : t('results.bulk.summary', { cells: number(total) })}{' '}
                  {withoutFix > 0 &&
                    t(onlyCertain ? 'results.bulk.withoutCertainFix' : 'results.bulk.withoutFix', {
                      count: number(withoutFix),
                    })}{' '}
                  {total > 0 && t('results.bulk.undoable')}
                </div>
                {total > 0 && <Changes changes={shown} />}
                {total > shown.length && (
                  <div className={styles.quiet}>
                    {t('results.bulk.shown', { shown: number(shown.length), total: number(total) })}{' '}
                    {shown.length < changes.length && (
                      <Button size="small" onClick={() => setRoom(room + FIRST)}>
                        {t('results.bulk.showMore')}
                      </Button>
                    )}
                  </div>
                )}
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={isWaiting || total === 0}
              {...(total === 0 ? { title: t('results.bulk.nothing') } : {})}
              icon={decisions.isBusy ? <Spinner size="extra-tiny" /> : null}
              onClick={() => void apply()}
            >
              {decisions.isBusy ? t('results.bulk.applying') : t('results.bulk.apply', { cells: number(total) })}
            </Button>
            <Button size="small" disabled={decisions.isBusy} onClick={onClose}>
              {t('results.giveUp')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Changes({ changes }: { readonly changes: readonly CellChange[] }) {
  const styles = useStyles();
  const t = useText();
  const rows = useMemo(
    () => changes.map((change) => ({ ...change, diff: characterDiff(change.before, change.after) })),
    [changes],
  );
  return (
    <div className={styles.changes} role="group" tabIndex={0} aria-label={t('results.bulk.title')}>
      <ChartTable
        label={t('results.bulk.title')}
        rows={rows}
        idOf={({ place }) => `${place.file}\n${place.sheet}\n${place.row}\n${place.column}`}
        columns={[
          { key: 'agency', heading: t('results.agency'), cell: ({ agency }) => agency },
          { key: 'cell', heading: t('results.bulk.cell'), cell: ({ place, cell }) => `${place.sheet} · ${cell}` },
          {
            key: 'before',
            heading: t('results.bulk.before'),
            cell: ({ before, diff }) =>
              before === '' ? t('results.blank') : <CharacterMarks parts={diff.left} side="written" />,
          },
          {
            key: 'after',
            heading: t('results.bulk.after'),
            cell: ({ after, diff }) =>
              after === '' ? t('results.blank') : <CharacterMarks parts={diff.right} side="wanted" />,
          },
          {
            key: 'confidence',
            heading: t('results.bulk.confidence'),
            cell: ({ confidence }) => t(`results.fixable.${confidence}`),
          },
        ]}
      />
    </div>
  );
}
