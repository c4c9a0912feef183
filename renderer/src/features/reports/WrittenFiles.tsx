import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { FolderOpenRegular, SaveRegular, WarningRegular } from '@fluentui/react-icons';
import { faultText } from '../../../../shared/i18n/index.ts';
import { useLanguage, useText } from '../../app/language.tsx';
import { useNotices } from '../../client/notices.ts';
import { useAnswer, useHost } from '../../client/workbench.tsx';

const useStyles = makeStyles({
  files: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '2px 0' },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  missing: { flexBasis: '100%' },
});

/** What was written for the round since the program was started, to save or to look at. */
export function WrittenFiles({ round }: { readonly round: string }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const host = useHost();
  const say = useNotices((state) => state.say);
  const answer = useAnswer('jobs.list', {});
  const files = (answer.data?.jobs ?? [])
    .filter((job) => job.kind === 'report' && job.round === round && job.state === 'done')
    .flatMap(({ id, result }) => (result ?? []).map((file) => ({ ...file, key: `${id} ${file.handle}` })))
    .reverse();
  const fetched = files.filter(({ folder }) => !folder);
  if (files.length === 0) return null;

  const save = async (some: typeof files): Promise<void> => {
    for (const { handle, name } of some) {
      const reply = await host.save(handle, name);
      if (!reply.ok) return say(reply.error);
    }
  };
  const show = async (handle: string): Promise<void> => {
    const reply = await host.showFolder(handle);
    if (!reply.ok) say(reply.error);
  };

  return (
    <section className={styles.files} aria-label={t('reports.written')} aria-live="polite">
      <div className={styles.file}>
        <Subtitle2 as="h2" className={styles.name}>
          {t('reports.written')}
        </Subtitle2>
        {fetched.length > 1 && (
          <Button size="small" onClick={() => void save(fetched)}>
            {t('reports.saveAll')}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {files.map(({ key, name, handle, folder, missing = [] }) => (
          <li key={key} className={styles.file}>
            <span className={styles.name}>{name}</span>
            {folder ? (
              <Button size="small" icon={<FolderOpenRegular />} onClick={() => void show(handle)}>
                {t('reports.openFolder')}
              </Button>
            ) : (
              <Button
                size="small"
                icon={<SaveRegular />}
                aria-label={t('reports.saveThis', { name })}
                onClick={() => void save(files.filter((file) => file.key === key))}
              >
                {t('reports.save')}
              </Button>
            )}
            {missing.map((fault) => (
              <Text key={JSON.stringify(fault)} size={200} className={styles.missing}>
                <WarningRegular aria-hidden /> {t('reports.missing', { reason: faultText(language, fault) })}
              </Text>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
