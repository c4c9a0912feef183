import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { DATASETS } from '../../../../shared/domain/datasets.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { useToasts } from '../../client/toasts.ts';
import { useAction, useAnswer } from '../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';

type Mapping = OutputOf<'intake.mappings'>['mappings'][number];

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  scroll: { overflowX: 'auto' },
  table: { minWidth: '480px' },
  narrow: { width: '96px' },
  kind: { width: '200px' },
  cell: { paddingTop: '4px', paddingBottom: '4px', overflowWrap: 'anywhere' },
});

/** Layouts that are recognised without asking because a person confirmed them once. */
export function RememberedLayouts() {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const show = useToasts((state) => state.show);
  const answer = useAnswer('intake.mappings', {});
  const forget = useAction('intake.forgetMapping');
  const [asked, setAsked] = useState<Mapping | null>(null);
  const [isAsking, setAsking] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  const fault = faultOf(answer.error) ?? faultOf(forget.error);
  const mappings = answer.data?.mappings ?? [];
  const headingsOf = ({ headings }: Mapping): string => headings.join(' · ');
  return (
    <>
      {fault !== null && <FaultNote fault={fault} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Spinner size="tiny" label={t('settingsScreen.loading')} />}
      {answer.data !== undefined && (
        <p className={styles.quiet}>
          {t(mappings.length === 0 ? 'settingsScreen.noMappings' : 'settingsScreen.mappingsText')}
        </p>
      )}
      {mappings.length > 0 && (
        <div className={styles.scroll}>
          <Table size="extra-small" className={styles.table} aria-label={t('settingsScreen.mappings')}>
            <TableHeader>
              <TableRow>
                <TableHeaderCell className={styles.kind}>{t('settingsScreen.kind')}</TableHeaderCell>
                <TableHeaderCell className={styles.narrow}>{t('settingsScreen.columns')}</TableHeaderCell>
                <TableHeaderCell>{t('settingsScreen.headings')}</TableHeaderCell>
                <TableHeaderCell className={styles.narrow}>{t('settingsScreen.forget')}</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {mappings.map((mapping) => (
                <TableRow key={mapping.layout}>
                  <TableCell className={styles.cell}>{DATASETS[mapping.dataset][language]}</TableCell>
                  <TableCell className={styles.cell}>{format.number(mapping.columns)}</TableCell>
                  <TableCell className={styles.cell}>{headingsOf(mapping)}</TableCell>
                  <TableCell className={styles.cell}>
                    <Button
                      {...focusTarget}
                      size="small"
                      aria-label={t('settingsScreen.forgetThis', {
                        kind: DATASETS[mapping.dataset][language],
                        headings: headingsOf(mapping),
                      })}
                      onClick={() => {
                        setAsked(mapping);
                        setAsking(true);
                      }}
                    >
                      {t('settingsScreen.forget')}
                    </Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {asked !== null && (
        <Dialog open={isAsking} modalType="alert" onOpenChange={(_, { open }) => !open && setAsking(false)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{t('settingsScreen.forgetTitle')}</DialogTitle>
              <DialogContent>
                <p>{t('settingsScreen.forgetText', { kind: DATASETS[asked.dataset][language] })}</p>
                <p className={styles.quiet}>{headingsOf(asked)}</p>
              </DialogContent>
              <DialogActions>
                <Button
                  size="small"
                  appearance="primary"
                  onClick={() => {
                    const kind = DATASETS[asked.dataset][language];
                    forget.mutate(
                      { layout: asked.layout },
                      { onSuccess: () => show(t('settingsScreen.forgotten', { kind })) },
                    );
                    setAsking(false);
                  }}
                >
                  {t('settingsScreen.forget')}
                </Button>
                <Button size="small" onClick={() => setAsking(false)}>
                  {t('settingsScreen.cancel')}
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
    </>
  );
}
