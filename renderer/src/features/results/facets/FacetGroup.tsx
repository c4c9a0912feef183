import { Button, Checkbox, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { FacetCounts, FacetName } from '../../../../../shared/contract/results.ts';
import { searchKey } from '../../../../../shared/domain/vietnameseText.ts';
import { useFormat, useText } from '../../../app/language.tsx';

type FacetValue = FacetCounts['facets'][FacetName][number];

/** Shown before one asks for more, shown at most, and from how many on one can search. */
const FEW = 6;
const MOST = 60;
const LONG = 12;

const useStyles = makeStyles({
  facet: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, paddingBottom: '4px' },
  heading: { margin: 0 },
  fold: { justifyContent: 'flex-start', width: '100%', paddingLeft: '4px', fontWeight: tokens.fontWeightSemibold },
  search: { width: '100%', maxWidth: 'none' },
  values: { listStyleType: 'none', margin: 0, padding: 0 },
  value: { display: 'flex', alignItems: 'flex-start', minHeight: '24px' },
  box: { flexGrow: 1, minWidth: 0, maxWidth: 'none', width: 'auto' },
  indicator: { margin: '4px 8px 4px 6px' },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
    padding: '4px 0',
  },
  count: {
    padding: '4px',
    lineHeight: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  note: { padding: '2px 8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** One way to narrow: its values with their counts. Chosen values stay in sight, even when nothing has them any more. */
export function FacetGroup(props: {
  readonly facet: FacetName;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly isOpenAtFirst: boolean;
  readonly onToggle: (value: string) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const body = useId();
  const { facet, values, chosen, isOpenAtFirst, onToggle } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst || chosen.length > 0);
  const [isWhole, setWhole] = useState(false);
  const [words, setWords] = useState('');
  const name = t(`results.facet.${facet}`);
  const wanted = searchKey(words);
  const known = new Set(values.map(({ value }) => value));
  const lost = chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value, count: 0 }));
  const found = [...lost, ...values].filter(
    ({ label, value }) => chosen.includes(value) || wanted === '' || searchKey(label).includes(wanted),
  );
  const room = isWhole || wanted !== '' ? MOST : FEW;
  const shown = found.filter(({ value }, at) => at < room || chosen.includes(value));
  const hidden = found.length - shown.length;
  return (
    <section className={styles.facet}>
      <h2 className={styles.heading}>
        <Button
          size="small"
          appearance="subtle"
          className={styles.fold}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen.length > 0 ? `${name} (${number(chosen.length)})` : name}
        </Button>
      </h2>
      <div id={body} hidden={!isOpen} role="group" aria-label={name}>
        {isOpen && values.length > LONG && (
          <SearchBox
            size="small"
            dismiss={{ 'aria-label': t('app.clear') }}
            className={styles.search}
            aria-label={t('results.facetSearch', { facet: name })}
            placeholder={t('results.facetSearch', { facet: name })}
            value={words}
            onChange={(_event, data) => setWords(data.value)}
          />
        )}
        {isOpen && (
          <ul className={styles.values}>
            {shown.map(({ value, label, count }) => (
              <li key={value} className={styles.value}>
                <Checkbox
                  size="medium"
                  className={styles.box}
                  indicator={{ className: styles.indicator }}
                  label={{ children: label, className: styles.label }}
                  checked={chosen.includes(value)}
                  onChange={() => onToggle(value)}
                />
                <span className={styles.count}>{number(count)}</span>
              </li>
            ))}
          </ul>
        )}
        {isOpen && found.length === 0 && <div className={styles.note}>{t('results.facetNothing')}</div>}
        {isOpen && hidden > 0 && room === FEW && (
          <Button size="small" appearance="transparent" onClick={() => setWhole(true)}>
            {t('results.facetMore', { count: number(hidden) })}
          </Button>
        )}
        {isOpen && isWhole && wanted === '' && values.length > FEW && (
          <Button size="small" appearance="transparent" onClick={() => setWhole(false)}>
            {t('results.facetLess')}
          </Button>
        )}
        {isOpen && hidden > 0 && room === MOST && (
          <div className={styles.note}>{t('results.facetTooMany', { count: number(hidden) })}</div>
        )}
      </div>
    </section>
  );
}
