import { parseSectorCode } from '../../domain/sectorCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { judgeCodes } from './codeList.ts';
import { perStatedCode } from './statedCodes.ts';

const isSectorCode = (code: string): boolean => parseSectorCode(code).ok;

type Message = 'malformed';

export default defineRule({
  id: 'FMT-07',
  title: 'Mã lĩnh vực đúng cấu trúc mã cơ quan – lĩnh vực',
  severity: 'warning',
  scope: 'row',
  why: 'Mã lĩnh vực dùng để phân loại TTHC, phân quyền cán bộ và thống kê. Mã sai cấu trúc thì thủ tục rơi ra ngoài lĩnh vực, cán bộ không thấy hồ sơ.',
  howToFix:
    'Lấy mã lĩnh vực từ danh mục trên Cổng, dạng mã cơ quan, gạch nối, ký hiệu lĩnh vực viết hoa, ví dụ G01-CA05.',
  // The circular was replaced by TT 03/2025/TT-VPCP, whose text is not at hand; codes in use still have this structure.
  legal: [{ doc: 'TT 01/2018/TT-VPCP', article: 'Điều 20' }],
  asks: [],
  datasets: ['procedures'],
  reads: ['ma_linh_vuc'],
  messages: {
    malformed: 'Mã lĩnh vực "{wrong}" không theo dạng MX1X2-LV (ví dụ G01-CA05).',
  },
  en: {
    title: 'The sector code has the form agency–sector',
    why: 'The sector code classifies procedures and steers permissions and statistics. With a malformed code the procedure falls out of its sector and officers do not see its dossiers.',
    howToFix:
      'Take the sector code from the portal’s list: agency code, dash, sector letters in capitals, e.g. G01-CA05.',
    messages: {
      malformed: 'Sector code "{wrong}" does not have the form MX1X2-LV (e.g. G01-CA05).',
    },
  },
  check(view) {
    perStatedCode(view, 'ma_linh_vuc', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const { wrong } = judgeCodes(text, isSectorCode);
  return wrong.length === 0 ? null : { message: 'malformed', args: { wrong: wrong.join(', ') } };
}
