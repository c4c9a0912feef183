import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { AddRegular, CheckmarkCircleRegular, CopyRegular, DeleteRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';

export type RuleSetLine = OutputOf<'ruleSets.list'>['ruleSets'][number];

const useStyles = makeStyles({
  whole: {
    minHeight: 0,
    overflow: 'auto',
    padding: '12px 8px',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    outline: 'none',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  set: {
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    overflowWrap: 'anywhere',
  },
  open: { border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  about: { color: tokens.colorNeutralForeground2 },
  head: { display: 'flex', alignItems: 'flex-start' },
  title: { flexGrow: 1, minWidth: 0, lineHeight: '24px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center' },
});

/** The rule sets that are kept, with the one that the round is judged by. */
export function RuleSetList(props: {
  readonly ruleSets: readonly RuleSetLine[];
  readonly open: string | null;
  readonly inUse: string | null;
  readonly hasRound: boolean;
  /** Why a rule set can't be removed just now; null: it can. */
  keptFor(ruleSet: RuleSetLine): string | null;
  onNew(): void;
  onOpen(ruleSet: RuleSetLine): void;
  onUse(ruleSet: RuleSetLine | null): void;
  onCopy(ruleSet: RuleSetLine): void;
  onRemove(ruleSet: RuleSetLine): void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { ruleSets, open, inUse, hasRound } = props;
  const whole = useRef<HTMLDivElement>(null);
  const known = useRef(ruleSets.length);
  // The button that removed a set went with it: the keyboard goes on in the list.
  useEffect(() => {
    const isFewer = ruleSets.length < known.current;
    known.current = ruleSets.length;
    if (isFewer && document.activeElement === document.body) whole.current?.focus();
  }, [ruleSets.length]);
  return (
    <div ref={whole} tabIndex={-1} className={styles.whole}>
      <div className={styles.line}>
        <Button size="small" appearance="primary" icon={<AddRegular />} onClick={props.onNew}>
          {t('knowledge.newRuleSet')}
        </Button>
        {hasRound && inUse !== null && (
          <Button size="small" appearance="subtle" onClick={() => props.onUse(null)}>
            {t('knowledge.useNational')}
          </Button>
        )}
      </div>
      <Text size={200} className={styles.about}>
        {t(hasRound ? (inUse === null ? 'knowledge.roundIsNational' : 'knowledge.roundHasSet') : 'knowledge.noRound')}
      </Text>
      <ul className={styles.list}>
        {ruleSets.map((ruleSet) => {
          const { id, title, version, hash, saved } = ruleSet;
          const isUsed = id === inUse;
          const kept = props.keptFor(ruleSet);
          return (
            <li key={id} className={mergeClasses(styles.set, id === open && styles.open)}>
              <div className={styles.head}>
                <Text weight="semibold" className={styles.title}>
                  {title}
                </Text>
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<CopyRegular />}
                  aria-label={t('knowledge.copyThis', { title, version })}
                  title={t('knowledge.copy')}
                  onClick={() => props.onCopy(ruleSet)}
                />
                <ReasonedButton
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  reason={kept}
                  aria-label={t('knowledge.removeSetThis', { title, version })}
                  {...(kept === null ? { title: t('knowledge.removeSet') } : {})}
                  onClick={() => kept === null && props.onRemove(ruleSet)}
                />
              </div>
              <Text size={200} className={styles.about} title={hash}>
                {t('knowledge.ruleSetAbout', { version, saved: format.instant(saved), hash: hash.slice(0, 8) })}
              </Text>
              <div className={styles.line}>
                <Button
                  size="small"
                  aria-label={t('knowledge.openThis', { title, version })}
                  aria-current={id === open}
                  onClick={() => props.onOpen(ruleSet)}
                >
                  {t('knowledge.open')}
                </Button>
                {isUsed ? (
                  <Badge appearance="tint" icon={<CheckmarkCircleRegular />}>
                    {t('knowledge.inUse')}
                  </Badge>
                ) : (
                  <ReasonedButton
                    reason={hasRound ? null : t('knowledge.needsRound')}
                    aria-label={t('knowledge.useThis', { title: `${title} ${version}` })}
                    onClick={() => hasRound && props.onUse(ruleSet)}
                  >
                    {t('knowledge.use')}
                  </ReasonedButton>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
