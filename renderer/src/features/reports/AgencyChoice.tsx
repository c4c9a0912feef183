import { Button, Checkbox, Input, makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { EyeRegular, SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ResultsSummary } from '../../../../shared/contract/results.ts';
import { searchKey } from '../../../../shared/domain/vietnameseText.ts';
import { useFormat, useText } from '../../app/language.tsx';
import { VirtualRows } from '../../ui/VirtualRows.tsx';

export type AgencyStanding = ResultsSummary['agencies'][number];

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '4px', flexGrow: 1, minHeight: '320px', flexShrink: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  search: { flexGrow: 1, flexBasis: '120px', minWidth: '120px' },
  list: {
    flexGrow: 1,
    height: 0,
    minHeight: '200px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { height: '240px' },
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    paddingRight: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
  },
  shown: { borderLeftColor: tokens.colorBrandStroke1, backgroundColor: tokens.colorNeutralBackground1Selected },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  standing: { color: tokens.colorNeutralForeground2, textAlign: 'right', flexShrink: 0 },
});

/** For which agencies reports are written. @param chosen  null: all */
export function AgencyChoice(props: {
  readonly agencies: readonly AgencyStanding[];
  readonly chosen: ReadonlySet<string> | null;
  /** The one whose page is shown; null: none. */
  readonly shown: string | null;
  onChoose(chosen: ReadonlySet<string> | null): void;
  onShow(agency: string): void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { agencies, chosen, shown, onChoose } = props;
  const [search, setSearch] = useState('');
  const wanted = searchKey(search);
  const fitting = agencies.filter(({ name }) => searchKey(name).includes(wanted));
  const count = chosen === null ? agencies.length : agencies.filter(({ id }) => chosen.has(id)).length;
  const set = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen ?? agencies.map(({ id }) => id));
    for (const id of ids)
      if (isChosen) next.add(id);
      else next.delete(id);
    onChoose(agencies.every(({ id }) => next.has(id)) ? null : next);
  };
  const ids = fitting.map(({ id }) => id);
  return (
    <section className={styles.whole} aria-label={t('reports.agencies')}>
      <div className={styles.tools}>
        <Subtitle2 as="h2">{t('reports.agencies')}</Subtitle2>
        <Text size={200} role="status">
          {t('reports.chosen', { count: format.number(count), all: format.number(agencies.length) })}
        </Text>
      </div>
      <div className={styles.tools}>
        <Input
          size="small"
          type="search"
          className={styles.search}
          contentBefore={<SearchRegular />}
          aria-label={t('reports.searchAgencies')}
          placeholder={t('reports.searchAgencies')}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Button size="small" onClick={() => set(ids, true)}>
          {t(wanted === '' ? 'reports.all' : 'reports.allFound')}
        </Button>
        <Button size="small" onClick={() => set(ids, false)}>
          {t(wanted === '' ? 'reports.none' : 'reports.noneFound')}
        </Button>
      </div>
      {fitting.length === 0 ? (
        <Text size={200}>{t('reports.noAgencyFits')}</Text>
      ) : (
        <VirtualRows
          items={fitting}
          label={t('reports.agencies')}
          estimate={44}
          keyOf={({ id }) => id}
          className={styles.list}
        >
          {({ id, name, ready, open }) => (
            <div className={mergeClasses(styles.row, id === shown && styles.shown)}>
              <div className={styles.name}>
                <Checkbox
                  label={name}
                  checked={chosen === null || chosen.has(id)}
                  onChange={(_, { checked }) => set([id], checked === true)}
                />
              </div>
              <Text size={200} className={styles.standing}>
                {t('reports.ready', { percent: format.percent(ready) })}
                <br />
                {t('reports.errors', { count: format.number(open.error) })}
              </Text>
              <Button
                size="small"
                appearance="subtle"
                icon={<EyeRegular />}
                aria-label={t('reports.show', { agency: name })}
                title={t('reports.show', { agency: name })}
                aria-pressed={id === shown}
                onClick={() => props.onShow(id)}
              />
            </div>
          )}
        </VirtualRows>
      )}
    </section>
  );
}
