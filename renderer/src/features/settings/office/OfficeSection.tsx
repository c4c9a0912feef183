import { Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import { useFulfil } from '../../../app/commands.ts';
import { useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { useAnswer } from '../../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';
import { OfficeForm } from './OfficeForm.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px', scrollMarginTop: '8px', outline: 'none' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The office's data; where the reports send people who want to change what stands on the papers. */
export function OfficeSection() {
  const styles = useStyles();
  const t = useText();
  const go = usePlace((state) => state.go);
  const round = usePlace((state) => state.round);
  const answer = useAnswer('reports.office', {});
  const [isSent, setSent] = useState(false);
  const section = useRef<HTMLElement>(null);
  useFulfil(
    'office',
    useCallback(() => {
      setSent(true);
      section.current?.focus({ preventScroll: true });
      section.current?.scrollIntoView({ block: 'start' });
    }, []),
  );
  const fault = faultOf(answer.error);
  return (
    <section ref={section} tabIndex={-1} className={styles.section} aria-labelledby="settings-office">
      <div className={styles.head}>
        <Subtitle2 as="h2" id="settings-office">
          {t('officeForm.title')}
        </Subtitle2>
        {isSent && round !== null && (
          <Button size="small" onClick={() => go('reports')}>
            {t('officeForm.toReports')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t('officeForm.about')}</p>
      {fault !== null && <FaultNote fault={fault} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Spinner size="tiny" label={t('officeForm.loading')} />}
      {answer.data !== undefined && <OfficeForm office={answer.data.office} />}
    </section>
  );
}
