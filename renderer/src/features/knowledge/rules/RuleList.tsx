import { Input, makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RuleLine } from '../../../../../shared/contract/knowledge.ts';
import { searchKey } from '../../../../../shared/domain/vietnameseText.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', minHeight: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '8px 12px' },
  // On a line of its own, so that the severities below it stay together.
  search: { flexGrow: 1, flexBasis: '100%' },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 900px)': { flexGrow: 0, height: '240px' },
  },
  group: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '4px 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  rule: {
    display: 'grid',
    gridTemplateColumns: '16px 64px minmax(0, 1fr)',
    gap: '8px',
    alignItems: 'baseline',
    padding: '4px 12px',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    borderLeft: '3px solid transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  id: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  title: { overflowWrap: 'anywhere' },
  none: { padding: '16px 12px' },
});

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The rules by group; arrow keys go from one to the next, and its page follows. */
export function RuleList(props: {
  readonly rules: readonly RuleLine[];
  readonly chosen: string | null;
  onChoose(rule: string): void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { rules, onChoose } = props;
  const [search, setSearch] = useState('');
  const [severity, setSeverity] = useState<RuleLine['severity'] | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const keys = useMemo(
    () =>
      new Map(
        rules.map(({ id, title, group, asks, datasets }) => [
          id,
          searchKey([id, title, group, ...asks, ...datasets].join(' ')),
        ]),
      ),
    [rules],
  );
  const wanted = searchKey(search);
  const shown = rules.filter(
    (rule) => (severity === null || rule.severity === severity) && keys.get(rule.id)!.includes(wanted),
  );
  const chosen = props.chosen ?? rules[0]?.id ?? null;
  const groups = [...Map.groupBy(shown, ({ group }) => group)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, wanted, severity]);

  const move = (event: KeyboardEvent): void => {
    const at = shown.findIndex(({ id }) => id === chosen);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    }[event.key];
    if (to === undefined || shown.length === 0) return;
    event.preventDefault();
    onChoose(shown[Math.max(0, Math.min(shown.length - 1, to))]!.id);
  };

  return (
    <div className={styles.whole}>
      <div className={styles.tools}>
        <Input
          size="small"
          type="search"
          className={styles.search}
          contentBefore={<SearchRegular />}
          aria-label={t('knowledge.searchRules')}
          placeholder={t('knowledge.searchRules')}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        {SEVERITIES.map((one) => (
          <ToggleButton
            key={one}
            size="small"
            appearance="subtle"
            checked={severity === one}
            onClick={() => setSeverity(severity === one ? null : one)}
          >
            <SeverityMark severity={one} />
          </ToggleButton>
        ))}
        <Text size={200} role="status">
          {t('knowledge.shownOf', { shown: format.number(shown.length), all: format.number(rules.length) })}
        </Text>
      </div>
      {shown.length === 0 ? (
        <Text className={styles.none}>{t('knowledge.noRuleFits')}</Text>
      ) : (
        <div
          ref={list}
          className={styles.list}
          role="listbox"
          tabIndex={0}
          aria-label={t('knowledge.tab.rules')}
          aria-activedescendant={shown.some(({ id }) => id === chosen) ? `rule-${chosen}` : undefined}
          onKeyDown={move}
        >
          {groups.map(([group, members]) => (
            <div key={group} role="group" aria-label={group}>
              <div className={styles.group} role="presentation">
                {group} ({format.number(members.length)})
              </div>
              {members.map(({ id, title, severity: own }) => (
                <div
                  key={id}
                  id={`rule-${id}`}
                  role="option"
                  aria-selected={id === chosen}
                  className={mergeClasses(styles.rule, id === chosen && styles.chosen)}
                  onClick={() => onChoose(id)}
                >
                  <SeverityMark severity={own} brief />
                  <span className={styles.id}>{id}</span>
                  <span className={styles.title}>{title}</span>
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
