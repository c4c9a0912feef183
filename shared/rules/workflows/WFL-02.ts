import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { receives, returns } from './stepKinds.ts';
import { stepNumber, workflowsIn } from './workflowRows.ts';

type Message = 'noReception' | 'noReturn' | 'neither' | 'receptionLater' | 'returnEarlier';

// Which step comes first and last is only known where steps are numbered.
export default defineRule({
  id: 'WFL-02',
  title: 'Quy trình bắt đầu bằng tiếp nhận và kết thúc bằng trả kết quả',
  severity: 'error',
  scope: 'table',
  why: 'Thiếu bước tiếp nhận thì hồ sơ không vào được quy trình; thiếu bước trả kết quả thì kết quả đã ký không đến tay người dân và hồ sơ treo ở trạng thái đang xử lý.',
  howToFix: 'Thêm bước tiếp nhận ở đầu và bước trả kết quả ở cuối quy trình, giao cho Bộ phận Một cửa.',
  // The predecessor of NĐ 118/2025, whose text was not available.
  legal: [{ doc: 'NĐ 61/2018/NĐ-CP', article: 'Điều 17 đến Điều 20' }],
  asks: ['003 §1đ'],
  datasets: ['workflows'],
  reads: ['ten_buoc'],
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'buoc', 'ma_hanh_dong'],
  readsAll: true,
  messages: {
    noReception: 'Quy trình thiếu bước tiếp nhận hồ sơ.',
    noReturn: 'Quy trình thiếu bước trả kết quả.',
    neither: 'Quy trình thiếu bước tiếp nhận hồ sơ và bước trả kết quả.',
    receptionLater: 'Bước đầu tiên "{value}" không phải bước tiếp nhận hồ sơ.',
    returnEarlier: 'Bước cuối cùng "{value}" không phải bước trả kết quả.',
  },
  en: {
    title: 'A workflow begins with reception and ends with handing out the result',
    why: 'Without reception dossiers do not enter the workflow; without handing out, the signed result does not reach the citizen and the dossier stays open.',
    howToFix: 'Put a reception step first and a step for handing out the result last, both at the one-stop desk.',
    messages: {
      noReception: 'The workflow has no step for receiving the dossier.',
      noReturn: 'The workflow has no step for handing out the result.',
      neither: 'The workflow has no step for receiving the dossier and none for handing out the result.',
      receptionLater: 'The first step, "{value}", is not the reception.',
      returnEarlier: 'The last step, "{value}", does not hand out the result.',
    },
  },
  check(view) {
    const { receivesAt, returnsAt } = kindsAt(view);
    const numberOf = view.derive('buoc', stepNumber);
    for (const { rows } of workflowsIn(view)) {
      const [noReception, noReturn] = [!rows.some(receivesAt), !rows.some(returnsAt)];
      if (noReception || noReturn) {
        const message = noReception && noReturn ? 'neither' : noReception ? 'noReception' : 'noReturn';
        view.report(rowToTell(view, rows, 'buoc'), 'ten_buoc', VERDICTS[message]);
      }
      if (!rows.every((row) => numberOf(row) >= 0)) continue;
      const numbers = rows.map(numberOf);
      const first = onlyRow(rows, numbers, Math.min(...numbers));
      const last = onlyRow(rows, numbers, Math.max(...numbers));
      if (!noReception && first !== undefined && !receivesAt(first)) {
        view.report(first, 'ten_buoc', VERDICTS.receptionLater);
      }
      if (!noReturn && last !== undefined && !returnsAt(last)) view.report(last, 'ten_buoc', VERDICTS.returnEarlier);
    }
  },
});

const VERDICTS: Readonly<Record<Message, Verdict<Message>>> = {
  noReception: { message: 'noReception' },
  noReturn: { message: 'noReturn' },
  neither: { message: 'neither' },
  receptionLater: { message: 'receptionLater', severity: 'warning' },
  returnEarlier: { message: 'returnEarlier', severity: 'warning' },
};

/** Which rows receive and return, by the name of the step or of its action. */
function kindsAt(view: TableView<'ten_buoc' | 'ma_hanh_dong'>): {
  readonly receivesAt: (row: number) => boolean;
  readonly returnsAt: (row: number) => boolean;
} {
  const [receivingName, receivingAction] = [view.derive('ten_buoc', receives), view.derive('ma_hanh_dong', receives)];
  const [returningName, returningAction] = [view.derive('ten_buoc', returns), view.derive('ma_hanh_dong', returns)];
  return {
    receivesAt: (row) => receivingName(row) || receivingAction(row),
    returnsAt: (row) => returningName(row) || returningAction(row),
  };
}

/** The row that alone bears a number; parallel steps share one. */
function onlyRow(rows: readonly number[], numbers: readonly number[], wanted: number): number | undefined {
  const at = numbers.indexOf(wanted);
  return numbers.lastIndexOf(wanted) === at ? rows[at] : undefined;
}
