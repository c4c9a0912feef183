import { parseProcedureCode, rebuildFromNumber } from '../../domain/procedureCode.ts';
import { foldLookAlikes } from '../../domain/lookAlikes.ts';
import { parseServiceCode } from '../../domain/serviceCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { judgeCodes } from './codeList.ts';
import { isNumberCell, isStated } from './statedCodes.ts';
import { perAlikeRows } from '../alikeRows.ts';

export default defineRule({
  id: 'FMT-06',
  title: 'Mã DVC trùng mã TTHC hoặc là mã trường hợp của TTHC',
  severity: 'error',
  scope: 'row',
  why: 'Mã và tên dịch vụ công được chuẩn hóa theo mã và tên TTHC. Mã DVC lệch thì hồ sơ, khoản thanh toán gắn vào thủ tục khác.',
  howToFix: 'Ghi mã DVC bằng đúng mã TTHC ở cùng dòng, hoặc mã trường hợp của TTHC đó (ví dụ 1.001146.01).',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'Điều 15 khoản 1 điểm b' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels', 'feeConfigs', 'links'],
  reads: ['ma_dvc'],
  mayRead: ['ma_tthc'],
  messages: {
    differs: 'Mã DVC "{value}" không khớp mã TTHC "{procedure}".',
    malformed: 'Mã DVC "{wrong}" không phải mã TTHC hoặc mã trường hợp (ví dụ 1.001146 hoặc 1.001146.01).',
    number: 'Excel đã đổi mã DVC thành số ({value}).',
    sameAsProcedure: 'Mã DVC lấy bằng mã TTHC của dòng.',
  },
  en: {
    title: 'The service code equals the procedure code or is one of its case codes',
    why: 'Codes and names of online services are standardised on those of the procedures. A service code that strays ties dossiers and payments to another procedure.',
    howToFix:
      'Write the service code exactly as the procedure code of the row, or as a case code of that procedure (e.g. 1.001146.01).',
    messages: {
      differs: 'Service code "{value}" does not belong to procedure code "{procedure}".',
      malformed: 'Service code "{wrong}" is neither a procedure code nor a case code (e.g. 1.001146 or 1.001146.01).',
      number: 'Excel turned the service code into a number ({value}).',
      sameAsProcedure: 'The service code is taken from the procedure code of the row.',
    },
  },
  check(view, context) {
    if (view.table.unfoldedFrom !== undefined) return;
    const service = view.derive('ma_dvc', readServices);
    const procedure = view.derive('ma_tthc', readProcedure);
    const judge = oncePerPairOfRun(context, compare);
    perAlikeRows(view, context, ['ma_dvc', 'ma_tthc'], 'ma_dvc', (row) => {
      const services = service(row);
      const code = procedure(row);
      // A service code copied from a wrong procedure code is one mistake: FMT-01's.
      return services === NONE || services.text === code.text ? null : judge(services, code);
    });
  },
});

type Message = 'differs' | 'malformed' | 'number' | 'sameAsProcedure';

/** The service codes of one cell: their national codes, those that cannot be read, and what a number may have been. */
interface Services {
  readonly text: string;
  readonly bases: readonly string[];
  readonly wrong: readonly string[];
  readonly fromNumber: readonly string[] | null;
}

const NONE: Services = { text: '', bases: [], wrong: [], fromNumber: null };

function readServices(cell: Cell, text: string): Services {
  if (!isStated(text)) return NONE;
  if (isNumberCell(cell)) return { text, bases: [], wrong: [], fromNumber: rebuildFromNumber(cell.raw) };
  const bases: string[] = [];
  const { wrong } = judgeCodes(foldLookAlikes(text), (code) => {
    const service = parseServiceCode(code);
    if (service.ok) bases.push(service.value.code.base);
    return service.ok;
  });
  return { text, bases, wrong, fromNumber: null };
}

/** The procedure code of a row, and its national code; '' when it cannot be read. */
interface Procedure {
  readonly text: string;
  readonly base: string;
}

function readProcedure(_: Cell, text: string): Procedure {
  const code = parseProcedureCode(foldLookAlikes(text));
  return { text, base: code.ok ? code.value.base : '' };
}

function compare(services: Services, { base: procedure }: Procedure): Verdict<Message> | null {
  const fix = (confidence: 'certain' | 'likely' | 'possible'): Pick<Verdict<Message>, 'expected' | 'fix'> =>
    procedure === '' ? {} : { expected: procedure, fix: { value: procedure, confidence, why: 'sameAsProcedure' } };
  if (services.fromNumber !== null) {
    return { message: 'number', ...fix(services.fromNumber.includes(procedure) ? 'certain' : 'possible') };
  }
  if (services.wrong.length > 0) {
    return { message: 'malformed', args: { wrong: services.wrong.join(', ') }, ...fix('likely') };
  }
  if (procedure === '' || services.bases.every((base) => base === procedure)) return null;
  // Two well-formed codes: either may be the wrong one.
  return { message: 'differs', args: { procedure }, ...fix('possible') };
}
