/** How a cell looks; every writer of workbooks draws the same table of looks. */
export interface LookTraits {
  /** Points. */
  readonly size: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: true;
  /** Background, RRGGBB. */
  readonly fill?: string;
  readonly border?: true;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  /** Number format; left out: text, whatever the cell looks like, so that a code never turns into a number nor a value that
   *  someone types into a formula. */
  readonly number?: '0' | '#,##0' | '#,##0.0';
  /** A cell that people fill in on a protected sheet. */
  readonly open?: true;
}

const HEAD = 'D9E2F3';
const EDIT = 'F2F8EC';

export const LOOKS = {
  title: { size: 14, bold: true, horizontal: 'center', vertical: 'center' },
  subtitle: { size: 12, italic: true, horizontal: 'center' },
  label: { size: 12, bold: true },
  heading: { size: 12, bold: true },
  plain: { size: 12 },
  note: { size: 12, italic: true },
  tableHead: { size: 11, bold: true, fill: HEAD, border: true, horizontal: 'center', vertical: 'center' },
  tableText: { size: 11, border: true },
  tableCount: { size: 11, border: true, horizontal: 'right', number: '#,##0' },
  totalText: { size: 11, bold: true, border: true },
  totalCount: { size: 11, bold: true, border: true, horizontal: 'right', number: '#,##0' },
  bar: { size: 11, border: true, number: '#,##0' },
  head: { size: 10, bold: true, fill: HEAD, border: true, horizontal: 'center', vertical: 'center' },
  text: { size: 10, border: true },
  count: { size: 10, border: true, horizontal: 'center', number: '#,##0' },
  number: { size: 10, border: true, number: '0' },
  link: { size: 10, border: true, link: true },
  open: { size: 10, border: true, fill: EDIT, open: true },
  differs: { size: 10, border: true, fill: 'FFF3CD' },
  error: { size: 10, border: true, fill: 'F8D7DA' },
  warning: { size: 10, border: true, fill: 'FFF3CD' },
  info: { size: 10, border: true, fill: 'E7F1FB' },
} as const satisfies Readonly<Record<string, LookTraits>>;

/** Name of a look. */
export type Look = keyof typeof LOOKS;

/** All looks in a fixed order; a writer may number them. */
export const LOOK_NAMES = Object.keys(LOOKS) as readonly Look[];

/** The traits of a look. */
export const traitsOf = (look: Look): LookTraits => LOOKS[look];

export const BOOK_FONT = 'Times New Roman';
export const LINK_COLOUR = '0563C1';
export const BORDER_COLOUR = 'BFBFBF';
