/** What an official paper says and how it is divided, before anything draws it (NĐ 30/2020/NĐ-CP, Phụ lục I). The page and
 *  the Word document are both drawn from this, so that they can't differ. */
export interface OfficialDocument {
  /** Name of the file's content, for its properties. */
  readonly title: string;
  /** ISO date on which it is made. */
  readonly day: string;
  readonly language: 'vi' | 'en';
  /** The head with Quốc hiệu and agency; null for a list that is no document of its own. */
  readonly head: LetterHead | null;
  /** Tên loại, in capitals: "BÁO CÁO". */
  readonly kind: string;
  /** Trích yếu. */
  readonly subject: string;
  readonly addressees: readonly string[];
  /** First pages turned to landscape: for a list whose whole content is a wide table. */
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
  readonly closing: Closing | null;
  readonly annexes: readonly Annex[];
}

/** Boxes 1 to 4 of the layout. */
export interface LetterHead {
  readonly state: string;
  readonly motto: string;
  readonly parentAgency: string;
  readonly agency: string;
  /** "Số: 05/BC-VP". */
  readonly number: string;
  /** "Gia Lai, ngày 05 tháng 3 năm 2026". */
  readonly placeAndDate: string;
  /** What stands under the title of each annex: "(Kèm theo Báo cáo số 05/BC-VP ngày 05 tháng 3 năm 2026 của Văn phòng)". */
  readonly annexOf: string;
}

/** Boxes 7 and 9b. */
export interface Closing {
  readonly recipientsTitle: string;
  readonly recipients: readonly string[];
  readonly authority: string;
  readonly position: string;
  readonly name: string;
}

/** An annex begins on a page of its own. */
export interface Annex {
  /** "Phụ lục I". */
  readonly number: string;
  readonly title: string;
  readonly landscape: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly italic?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock
  | BarChart;

/** A column's share of the table's width in per cent; all shares make 100. */
export interface TableColumnHead {
  readonly heading: string;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

/** A table whose head stands again on each page and whose rows stay whole. */
export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumnHead[];
  /** One text per column. */
  readonly rows: readonly (readonly string[])[];
  /** A last line that sums up. */
  readonly total?: readonly string[];
}

/** Bars of parts, one bar a line. The numbers stand beside the bars, so that nothing is told by colour alone. */
export interface BarChart {
  readonly kind: 'chart';
  readonly caption: string;
  readonly series: readonly { readonly name: string; readonly color: string }[];
  readonly bars: readonly { readonly label: string; readonly values: readonly number[]; readonly text: string }[];
}

/** How many of the last blocks go with the signature, which never stands alone on a page: up to two paragraphs. */
export function blocksWithSignature({ blocks, closing }: Pick<OfficialDocument, 'blocks' | 'closing'>): number {
  if (closing === null) return 0;
  const others = blocks.findLastIndex(({ kind }) => kind !== 'paragraph');
  return Math.min(2, blocks.length - 1 - others);
}

/** Text without characters that no document form can hold. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/\r\n?/g, '\n');
