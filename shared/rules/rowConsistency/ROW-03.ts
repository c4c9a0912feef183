import { parseChannels } from '../../domain/channel.ts';
import { formatServiceLevel, parseServiceLevel, type ServiceLevel } from '../../domain/serviceLevel.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';

/** The online level a cell promises; null for "cung cấp thông tin" and what is no level. */
const onlineLevelIn = (_cell: Cell, text: string): ServiceLevel | null => {
  const written = parseServiceLevel(text);
  return written.ok && written.value.level !== 'information' ? written.value.level : null;
};

/** Whether a cell names an online channel; null when it names no channel at all. */
const hasOnline = (_cell: Cell, text: string): boolean | null => {
  const channels = parseChannels(text);
  return channels.ok ? channels.value.includes('online') : null;
};

export default defineRule({
  id: 'ROW-03',
  title: 'Dịch vụ công toàn trình, một phần có kênh trực tuyến',
  severity: 'warning',
  scope: 'table',
  why: 'Đã công bố là dịch vụ công trực tuyến thì phải nộp trực tuyến được. Thiếu kênh này, người dân mở thủ tục trên Cổng nhưng không có nút nộp hồ sơ.',
  howToFix: 'Bổ sung "Trực tuyến" vào cột Hình thức nộp, hoặc sửa mức độ dịch vụ công nếu chưa cung cấp trực tuyến.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'Điều 14' }],
  asks: [],
  datasets: ['procedures'],
  reads: ['muc_do_dvc', 'hinh_thuc_nop'],
  mayRead: ['ma_tthc'],
  messages: {
    noOnline: 'Dịch vụ công {level} nhưng hình thức nộp không có kênh trực tuyến.',
  },
  en: {
    title: 'A fully or partly online service has an online channel',
    why: 'What is published as an online service has to be open online. Without the channel citizens open the procedure on the portal and find no way to submit.',
    howToFix:
      'Add "Trực tuyến" to the submission channels, or correct the service level if it is not offered online yet.',
    messages: {
      noOnline: 'The service level is "{level}", but no submission channel is online.',
    },
  },
  check(view) {
    const levelOf = view.derive('muc_do_dvc', onlineLevelIn);
    const onlineOf = view.derive('hinh_thuc_nop', hasOnline);
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    // A catalogue may give a procedure one row per channel; then another row holds the online one.
    const openOnline = new Set<string>();
    for (let row = 0; row < view.rows; row += 1) if (onlineOf(row) === true) openOnline.add(codeOf(row));
    openOnline.delete('');
    for (let row = 0; row < view.rows; row += 1) {
      const level = levelOf(row);
      if (level === null || onlineOf(row) !== false || openOnline.has(codeOf(row))) continue;
      view.report(row, 'hinh_thuc_nop', {
        message: 'noOnline',
        args: { level: formatServiceLevel(level).toLowerCase() },
      });
    }
  },
});
