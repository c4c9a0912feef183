import { makeStyles, tokens } from '@fluentui/react-components';

/** Looks of a small table: thin lines, heads that stay in sight, numbers to the right. */
export const usePlainTable = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th, & td': {
      padding: '4px 8px',
      textAlign: 'left',
      verticalAlign: 'middle',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      fontWeight: tokens.fontWeightSemibold,
      backgroundColor: tokens.colorNeutralBackground3,
    },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  number: { textAlign: 'right !important' as 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  /** Read out only. */
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
