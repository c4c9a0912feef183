import { useText } from '../../app/language.tsx';
import { Page } from '../../ui/Page.tsx';

export function RoundsScreen() {
  const t = useText();
  return <Page title={t('place.rounds')}>{null}</Page>;
}
