import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RuleSetProblem } from '../../../../../shared/contract/knowledge.ts';
import { FONT } from './editorFont.ts';

const useStyles = makeStyles({
  numbers: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    margin: 0,
    minHeight: '100%',
    boxSizing: 'border-box',
    padding: '4px 8px 40px',
    ...FONT,
    textAlign: 'right',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    userSelect: 'none',
  },
  faulty: { fontWeight: tokens.fontWeightBold },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorNeutralForeground1 },
});

/** Numbers of the lines; a line with a problem has a sign before its number. */
export function LineNumbers({
  lines,
  problems,
}: {
  readonly lines: number;
  readonly problems: readonly RuleSetProblem[];
}) {
  const styles = useStyles();
  const levels = new Map<number, RuleSetProblem['level']>();
  for (const { line, level } of problems) if (levels.get(line) !== 'error') levels.set(line, level);
  return (
    <pre className={styles.numbers} aria-hidden>
      {Array.from({ length: lines }, (_, index) => {
        const level = levels.get(index + 1);
        const end = index + 1 < lines ? '\n' : '';
        return level === undefined ? (
          `${index + 1}${end}`
        ) : (
          <span key={index} className={mergeClasses(styles.faulty, styles[level])}>
            {`${level === 'error' ? '✕' : '!'} ${index + 1}${end}`}
          </span>
        );
      })}
    </pre>
  );
}
