import { useText } from '../../app/language.tsx';
import { Page } from '../../ui/Page.tsx';

export function KnowledgeScreen(_props: { readonly round: string | null }) {
  const t = useText();
  return <Page title={t('place.knowledge')}>{null}</Page>;
}
