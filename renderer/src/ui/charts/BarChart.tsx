import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** One bar: what it is, how long, and what stands behind it in words. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  /** In the unit of `longest`. */
  readonly value: number;
  readonly note: string;
  readonly isChosen?: boolean;
}

const useStyles = makeStyles({
  bars: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(48px, 4fr) auto',
    columnGap: '8px',
  },
  item: { display: 'grid', gridColumn: '1 / -1', gridTemplateColumns: 'subgrid' },
  bar: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    minHeight: '20px',
    padding: '1px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  drawing: { width: '100%', height: '10px', display: 'block', forcedColorAdjust: 'none' },
  track: { fill: tokens.colorNeutralStroke2, '@media (forced-colors: active)': { fill: 'GrayText' } },
  fill: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  note: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
});

/** Bars lying below each other; each is a button. The drawing repeats what the words beside it say. */
export function BarChart(props: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly longest: number;
  readonly onChoose: (id: string) => void;
}) {
  const styles = useStyles();
  const { label, bars, longest, onChoose } = props;
  const share = ({ value }: Bar): number => (longest === 0 ? 0 : Math.min(100, (value / longest) * 100));
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} className={styles.item}>
          <button
            type="button"
            className={mergeClasses(styles.bar, bar.isChosen === true && styles.chosen)}
            aria-pressed={bar.isChosen === true}
            title={`${bar.label}: ${bar.note}`}
            onClick={() => onChoose(bar.id)}
          >
            <span className={styles.label}>{bar.label}</span>
            <svg className={styles.drawing} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
              <rect className={styles.track} x={share(bar)} y="4" width={100 - share(bar)} height="2" />
              <rect className={styles.fill} x="0" y="0" height="10" width={share(bar)} />
            </svg>
            <span className={styles.note}>{bar.note}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
