import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { AddRegular, CheckmarkCircleRegular } from '@fluentui/react-icons';
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
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center' },
});

/** The rule sets that are kept, with the one that the round is judged by. */
export function RuleSetList(props: {
  readonly ruleSets: readonly RuleSetLine[];
  readonly open: string | null;
  readonly inUse: string | null;
  readonly hasRound: boolean;
  onNew(): void;
  onOpen(ruleSet: RuleSetLine): void;
  onUse(ruleSet: RuleSetLine | null): void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { ruleSets, open, inUse, hasRound } = props;
  return (
    <div className={styles.whole}>
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
          return (
            <li key={id} className={mergeClasses(styles.set, id === open && styles.open)}>
              <Text weight="semibold">{title}</Text>
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
