import { Input, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { ReferenceLine } from '../../../../../shared/contract/knowledge.ts';
import { searchKey } from '../../../../../shared/domain/vietnameseText.ts';
import { faultText } from '../../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../../app/language.tsx';
import { useAnswer } from '../../../client/workbench.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { VirtualRows } from '../../../ui/VirtualRows.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', paddingBottom: '8px' },
  hint: { color: tokens.colorNeutralForeground2 },
  list: { flexGrow: 1, height: 0, minHeight: '160px', border: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) minmax(0, 1fr)',
    gap: '4px 12px',
    padding: '4px 8px',
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
  },
  code: { fontWeight: tokens.fontWeightSemibold },
});

/** Records of a catalogue that its self-check doubts; findings that lean on them step down. */
export function DoubtList({ reference }: { readonly reference: ReferenceLine }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const answer = useAnswer('references.doubts', { reference: reference.id, language });
  const [search, setSearch] = useState('');
  const all = useMemo(
    () =>
      (answer.data?.doubts ?? []).map(({ code, name, fault }, index) => {
        const text = faultText(language, fault);
        return { id: `${index}`, code, name, text, key: searchKey(`${code} ${name} ${text}`) };
      }),
    [answer.data, language],
  );
  const wanted = searchKey(search);
  const doubts = wanted === '' ? all : all.filter(({ key, code }) => key.includes(wanted) || code.includes(search));
  const fault = faultOf(answer.error);
  const title = t('knowledge.doubtsOf', { title: reference.title });
  return (
    <>
      <div className={styles.head}>
        <Subtitle2 as="h2">{title}</Subtitle2>
        <Input
          size="small"
          type="search"
          contentBefore={<SearchRegular />}
          aria-label={t('knowledge.searchDoubts')}
          placeholder={t('knowledge.searchDoubts')}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Text size={200} role="status">
          {t('knowledge.shownOf', { shown: format.number(doubts.length), all: format.number(all.length) })}
        </Text>
        <Text size={200} className={styles.hint}>
          {t('knowledge.doubtsHint')}
        </Text>
      </div>
      {fault !== null ? (
        <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Spinner size="small" label={t('app.loading')} />
      ) : (
        <VirtualRows items={doubts} label={title} estimate={28} keyOf={({ id }) => id} className={styles.list}>
          {({ code, name, text }) => (
            <div className={styles.row}>
              <span className={styles.code}>{code}</span>
              <span>{name}</span>
              <span>{text}</span>
            </div>
          )}
        </VirtualRows>
      )}
    </>
  );
}
