import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { faultText } from '../../../shared/i18n/index.ts';
import { useNotices } from '../client/notices.ts';
import { useLanguage, useText } from './language.tsx';

const useStyles = makeStyles({
  notices: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '8px 16px 0' },
});

/** What the user must be told, until it was read. */
export function Notices() {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { notices, dismiss } = useNotices();
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
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
