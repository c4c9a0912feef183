import {
  findDocumentNumbers,
  formatDocumentNumber,
  isSameDocument,
  type DocumentNumber,
} from '../../domain/documentNumber.ts';
import { defineRule, type RuleContext, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { firstOfAlike, perAlikeRows } from '../alikeRows.ts';

type Field = 'ma_tthc' | 'thanh_phan_ho_so' | 'mau_don' | 'can_cu_phap_ly';
type Message = 'basis' | 'newer';

const CITING = ['thanh_phan_ho_so', 'mau_don'] as const;

const NO_DOCUMENTS: readonly DocumentNumber[] = [];
/** Documents with a year in their number, the only ones whose year can be mistaken. */
const datedDocuments = (_cell: Cell, text: string): readonly DocumentNumber[] =>
  text.includes('/')
    ? findDocumentNumbers(text)
        .map(({ document }) => document)
        .filter(({ year }) => year !== undefined)
    : NO_DOCUMENTS;

/** Documents by procedure, and within it by number and symbol without the year. */
type Documents = Map<string, Map<string, DocumentNumber[]>>;

const yearless = ({ number, letter = '', symbol }: DocumentNumber): string =>
  `${Number(number)}${letter}/${symbol.toUpperCase()}`;

// Same number and issuer, other year: "53/2023" for 53/2025/TT-BCA in 1.002755. Where the legal basis names neither, the
// papers of the procedure are held against each other, and the older citation is told.
export default defineRule({
  id: 'DOC-04',
  title: 'Văn bản ban hành biểu mẫu khớp căn cứ pháp lý',
  severity: 'warning',
  scope: 'agency',
  why: 'Biểu mẫu dẫn văn bản sai năm hoặc đã thay thế thì người dân điền mẫu cũ và hồ sơ bị trả lại.',
  howToFix: 'Tra số, năm của văn bản đang có hiệu lực; sửa viện dẫn và thay tệp biểu mẫu nếu mẫu đã đổi.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['components', 'procedures'],
  reads: ['ma_tthc'],
  mayRead: ['thanh_phan_ho_so', 'mau_don', 'can_cu_phap_ly'],
  messages: {
    basis: 'Biểu mẫu dẫn văn bản {cited}, trong khi căn cứ pháp lý của TTHC {code} nêu {other}.',
    newer: 'Biểu mẫu dẫn văn bản {cited}, trong khi giấy tờ khác của TTHC {code} dẫn {other}.',
  },
  en: {
    title: 'The text that issues a form agrees with the legal basis',
    why: 'With a citation of the wrong year, citizens fill in an old form, and the dossier is returned.',
    howToFix: 'Look up number and year of the text in force; correct the citation, and replace the form if it changed.',
    messages: {
      basis: 'The form cites {cited}, while the legal basis of procedure {code} names {other}.',
      newer: 'The form cites {cited}, while another paper of procedure {code} cites {other}.',
    },
  },
  checkAll(views, context) {
    const bases = documentsOf(views, context, ['can_cu_phap_ly']);
    const citations = documentsOf(views, context, CITING);
    for (const view of views) {
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      for (const field of CITING) {
        if (!view.has(field)) continue;
        const documentsAt = view.derive(field, datedDocuments);
        perAlikeRows(view, context, ['ma_tthc', field], field, (row) => {
          for (const cited of documentsAt(row)) {
            const key = yearless(cited);
            const named = bases.get(codeOf(row))?.get(key);
            const other =
              named === undefined
                ? citations.get(codeOf(row))?.get(key)?.find(isNewerThan(cited))
                : named.some((document) => isSameDocument(document, cited))
                  ? undefined
                  : named[0];
            if (other === undefined) continue;
            return {
              message: named === undefined ? 'newer' : 'basis',
              args: { cited: formatDocumentNumber(cited), other: formatDocumentNumber(other), code: codeOf(row) },
              expected: formatDocumentNumber(other),
            };
          }
          return null;
        });
      }
    }
  },
});

const isNewerThan =
  (cited: DocumentNumber) =>
  (other: DocumentNumber): boolean =>
    other.year! > cited.year!;

/** Documents that an agency's sheets name in some columns, the newest first. */
function documentsOf(
  views: readonly TableView<Field, Message>[],
  context: Pick<RuleContext, 'memo'>,
  fields: readonly Field[],
): Documents {
  const documents: Documents = new Map();
  for (const view of views) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    for (const field of fields) {
      if (!view.has(field)) continue;
      const documentsAt = view.derive(field, datedDocuments);
      for (const row of firstOfAlike(view, context, ['ma_tthc', field])) {
        const code = codeOf(row);
        if (code === '' || documentsAt(row).length === 0) continue;
        let ofCode = documents.get(code);
        if (ofCode === undefined) documents.set(code, (ofCode = new Map()));
        for (const document of documentsAt(row)) {
          const known = ofCode.get(yearless(document));
          if (known === undefined) ofCode.set(yearless(document), [document]);
          else if (!known.some((other) => isSameDocument(other, document))) known.push(document);
        }
      }
    }
  }
  for (const ofCode of documents.values()) for (const list of ofCode.values()) list.sort((a, b) => b.year! - a.year!);
  return documents;
}
