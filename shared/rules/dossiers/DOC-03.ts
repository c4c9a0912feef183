import { z } from 'zod';
import { splitValues } from '../../domain/multiValue.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { shortened } from '../shortened.ts';

type Message = 'extension' | 'mangled';

const FILE =
  /\.(docx?|docm|dotx?|pdf|xlsx?|xlsm|rtf|odt|ods|txt|csv|pptx?|rar|zip|7z|jpe?g|png|gif|bmp|tiff?|heic|html?|mht|exe|bat|lnk|tmp|wps|eml|msg)$/i;
const ENCODED_OR_LOST = /%[0-9A-F]{2}|_x[0-9A-F]{4}_|\p{L}\?\p{L}/iu;
// "1.MuCT01banhnhkmtheoThngts53.doc" has lost its accented letters: no two syllables meet with five consonants between
// their vowels, unless the second begins with "ngh".
const CONSONANTS = /[b-df-hj-np-tv-xz]{5,}/g;
const SEAM = /^(?:ng|nh|ch)ngh$/;

const isMangled = (name: string): boolean =>
  ENCODED_OR_LOST.test(name) || (name.match(CONSONANTS) ?? []).some((cluster) => !SEAM.test(cluster));

/** The first file of a cell that is odd: a wrong extension before a wrong name. */
function judge(text: string, accepted: ReadonlySet<string>): Verdict<Message> | null {
  const files = splitValues(text).flatMap(({ text: name }) => {
    const extension = FILE.exec(name)?.[1]?.toLowerCase();
    return extension === undefined ? [] : [{ name, extension }];
  });
  const wrong = files.find(({ extension }) => !accepted.has(extension));
  if (wrong !== undefined) {
    return { message: 'extension', args: { file: shortened(wrong.name), extension: wrong.extension } };
  }
  const mangled = files.find(({ name, extension }) => isMangled(name.slice(0, -extension.length)));
  return mangled === undefined
    ? null
    : { message: 'mangled', args: { file: shortened(mangled.name) }, severity: 'info' };
}

// The new portal itself drops Vietnamese letters from the names of uploaded files, so a mangled name is only a note. Text
// in a wrong encoding is TXT-08's.
export default defineRule({
  id: 'DOC-03',
  title: 'Tệp biểu mẫu có định dạng và tên bình thường',
  severity: 'warning',
  scope: 'row',
  why: 'Tệp nén, tệp ảnh hoặc tệp sai tên thì người dân không mở, không điền được; hệ thống có thể từ chối tải lên.',
  howToFix: 'Đính kèm biểu mẫu dạng .doc, .docx, .pdf hoặc .xlsx; đặt lại tên tệp rõ nghĩa, không lỗi chữ.',
  legal: [],
  asks: [],
  datasets: ['components', 'procedures'],
  reads: ['mau_don'],
  params: z.object({
    extensions: z
      .array(z.string())
      .default(['doc', 'docx', 'pdf', 'xls', 'xlsx'])
      .describe('Các đuôi tệp được chấp nhận cho biểu mẫu'),
  }),
  messages: {
    extension: 'Tệp biểu mẫu "{file}" có đuôi .{extension}, không dùng được làm biểu mẫu.',
    mangled: 'Tên tệp biểu mẫu "{file}" bị mất hoặc lỗi chữ.',
  },
  en: {
    title: 'Form files have a usual format and name',
    why: 'Archives, pictures and files with broken names cannot be opened or filled in by citizens, and systems may refuse them.',
    howToFix: 'Attach forms as .doc, .docx, .pdf or .xlsx and give files a clear name.',
    messages: {
      extension: 'The form file "{file}" ends in .{extension}, which is no format for forms.',
      mangled: 'Letters are lost or broken in the name of the form file "{file}".',
    },
  },
  check(view, { params }) {
    const accepted = new Set(params.extensions.map((extension) => extension.toLowerCase().replace(/^\./, '')));
    view.perValue('mau_don', (_cell, text) => (text.includes('.') ? judge(text, accepted) : null));
  },
});
