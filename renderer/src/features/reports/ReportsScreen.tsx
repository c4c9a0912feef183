import { useText } from '../../app/language.tsx';
import { Page } from '../../ui/Page.tsx';

export function ReportsScreen(_props: { readonly round: string }) {
  const t = useText();
  return <Page title={t('place.reports')}>{null}</Page>;
}
