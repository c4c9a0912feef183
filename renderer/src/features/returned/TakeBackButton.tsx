import { Button } from '@fluentui/react-components';
import { MailInboxArrowDownRegular } from '@fluentui/react-icons';
import { useText } from '../../app/language.tsx';
import { useReturned } from './returnedState.ts';

/** The way from the reports to what comes back for them. */
export function TakeBackButton({ round }: { readonly round: string }) {
  const t = useText();
  const open = useReturned((state) => state.open);
  return (
    <Button
      size="small"
      icon={<MailInboxArrowDownRegular />}
      title={t('returned.openAbout')}
      onClick={() => open(round)}
    >
      {t('returned.open')}
    </Button>
  );
}
