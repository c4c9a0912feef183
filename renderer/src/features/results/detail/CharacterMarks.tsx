import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DiffPart } from './characterDiff.ts';
import { codePoints, visiblePieces } from './visibleText.ts';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  mark: {
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
  },
  written: { backgroundColor: tokens.colorPaletteRedBackground2 },
  wanted: { backgroundColor: tokens.colorPaletteGreenBackground2 },
  sign: {
    color: tokens.colorNeutralForeground3,
    fontSize: '0.85em',
    border: `1px dotted ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
});

const beside = (parts: readonly DiffPart[], at: number) => ({
  before: parts[at - 1]?.text.at(-1) ?? '',
  after: parts[at + 1]?.text.at(0) ?? '',
});

/** A text with what only it has marked and underlined, and with signs for what can't be seen. */
export function CharacterMarks({
  parts,
  side,
}: {
  readonly parts: readonly DiffPart[];
  readonly side: 'written' | 'wanted';
}) {
  const styles = useStyles();
  return (
    <span className={styles.text}>
      {parts.map(({ text, same }, at) => {
        const pieces = visiblePieces(text, !same, beside(parts, at)).map((piece, piecePlace) =>
          piece.codes === undefined ? (
            piece.text
          ) : (
            <span key={piecePlace} className={styles.sign} title={piece.codes}>
              {piece.text}
              {piece.text === '⏎' && '\n'}
            </span>
          ),
        );
        return same ? (
          <span key={at}>{pieces}</span>
        ) : (
          <mark
            key={at}
            className={mergeClasses(styles.mark, styles[side])}
            title={text.length <= 4 ? codePoints(text) : undefined}
          >
            {pieces}
          </mark>
        );
      })}
    </span>
  );
}
