import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useText } from '../../../app/language.tsx';
import type { Completion } from './completions.ts';
import { FONT, LINE_HEIGHT } from './editorFont.ts';

export const COMPLETION_LIST = 'rule-set-completions';
export const optionId = (at: number): string => `${COMPLETION_LIST}-${at}`;

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    zIndex: 2,
    margin: 0,
    padding: 0,
    width: 'min(420px, 80vw)',
    maxHeight: '200px',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
    // Its place is counted in letters of the text.
    ...FONT,
  },
  option: {
    display: 'grid',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    gridTemplateColumns: 'minmax(96px, auto) minmax(0, 1fr)',
    gap: '12px',
    padding: '2px 8px',
    cursor: 'pointer',
  },
  at: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  word: { fontFamily: tokens.fontFamilyMonospace },
  about: { overflowWrap: 'anywhere' },
});

/** Words that may stand at the caret. The focus stays in the text. @param before  the text before the word */
export function CompletionList(props: {
  readonly options: readonly Completion[];
  readonly at: number;
  readonly before: string;
  onTake(at: number): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { options, at, before } = props;
  const list = useRef<HTMLUListElement>(null);
  const lines = before.split('\n');
  useEffect(() => {
    // At the bottom of the text the list would begin below what is seen.
    list.current?.scrollIntoView({ block: 'nearest' });
  }, [before]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ul
      ref={list}
      id={COMPLETION_LIST}
      role="listbox"
      aria-label={t('knowledge.completions')}
      className={styles.list}
      style={{
        top: `${lines.length * LINE_HEIGHT + 6}px`,
        left: `calc(8px + ${lines.at(-1)!.length}ch)`,
      }}
    >
      {options.map(({ word, about }, index) => (
        <li
          key={`${index} ${word}`}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          className={mergeClasses(styles.option, index === at && styles.at)}
          // The field must not lose the focus before the click is done.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(index)}
        >
          <span className={styles.word}>{word}</span>
          <span className={styles.about}>{about}</span>
        </li>
      ))}
    </ul>
  );
}
