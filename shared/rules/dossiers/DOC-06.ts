import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { lineKind } from './componentLine.ts';

type Message = 'population' | 'certified';

/** Papers whose content the national population database holds, over texts without diacritics. */
const PAPERS: readonly (readonly [string, RegExp])[] = [
  ['sổ hộ khẩu', /\bso (?:ho khau|ho gia dinh)\b/],
  ['sổ tạm trú', /\bso tam tru\b/],
  // "ảnh kiểu chứng minh nhân dân" is the size of a photograph, "số chứng minh nhân dân" stands in another paper.
  ['chứng minh nhân dân', /(?<!\b(?:kieu|so) )\b(?:chung minh nhan dan|cmnd)\b/],
  // A request for a certificate of tax residence is no such certificate.
  ['giấy xác nhận cư trú', /(?<!\bde nghi )\bxac nhan (?:thong tin )?(?:ve )?(?:noi )?cu tru\b/],
  ['thông báo số định danh cá nhân', /\bthong bao so dinh danh ca nhan\b/],
];
// What is said only for the case that the database does not answer, or not to be handed in at all, is no demand.
const EXCUSED = /\bkhai thac\b|\bkhong (?:phai|can|yeu cau)(?: \w{1,12}){0,3} (?:nop|xuat trinh)\b|\bkhong yeu cau\b/;
const CERTIFIED_COPY = /\bban sao (?:co |duoc )?(?:chung thuc|cong chung)\b/;
const ONLINE = /\btruc tuyen\b/;
// With an alternative or an exception the copy is no demand.
const ALTERNATIVE = /\bhoac\b|\btru truong hop\b/;

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  const lines = text
    .split('\n')
    .filter((line) => lineKind(line) !== 'note')
    .map(searchKey)
    .filter((line) => !EXCUSED.test(line));
  const papers = PAPERS.filter(([, spelling]) => lines.some((line) => spelling.test(line))).map(([name]) => name);
  if (papers.length > 0) return { message: 'population', args: { papers: papers.join(', ') } };
  return lines.some((line) => isDemandedOnline(line)) ? CERTIFIED : null;
}

const isDemandedOnline = (line: string): boolean =>
  CERTIFIED_COPY.test(line) && ONLINE.test(line) && !ALTERNATIVE.test(line);

const CERTIFIED: Verdict<Message> = { message: 'certified' };

export default defineRule({
  id: 'DOC-06',
  title: 'Không yêu cầu giấy tờ đã có trong cơ sở dữ liệu quốc gia',
  severity: 'info',
  scope: 'row',
  why: 'Cơ quan nhà nước không được yêu cầu nộp giấy tờ mà thông tin đã có trong cơ sở dữ liệu; người dân phải xin xác nhận lại, hồ sơ kéo dài.',
  howToFix:
    'Kiến nghị cơ quan công bố bỏ hoặc thay giấy tờ bằng việc khai thác Cơ sở dữ liệu quốc gia về dân cư; đơn vị không tự thêm giấy tờ này vào cấu hình.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'khoản 4 Điều 18' }],
  asks: [],
  datasets: ['components', 'procedures'],
  reads: ['thanh_phan_ho_so'],
  messages: {
    population: 'Thông tin của giấy tờ ({papers}) khai thác được từ Cơ sở dữ liệu quốc gia về dân cư.',
    certified: 'Hồ sơ nộp trực tuyến mà yêu cầu bản sao chứng thực; nên dùng bản điện tử hoặc dữ liệu đã có.',
  },
  en: {
    title: 'No paper is asked for that a national database holds',
    why: 'Authorities may not ask for papers whose content stands in a database; citizens would have to get confirmations again.',
    howToFix:
      'Propose to the publishing agency to drop the paper or replace it by a query of the national population database; do not add it to the configuration.',
    messages: {
      population: 'The national population database holds the content of this paper ({papers}).',
      certified: 'An online dossier asks for a certified copy; use an electronic copy or existing data.',
    },
  },
  check(view) {
    view.perValue('thanh_phan_ho_so', judge);
  },
});
