import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { WorkView } from '../../../shared/contract/host.ts';
import { useNotices } from '../client/notices.ts';
import { useAction, useAnswer } from '../client/workbench.tsx';
import { useFormat, useText } from './language.tsx';

/** Long work that was stopped before its end, with a way to go on. */
export function StoppedWork() {
  const { data } = useAnswer('jobs.unfinished', {});
  return data?.work.map((work) => <Stopped key={work.id} work={work} />);
}

function Stopped({ work }: { readonly work: WorkView }) {
  const t = useText();
  const format = useFormat();
  const say = useNotices((state) => state.say);
  const resume = useAction('jobs.resume');
  const forget = useAction('jobs.forget');
  const isBusy = resume.isPending || forget.isPending;
  const { kind, roundName, done, total, canResume } = work;
  const counted = { round: roundName, done: format.number(done), total: format.number(total) };
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        {t(`stopped.${kind === 'intake' && total === 0 ? 'intakeUncounted' : kind}`, counted)}
        {!canResume && ` ${t(kind === 'intake' ? 'stopped.gone' : 'stopped.folderGone')}`}
      </MessageBarBody>
      <MessageBarActions>
        {canResume && (
          <Button
            size="small"
            appearance="primary"
            disabled={isBusy}
            onClick={() => resume.mutate({ work: work.id }, { onError: ({ fault }) => say(fault) })}
          >
            {t('stopped.resume')}
          </Button>
        )}
        <Button
          size="small"
          disabled={isBusy}
          onClick={() => forget.mutate({ work: work.id }, { onError: ({ fault }) => say(fault) })}
        >
          {t('stopped.forget')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
