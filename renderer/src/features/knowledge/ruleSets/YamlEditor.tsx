import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { RuleSetProblem } from '../../../../../shared/contract/knowledge.ts';
import { useText } from '../../../app/language.tsx';
import { CompletionList, COMPLETION_LIST, optionId } from './CompletionList.tsx';
import { fitting, wordBefore, type Completion } from './completions.ts';
import { FONT, LINE_HEIGHT } from './editorFont.ts';
import { LineNumbers } from './LineNumbers.tsx';
import { markedPieces, stretchOf } from './problemMarks.ts';

const useStyles = makeStyles({
  editor: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'start',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  sheet: { position: 'relative', minWidth: 'max-content', minHeight: '100%' },
  // The marks lie under the text: same letters, not drawn, only underlined.
  marks: {
    ...FONT,
    margin: 0,
    padding: '4px 8px 40px',
    whiteSpace: 'pre',
    color: 'transparent',
    pointerEvents: 'none',
  },
  error: { textDecoration: `underline wavy ${tokens.colorPaletteRedForeground1} 1.5px`, textDecorationSkipInk: 'none' },
  warning: {
    textDecoration: `underline dotted ${tokens.colorPaletteMarigoldForeground1} 2px`,
    textDecorationSkipInk: 'none',
  },
  text: {
    ...FONT,
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    margin: 0,
    padding: '4px 8px',
    border: 'none',
    outline: 'none',
    resize: 'none',
    overflow: 'hidden',
    whiteSpace: 'pre',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
  },
});

/** What others may ask of the editor. */
export interface EditorHandle {
  /** Puts the caret at a problem and shows it. */
  goTo(problem: RuleSetProblem): void;
}

interface OpenList {
  readonly start: number;
  readonly options: readonly Completion[];
  readonly at: number;
}

/** The text of a rule set with line numbers, problems marked under it, and completion of words on Ctrl+Space. */
export function YamlEditor(props: {
  readonly ref: Ref<EditorHandle>;
  readonly yaml: string;
  readonly problems: readonly RuleSetProblem[];
  readonly completions: readonly Completion[];
  readonly className: string;
  readonly describedBy: string;
  onChange(yaml: string): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { yaml, problems, completions } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const [list, setList] = useState<OpenList | null>(null);
  const pieces = useMemo(() => markedPieces(yaml, problems), [yaml, problems]);

  useImperativeHandle(props.ref, () => ({
    goTo: (problem) => {
      const element = area.current;
      if (element === null) return;
      const { start, end } = stretchOf(element.value, problem);
      element.focus({ preventScroll: true });
      element.setSelectionRange(start, end);
      element.closest('[data-editor]')?.scrollTo({ top: (problem.line - 4) * LINE_HEIGHT, left: 0 });
    },
  }));

  const complete = (element: HTMLTextAreaElement, at = 0): void => {
    const { start, text } = wordBefore(element.value, element.selectionStart);
    const options = fitting(completions, text);
    setList(options.length === 0 ? null : { start, options, at });
  };
  const put = ({ start, options }: OpenList, at: number): void => {
    const element = area.current!;
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, element.selectionStart);
    insert(options[at]!.word);
    setList(null);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const element = event.currentTarget;
    if (event.ctrlKey && event.key === ' ') {
      event.preventDefault();
      return complete(element);
    }
    if (list !== null) {
      const last = list.options.length - 1;
      const to = { ArrowDown: list.at === last ? 0 : list.at + 1, ArrowUp: list.at === 0 ? last : list.at - 1 }[
        event.key
      ];
      const isTaken = event.key === 'Enter' || event.key === 'Tab';
      if (to === undefined && !isTaken && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (to !== undefined) return setList({ ...list, at: to });
      return isTaken ? put(list, list.at) : setList(null);
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      const before = element.value.slice(0, element.selectionStart);
      insert(`\n${/^ */.exec(before.slice(before.lastIndexOf('\n') + 1))![0]}`);
    }
  };

  return (
    <div className={mergeClasses(styles.editor, props.className)} data-editor>
      <LineNumbers lines={yaml.split('\n').length} problems={problems} />
      <div className={styles.sheet}>
        <pre className={styles.marks} aria-hidden>
          {pieces.map(({ text, level }, index) =>
            level === null ? (
              text
            ) : (
              <span key={index} className={styles[level]}>
                {text}
              </span>
            ),
          )}
          {'\n'}
        </pre>
        <textarea
          ref={area}
          className={styles.text}
          value={yaml}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          maxLength={100_000}
          aria-label={t('knowledge.yamlLabel')}
          aria-describedby={props.describedBy}
          aria-invalid={problems.some(({ level }) => level === 'error')}
          aria-autocomplete="list"
          aria-controls={list === null ? undefined : COMPLETION_LIST}
          aria-activedescendant={list === null ? undefined : optionId(list.at)}
          onKeyDown={press}
          onBlur={() => setList(null)}
          onClick={() => setList(null)}
          onChange={(event) => {
            props.onChange(event.target.value);
            if (list !== null) complete(event.target);
          }}
        />
        {list !== null && (
          <CompletionList
            options={list.options}
            at={list.at}
            before={yaml.slice(0, list.start)}
            onTake={(at) => put(list, at)}
          />
        )}
      </div>
    </div>
  );
}

/** Types a text at the caret, so that the field's own undo takes it back. */
function insert(text: string): void {
  // The only way to change a field that keeps its history; there is no other yet.
  document.execCommand('insertText', false, text);
}
