import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons';
import type { Severity } from '../../../shared/engine/finding.ts';
import { useText } from '../app/language.tsx';

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteMarigoldForeground2 },
  info: { color: tokens.colorNeutralForeground2 },
  // The colours are for the shape; letters in them would be too pale to read.
  word: { color: tokens.colorNeutralForeground1 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoRegular };

/** How much a finding matters: a shape and a word, so that nothing hangs on colour. @param brief  the word is only read out */
export function SeverityMark({ severity, brief = false }: { readonly severity: Severity; readonly brief?: boolean }) {
  const styles = useStyles();
  const t = useText();
  const Icon = ICONS[severity];
  const word = t(`severity.${severity}`);
  return (
    <span className={mergeClasses(styles.mark, styles[severity])}>
      <Icon aria-hidden={!brief} aria-label={brief ? word : undefined} />
      {!brief && <span className={styles.word}>{word}</span>}
    </span>
  );
}
