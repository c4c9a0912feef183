import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { useHandOver } from '../../../app/handOver.ts';
import { useText } from '../../../app/language.tsx';
import { useJob } from '../../../client/jobs.ts';
import { useNotices } from '../../../client/notices.ts';
import { useToasts } from '../../../client/toasts.ts';
import { useClient } from '../../../client/workbench.tsx';

const useStyles = makeStyles({
  input: { display: 'none' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Takes an export of the national portal in; several files chosen together make one catalogue. */
export function ImportCatalogue() {
  const styles = useStyles();
  const t = useText();
  const handOver = useHandOver();
  const client = useClient();
  const say = useNotices((state) => state.say);
  const show = useToasts((state) => state.show);
  const input = useRef<HTMLInputElement>(null);
  const [isHandingOver, setHandingOver] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const state = useJob(jobId)?.state;
  const isBusy = isHandingOver || state === 'running';

  useEffect(() => {
    if (state === undefined || state === 'running') return;
    setJobId(null);
    // What failed stands below with its reason, where all long work does.
    if (state === 'done') show(t('knowledge.imported'));
  }, [state, show, t]);

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const given = files.map((file) => ({ file, name: file.name }));
    setHandingOver(true);
    const handles = await handOver(given);
    setHandingOver(false);
    if (handles === null) return;
    const started = await client.call('references.import', { files: [...handles] });
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
        {isHandingOver ? t('knowledge.handingOver') : state === 'running' ? t('knowledge.importing') : ''}
      </Text>
    </>
  );
}
