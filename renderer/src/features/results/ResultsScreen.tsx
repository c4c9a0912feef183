import { useText } from '../../app/language.tsx';
import { Page } from '../../ui/Page.tsx';

export function ResultsScreen(_props: { readonly round: string }) {
  const t = useText();
  return <Page title={t('place.results')}>{null}</Page>;
}
