import type { Table } from '../table/table.ts';
import { FindingRecorder, WHOLE_ROW, WHOLE_SHEET, type Cover, type FindingPiece } from './findingPiece.ts';
import type { Rule } from './rule.ts';

/** The finding that stands in for a rule that broke down. It is a fault of the program, never of the agency. */
export const RULE_FAILED: Rule = {
  id: 'SYS-01',
  title: 'Quy tắc chạy được đến hết',
  severity: 'warning',
  scope: 'table',
  why: 'Một quy tắc gặp lỗi của chương trình nên chưa kiểm tra được bảng này; các quy tắc khác vẫn chạy.',
  howToFix: 'Gửi dòng này cho người phụ trách phần mềm; đơn vị không phải sửa gì.',
  legal: [],
  asks: [],
  datasets: [],
  reads: [],
  messages: { failed: 'Quy tắc {rule} gặp lỗi chương trình trên bảng này: {error}' },
  en: {
    title: 'Every rule runs to its end',
    why: 'A rule met a fault of the program, so this table was not checked by it; the other rules went on.',
    howToFix: 'Send this line to whoever maintains the program; the agency has nothing to correct.',
    messages: { failed: 'Rule {rule} met a program fault on this table: {error}' },
  },
  check: () => {},
};

/** The finding that a rule threw on a table. `coverOf` tells what waivers cover of it. */
export function ruleFailure(
  rule: Rule,
  table: Table,
  error: unknown,
  coverOf: (piece: FindingPiece) => Cover | null,
): FindingPiece {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const recorder = new FindingRecorder(RULE_FAILED, table);
  const verdict = { message: 'failed', args: { rule: rule.id, error: text } };
  recorder.push(WHOLE_SHEET, WHOLE_ROW, verdict, RULE_FAILED.severity);
  return recorder.finish(coverOf)!;
}
