import { FIELDS, type FieldKey } from '../domain/fields.ts';
import { translate, type Language } from '../i18n/index.ts';
import type { Cause } from './cause.ts';

const LONGEST_VALUE = 60;

/** One line that says what happened, where and how often, e.g. `cột Số tài khoản bị Excel đổi thành số: 412 ô, 1 nguyên
 *  nhân`. */
export function causeText(language: Language, cause: Cause): string {
  const { kind, args } = cause;
  const fieldName = Object.hasOwn(FIELDS, args.field) ? FIELDS[args.field as FieldKey][language] : args.column;
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(args)) {
    values[name] = typeof value === 'number' ? value.toLocaleString('vi-VN') : onOneLine(value);
  }
  const column = args.column === '' ? fieldName : onOneLine(args.column);
  const params = { ...values, column, fieldName };
  const what = translate(language, `cause.${messageOf(cause)}`, params);
  const where = args.agencies > 1 ? 'cause.inAgencies' : args.sheets > 1 ? 'cause.inSheets' : 'cause.inSheet';
  const howMany = kind === 'missingColumn' ? '' : translate(language, 'cause.cells', params);
  return translate(language, 'cause.line', { what, where: translate(language, where, params), howMany });
}

/** Message of the cause without its `cause.`; shifts are told by their direction. */
function messageOf({ kind, args }: Cause): string {
  if (kind === 'shiftedColumns') return Number(args['step']) > 0 ? 'shiftedRight' : 'shiftedLeft';
  if (kind === 'misplacedRows') {
    const offset = Number(args['offset']);
    return offset === 0 ? 'misplacedRows' : offset > 0 ? 'shiftedDown' : 'shiftedUp';
  }
  if (kind === 'nationalRecord' && (args['expected'] === '' || args.field === '')) return 'nationalRecordSame';
  if (kind === 'linkHost' && (args['detail'] ?? '') === '') return 'linkHostUnread';
  return kind;
}

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_VALUE ? line : `${line.slice(0, LONGEST_VALUE)}…`;
}
