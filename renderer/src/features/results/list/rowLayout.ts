import { makeStyles, tokens } from '@fluentui/react-components';
import type { FindingSort } from '../../../../../shared/contract/results.ts';
import type { Settings } from '../../../app/settings.ts';

/** Columns in the order in which they are read. */
export const COLUMNS = [
  'choose',
  'severity',
  'agency',
  'place',
  'field',
  'value',
  'expected',
  'message',
  'state',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** Columns by whose heading one can sort. */
export const SORTED_BY: Partial<Record<ColumnName, FindingSort['by']>> = {
  severity: 'severity',
  agency: 'agency',
  place: 'place',
  value: 'value',
};

/** A window narrower than this has each finding on two lines, without headings above. */
const ONE_LINE_WIDTH = 820;

export type RowForm = 'oneLine' | 'twoLines';
export const rowForm = (width: number): RowForm => (width >= ONE_LINE_WIDTH ? 'oneLine' : 'twoLines');

const HEIGHTS = { compact: { oneLine: 28, twoLines: 46 }, comfortable: { oneLine: 36, twoLines: 56 } } as const;

/** Height of a row in CSS pixels. */
export const rowHeight = (form: RowForm, density: Settings['density']): number => HEIGHTS[density][form];

export const useRowStyles = makeStyles({
  row: {
    display: 'grid',
    columnGap: '8px',
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    padding: '0 8px 0 4px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  oneLine: {
    gridTemplateColumns:
      '20px 20px minmax(72px, 1.2fr) minmax(84px, 1.1fr) minmax(64px, 0.9fr) minmax(64px, 1fr) minmax(64px, 1fr) minmax(120px, 2.6fr) 76px',
    gridTemplateAreas: '"choose severity agency place field value expected message state"',
  },
  twoLines: {
    gridTemplateColumns:
      '20px 20px minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 0.9fr) minmax(0, 0.9fr) minmax(76px, 1fr)',
    gridTemplateAreas:
      '"choose severity message message message message state" "choose severity agency place field value expected"',
  },
  choose: { gridArea: 'choose' },
  severity: { gridArea: 'severity' },
  agency: { gridArea: 'agency' },
  place: { gridArea: 'place' },
  field: { gridArea: 'field' },
  value: { gridArea: 'value' },
  expected: { gridArea: 'expected' },
  message: { gridArea: 'message' },
  state: { gridArea: 'state' },
  cell: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  split: { display: 'flex', minWidth: 0 },
  whole: { flexShrink: 0, whiteSpace: 'pre' },
  inRow: {
    position: 'absolute',
    top: 0,
    left: 0,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { outline: '1px dashed' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  old: { opacity: 0.6 },
  quiet: { color: tokens.colorNeutralForeground3 },
  waived: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  box: { display: 'inline-flex', fontSize: '16px', cursor: 'pointer' },
});
