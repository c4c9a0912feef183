import { useText } from '../../app/language.tsx';
import { Page } from '../../ui/Page.tsx';

export function SettingsScreen() {
  const t = useText();
  return <Page title={t('place.settings')}>{null}</Page>;
}
