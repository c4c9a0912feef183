import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../app/language.tsx';
import { useJob } from '../../../client/jobs.ts';
import { useNotices } from '../../../client/notices.ts';
import { useToasts } from '../../../client/toasts.ts';
import { useClient, useHost } from '../../../client/workbench.tsx';

const useStyles = makeStyles({
  input: { display: 'none' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Takes an export of the national portal in; several files chosen together make one catalogue. */
export function ImportCatalogue() {
  const styles = useStyles();
  const t = useText();
  const host = useHost();
  const client = useClient();
  const say = useNotices((state) => state.say);
  const show = useToasts((state) => state.show);
  const input = useRef<HTMLInputElement>(null);
  const [handedOver, setHandedOver] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const state = useJob(jobId)?.state;
  const isBusy = handedOver !== null || state === 'running';

  useEffect(() => {
    if (state === undefined || state === 'running') return;
    setJobId(null);
    // What failed stands below with its reason, where all long work does.
    if (state === 'done') show(t('knowledge.imported'));
  }, [state, show, t]);

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const given = files.map((file) => ({ file, name: file.name }));
    const handles = await host.handOver(given, (done, total) => setHandedOver({ done, total }));
    setHandedOver(null);
    if (!handles.ok) return say(handles.error);
    const started = await client.call('references.import', { files: [...handles.value] });
    if (started.ok) setJobId(started.value.job);
    else say(started.error);
  };

  return (
    <>
      <Button
        size="small"
        appearance="primary"
        icon={<ArrowImportRegular />}
        disabledFocusable={isBusy}
        title={t('knowledge.importHint')}
        onClick={() => !isBusy && input.current?.click()}
      >
        {t('knowledge.import')}
      </Button>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        accept=".xlsx,.csv,.jsonl"
        aria-label={t('knowledge.import')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          void take(files);
        }}
      />
      <Text size={200} className={styles.hint} role="status">
        {handedOver !== null
          ? t('knowledge.handingOver', { done: handedOver.done, total: handedOver.total })
          : state === 'running'
            ? t('knowledge.importing')
            : ''}
      </Text>
    </>
  );
}
