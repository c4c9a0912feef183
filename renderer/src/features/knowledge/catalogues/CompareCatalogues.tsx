import { Field, makeStyles, Select, Spinner, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReferenceLine } from '../../../../../shared/contract/knowledge.ts';
import { useFormat, useLanguage, useText } from '../../../app/language.tsx';
import { useAnswer } from '../../../client/workbench.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { VirtualRows } from '../../../ui/VirtualRows.tsx';
import { isDay } from './catalogueDay.ts';
import { CHANGE_ICONS, CHANGE_KINDS, type ChangeKind } from './changeKinds.ts';
import { ProcedureChangeRow } from './ProcedureChangeRow.tsx';
import { TouchedAgencies } from './TouchedAgencies.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px', paddingBottom: '8px' },
  choice: { minWidth: '200px', maxWidth: '320px', flexGrow: 1 },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 288px',
    gap: '12px',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto auto' },
  },
  list: {
    minHeight: '160px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { height: '240px' },
  },
  note: { color: tokens.colorNeutralForeground2, padding: '4px 0' },
});

/** What changed between two catalogues, and which agencies of the round must look again. */
export function CompareCatalogues(props: {
  readonly references: readonly ReferenceLine[];
  readonly round: string | null;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const { references, round } = props;
  // The list is newest first; of the same day the one that came in later is the newer one.
  const byDate = [...references].reverse().sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const [chosen, choose] = useState<{ readonly before?: string; readonly after?: string }>({});
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const known = (id: string | undefined): string | undefined => references.find((one) => one.id === id)?.id;
  const before = known(chosen.before) ?? byDate.at(-2)!.id;
  const after = known(chosen.after) ?? byDate.at(-1)!.id;
  const isSame = before === after;
  const answer = useAnswer(
    'references.compare',
    isSame ? null : { before, after, language, ...(round === null ? {} : { round }) },
  );
  const fault = faultOf(answer.error);
  const { data } = answer;
  const changes = (data?.changes ?? []).filter((change) => kind === null || change.kind === kind);
  const total = data === undefined ? 0 : data.added + data.removed + data.changed;

  const choice = (side: 'before' | 'after', value: string) => (
    <Field className={styles.choice} size="small" label={t(`knowledge.compare.${side}`)}>
      <Select size="small" value={value} onChange={(_, { value: id }) => choose({ before, after, [side]: id })}>
        {byDate.map(({ id, title, date, hash }) => (
          <option key={id} value={id}>
            {[title, isDay(date) ? format.day(date) : date, hash.slice(0, 6)].filter((text) => text !== '').join(' · ')}
          </option>
        ))}
      </Select>
    </Field>
  );

  return (
    <>
      <div className={styles.head}>
        {choice('before', before)}
        {choice('after', after)}
        {data !== undefined && !isSame && (
          <div className={styles.kinds} role="group" aria-label={t('knowledge.compare.kinds')}>
            {CHANGE_KINDS.map((one) => {
              const Icon = CHANGE_ICONS[one];
              return (
                <ToggleButton
                  key={one}
                  size="small"
                  icon={<Icon />}
                  checked={kind === one}
                  onClick={() => setKind(kind === one ? null : one)}
                >
                  {t(`knowledge.compare.${one}Count`, { count: format.number(data[one]) })}
                </ToggleButton>
              );
            })}
          </div>
        )}
      </div>
      {isSame ? (
        <Text>{t('knowledge.compare.same')}</Text>
      ) : fault !== null ? (
        <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
      ) : data === undefined ? (
        <Spinner size="small" label={t('app.loading')} />
      ) : total === 0 ? (
        <Text>{t('knowledge.compare.nothing')}</Text>
      ) : (
        <>
          {total > data.changes.length && (
            <Text size={200} className={styles.note}>
              {t('knowledge.compare.cut', {
                shown: format.number(data.changes.length),
                all: format.number(total),
              })}
            </Text>
          )}
          <div className={styles.body}>
            <VirtualRows
              items={changes}
              label={t('knowledge.compare.list')}
              estimate={56}
              keyOf={({ code }) => code}
              className={styles.list}
            >
              {(change) => <ProcedureChangeRow change={change} />}
            </VirtualRows>
            <TouchedAgencies touched={data.touched} hasRound={round !== null} />
          </div>
        </>
      )}
    </>
  );
}
