import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular, DismissRegular } from '@fluentui/react-icons';
import { useFormat, useLanguage, useText } from '../../../app/language.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';
import { useAnswerAfterPages } from '../afterPages.ts';
import type { Decisions } from './decisions.ts';
import { StandingLines } from './StandingLines.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', gap: '8px', paddingBottom: '8px' },
  entries: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  undone: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** What was decided in this round, newest first, and the way back and forth through it. */
export function HistoryDrawer(props: {
  readonly round: string;
  readonly decisions: Decisions;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { number, instant } = useFormat();
  const { round, decisions, isOpen, onClose } = props;
  const answer = useAnswerAfterPages('decisions.history', { round, language, withStanding: true });
  const fault = faultOf(answer.error);
  const { entries = [], canUndo = false, canRedo = false } = answer.data ?? {};
  return (
    <OverlayDrawer open={isOpen} position="end" onOpenChange={() => onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('app.close')} onClick={onClose} />
          }
        >
          {t('results.history.title')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.actions}>
          <Button
            size="small"
            icon={<ArrowUndoRegular />}
            disabledFocusable={!canUndo || decisions.isBusy}
            title={canUndo ? undefined : t('decisions.nothingToUndo')}
            onClick={() => void decisions.undo()}
          >
            {t('results.undo')}
          </Button>
          <Button
            size="small"
            icon={<ArrowRedoRegular />}
            disabledFocusable={!canRedo || decisions.isBusy}
            title={canRedo ? undefined : t('decisions.nothingToRedo')}
            onClick={() => void decisions.redo()}
          >
            {t('results.redo')}
          </Button>
        </div>
        {fault !== null && <FaultNote fault={fault} onRetry={() => void answer.refetch()} />}
        {fault === null && answer.data === undefined && <Spinner size="tiny" label={t('app.loading')} />}
        {answer.data !== undefined && entries.length === 0 && t('results.history.empty')}
        <ol className={styles.entries}>
          {entries.map(({ entry, at, kind, cells, findings, label, undone, standing }) => (
            <li key={entry} className={styles.entry}>
              <div className={mergeClasses(undone && styles.undone)}>{label}</div>
              <div className={styles.quiet}>
                {[
                  instant(at),
                  t(`results.history.${kind}`),
                  ...(cells > 0 ? [t('results.history.cells', { count: number(cells) })] : []),
                  ...(findings > 0 ? [t('results.history.findings', { count: number(findings) })] : []),
                  ...(undone ? [t('results.history.undone')] : []),
                ].join(' · ')}
              </div>
              {standing !== null && <StandingLines standing={standing} />}
            </li>
          ))}
        </ol>
      </DrawerBody>
    </OverlayDrawer>
  );
}
