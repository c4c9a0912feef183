import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useAnswer } from '../client/workbench.tsx';
import { wish } from './commands.ts';
import { useLanguage, useText } from './language.tsx';
import { usePlace } from './place.ts';

const ASK_AGAIN_MILLISECONDS = 60_000;

/** Day on which nothing more is to be said. */
const useDismissed = create<{ readonly day: string }>(() => ({ day: '' }));

const today = (): string => new Date().toDateString();

/** Says that the hour of the daily report comes near, or has gone by, until it is dismissed for the day.
 *  @param round  an open one */
export function DueWarning({ round }: { readonly round: string }) {
  const t = useText();
  const language = useLanguage();
  const place = usePlace((state) => state.place);
  const { data, refetch } = useAnswer('reports.due', { round, language });
  const dismissed = useDismissed((state) => state.day);
  useEffect(() => {
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [refetch]);
  const warning = data?.warning ?? null;
  if (warning === null || dismissed === today()) return null;
  return (
    <MessageBar intent={data?.isPast === true ? 'error' : 'warning'} politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{t('due.title')}</MessageBarTitle> {warning}
      </MessageBarBody>
      <MessageBarActions>
        {place !== 'reports' && (
          <Button size="small" onClick={() => wish('dailyPaper')}>
            {t('due.toReports')}
          </Button>
        )}
        <Button size="small" onClick={() => useDismissed.setState({ day: today() })}>
          {t('due.dismiss')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
