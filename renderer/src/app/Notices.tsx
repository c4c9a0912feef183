import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { faultText } from '../../../shared/i18n/index.ts';
import { useNotices } from '../client/notices.ts';
import { DueWarning } from './DueWarning.tsx';
import { useLanguage, useText } from './language.tsx';
import { LapseNotice } from './LapseNotice.tsx';
import { StoppedWork } from './StoppedWork.tsx';

const useStyles = makeStyles({
  notices: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 16px 0',
    ':empty': { display: 'none' },
  },
});

/** What the user must be told, until it was read. @param round  the open round; null while none is, or one that nobody reports on */
export function Notices({ round }: { readonly round: string | null }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { notices, dismiss } = useNotices();
  return (
    <div className={styles.notices}>
      {round !== null && <DueWarning round={round} />}
      <StoppedWork />
      <LapseNotice />
      {notices.map(({ id, fault }) => (
        <MessageBar key={id} intent="error" layout="multiline" role="alert">
          <MessageBarBody>{faultText(language, fault)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => dismiss(id)}>
              {t('app.dismiss')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}
