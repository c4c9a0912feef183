import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CommentOffRegular,
  DismissCircleFilled,
  EqualCircleRegular,
  WarningFilled,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReturnedGroup, ReturnedLine } from '../../../../shared/contract/returned.ts';
import { useText } from '../../app/language.tsx';

const useStyles = makeStyles({
  mark: { display: 'flex', alignItems: 'flex-start', gap: '4px', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: '16px', marginTop: '2px' },
  ready: { color: tokens.colorPaletteGreenForeground1 },
  look: { color: tokens.colorPaletteMarigoldForeground2 },
  refused: { color: tokens.colorPaletteRedForeground1 },
  unanswered: { color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorNeutralForeground2 },
  about: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

export const GROUP_ICONS: Readonly<Record<ReturnedGroup, FluentIcon>> = {
  ready: CheckmarkCircleRegular,
  look: WarningFilled,
  refused: DismissCircleFilled,
  unanswered: CommentOffRegular,
  done: EqualCircleRegular,
};

/** How an answer stands: a sign, a word, and what that means. */
export function StandingMark({ line }: { readonly line: ReturnedLine }) {
  const styles = useStyles();
  const t = useText();
  const { standing, group, takeable, objection, sent, sentRound, isFormula } = line;
  const Icon = GROUP_ICONS[group];
  const about = standing === 'unchecked' && !takeable ? 'uncheckedLost' : standing;
  return (
    <div>
      <div className={mergeClasses(styles.mark, styles[group])}>
        <Icon className={styles.icon} aria-hidden />
        <span>{t(`returned.standing.${standing}`)}</span>
      </div>
      <div className={styles.about}>{t(`returned.about.${about}`, { objection })}</div>
      {(sent === 'earlierFile' || sent === 'otherRound') && takeable && (
        <div className={styles.about}>{t(`returned.sent.${sent}`, { round: sentRound })}</div>
      )}
      {isFormula && <div className={styles.about}>{t('returned.isFormula')}</div>}
    </div>
  );
}
