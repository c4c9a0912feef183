import { DATASET_IDS } from '../../domain/datasets.ts';
import { decodeLegacy, type LegacyEncoding } from '../../domain/legacyEncoding.ts';
import { legacyFontOf } from '../../domain/legacyFonts.ts';
import { isVietnameseSyllable } from '../../domain/vietnameseSyllable.ts';
import { cleanLines } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import { traitsOf } from './columnTraits.ts';
import { textColumns } from './sheetTexts.ts';

const NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  viscii: 'VISCII',
  vps: 'VPS',
  utf8as1252: 'UTF-8',
};

export default defineRule({
  id: 'TXT-02',
  title: 'Văn bản dùng Unicode, không dùng phông cũ',
  severity: 'error',
  scope: 'row',
  why: 'Văn bản gõ bằng phông TCVN3 hoặc VNI chỉ đọc được trên máy có phông đó; trên Cổng, người dân thấy các ký tự vô nghĩa và không tìm được thủ tục.',
  howToFix:
    'Chuyển cả cột sang Unicode bằng công cụ chuyển mã của bộ gõ rồi đọc lại; văn bản đề xuất chỉ áp dụng sau khi người phụ trách xác nhận.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    legacy: 'Văn bản dùng phông cũ {encoding}, cần chuyển sang Unicode.',
    decoded: 'Cột được nhận là {encoding}: {share}% số chữ có dấu đọc được sau khi chuyển.',
    font: 'Phông {font} của cột là phông {encoding}; {share}% số chữ có dấu đọc được sau khi chuyển.',
  },
  en: {
    title: 'Text is in Unicode, not in an old font encoding',
    why: 'Text typed with TCVN3 or VNI fonts can only be read where those fonts are installed; on the portal citizens see meaningless characters and do not find the procedure.',
    howToFix:
      'Convert the whole column to Unicode with the typing tool’s converter and read it over; apply the proposed text only after someone has confirmed it.',
    messages: {
      legacy: 'The text is in the old font encoding {encoding} and must be converted to Unicode.',
      decoded: 'The column is taken for {encoding}: {share}% of its marked words can be read after conversion.',
      font: 'The column’s font {font} is a {encoding} font; {share}% of its marked words can be read after conversion.',
    },
  },
  check(view, context) {
    for (const column of textColumns(view)) {
      // Decided per column: a single word reads as Vietnamese under several encodings. UTF-8 read wrongly is TXT-08's.
      const { legacy } = traitsOf(column, context);
      if (legacy === undefined || legacy.encoding === 'utf8as1252') continue;
      const { encoding, share, font: told, of } = legacy;
      view.perColumnValue(column, ({ kind, text: typed, font }, clean) => {
        if (kind !== 'text' || clean === '') return null;
        const worn = font === undefined ? undefined : legacyFontOf(font);
        if (of === 'font' && worn?.encoding !== encoding) return null;
        const decoded = decodeLegacy(typed, encoding);
        // Cells of the column that are already in Unicode would read worse.
        if (decoded === undefined || decoded === typed || readableWords(decoded) <= readableWords(typed)) return null;
        const shown = worn?.encoding === encoding && worn.showsCapitals ? decoded.toUpperCase() : decoded;
        const value = cleanLines(shown);
        return {
          message: 'legacy',
          args: {
            encoding: NAMES[encoding],
            share: Math.round(share * 100),
            ...(told === null ? {} : { font: told }),
          },
          expected: value,
          fix: { value, confidence: 'likely', why: told === null ? 'decoded' : 'font' },
        };
      });
    }
  },
});

/** How many of the words with letters beyond ASCII are Vietnamese. */
const readableWords = (text: string): number =>
  text.split(/[\0-@[-`{-\x7F]+/).filter((word) => /[^\0-\x7F]/.test(word) && isVietnameseSyllable(word)).length;
