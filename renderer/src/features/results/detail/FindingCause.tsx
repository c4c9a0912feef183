import { Link, makeStyles } from '@fluentui/react-components';
import { useFormat, useLanguage, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { useAnswerAfterPages } from '../afterPages.ts';
import { withValues } from '../facets/narrowing.ts';
import { Part } from './FindingFacts.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 4px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** What explains a finding together with others. It comes after the other facts, and only where there is such a thing. */
export function FindingCause({ round, identity }: { readonly round: string; readonly identity: string }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const { filter, narrow } = usePlace();
  const { data, isPlaceholderData } = useAnswerAfterPages('results.causeOf', { round, language, identity });
  const cause = isPlaceholderData ? null : (data?.cause ?? null);
  if (cause === null) return null;
  return (
    <Part title={t('results.cause')}>
      <p className={styles.text}>
        {t('results.causeFindings', { text: cause.text, count: format.number(cause.findings) })}{' '}
        <Link as="button" onClick={() => narrow(withValues(filter, 'cause', [cause.id]))}>
          {t('results.look')}
        </Link>
      </p>
    </Part>
  );
}
