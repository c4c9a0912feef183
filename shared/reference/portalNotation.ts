/** How the new national portal writes values in its interface and in what is made from it. */

const UNIT_WORDS: ReadonlyMap<string, string> = new Map([
  ['MINUTE', 'phút'],
  ['HOUR', 'giờ'],
  ['DAY', 'ngày'],
  ['WORKING_DAY', 'ngày làm việc'],
  ['MONTH', 'tháng'],
  ['YEAR', 'năm'],
]);

const NOTATION = /^(?:(\d{1,4}) )?([A-Z_]{3,20})$/;

/** A processing time in words: `60 WORKING_DAY` → "60 ngày làm việc". `1 OTHER` is the portal's form without a unit: the
 *  time stands in the description, so there is none here (''). Other text stays as it is. */
export function deadlineInWords(text: string): string {
  const [, amount, name = ''] = NOTATION.exec(text) ?? [];
  if (name === 'OTHER') return '';
  const unit = UNIT_WORDS.get(name);
  return amount === undefined || unit === undefined ? text : `${amount} ${unit}`;
}

/** Fee note and description of one channel, which the portal's page prints end to end behind time and fee:
 *  `5 Ngày làm việc135 VNĐ(Lệ phí …: 135.000 đồng/lần.)Nộp trực tiếp …`.
 *  @param printed  the line
 *  @param time  the figure of the processing time, '' where the page prints "Không có thông tin"
 *  @param fee  the fee as it stands in the line: "135", "Miễn phí"
 *  @returns what stands in the brackets behind the fee, and the description after them; '' where there is none */
export function splitPrintedFee(
  printed: string,
  time: string,
  fee: string,
): { readonly feeNote: string; readonly note: string } {
  const before = time === '' ? NO_INFORMATION : time;
  if (!printed.startsWith(before)) return { feeNote: '', note: printed };
  const behindTime = printed.slice(before.length).replace(PRINTED_UNIT, '');
  if (fee === '' || !behindTime.startsWith(fee)) return { feeNote: '', note: behindTime };
  const rest = behindTime.slice(fee.length).replace(PRINTED_CURRENCY, '');
  const end = closingBracket(rest);
  return end === 0
    ? { feeNote: '', note: rest.trim() }
    : { feeNote: rest.slice(1, end - 1).trim(), note: rest.slice(end).trim() };
}

const NO_INFORMATION = 'Không có thông tin';
const PRINTED_UNIT = /^ (?:Ngày làm việc|Ngày|Giờ|Phút|Tháng|Năm)/;
const PRINTED_CURRENCY = /^ ?(?:Việt Nam Đồng|VNĐ|USD)/;

/** Names of the components of a dossier that the portal's page prints end to end: heading, then name, form file and
 *  number of copies of each. Texts without that heading are taken as one component per line. */
export function splitPrintedComponents(printed: string): string[] {
  const tables = printed.split(COMPONENT_HEADING);
  if (tables.length === 1) return lines(printed);
  return tables.slice(1).flatMap((table) => {
    const names = table.split(COPIES);
    // Behind the last number of copies stands the name of the next case, which is no component.
    return names.slice(0, -1).flatMap((name) => lines(name.replace(FORM_FILE, '$1')).slice(0, 1));
  });
}

const COMPONENT_HEADING = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';
// The number is printed without a blank before it; with one it is prose ("nộp 1 bản chính").
const COPIES = /(?<!\s)\d bản chính(?:, ?\d{1,2} bản sao)?/;
const FORM_FILE = /([.;)\]])[^.;)\]]{1,150}\.(?:docx?|pdf|xlsx?|rar|zip)$/i;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Length of the bracketed text at the beginning; 0 when there is none or it never closes. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    if (depth === 0) return at === 0 ? 0 : at + 1;
  }
  return 0;
}
