import { makeStyles, tokens } from '@fluentui/react-components';

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;

/** Looks of the matrix: heads above, at the left and below stay in sight. */
export const useMatrixStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    // What is moved to must not come to lie below the heads.
    scrollPadding: '48px 8px 36px 264px',
    '@media (max-width: 900px)': { scrollPadding: '48px 8px 8px 144px' },
  },
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: {
    padding: '5px 6px',
    borderBottom: LINE,
    borderRight: LINE,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    minWidth: '86px',
    padding: 0,
    textAlign: 'right',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: LINE,
  },
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    width: '260px',
    minWidth: '140px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 900px)': { width: '140px' },
  },
  corner: { zIndex: 3, left: 0, textAlign: 'left', '& > button': { justifyContent: 'flex-start' } },
  whole: {
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
    '@media (min-height: 500px)': { position: 'sticky', bottom: 0, zIndex: 1 },
  },
  wholeName: {
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (min-height: 500px)': { zIndex: 3, bottom: 0 },
  },
  all: { fontWeight: tokens.fontWeightSemibold, borderLeft: `1px solid ${tokens.colorNeutralStroke1}` },
  badge: {
    marginLeft: '6px',
    padding: '0 4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
  },
  sort: {
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'flex-end',
    gap: '2px',
    width: '100%',
    minHeight: '40px',
    padding: '4px 6px',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  space: { padding: 0, border: 'none' },
});

/** Tints of the steps of readiness. */
export const useStepTints = makeStyles({
  low: { backgroundColor: tokens.colorPaletteRedBackground2 },
  middle: { backgroundColor: tokens.colorPaletteYellowBackground2 },
  high: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  whole: { backgroundColor: tokens.colorPaletteGreenBackground2 },
});
