import { parseCitizenId } from '../../domain/citizenId.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { distinctCount, placesOf, repeatedAcross, type PlacedRow } from './repeatedRows.ts';

type Message = 'manyPeople' | 'manyAccounts' | 'manyAgencies' | 'repeated' | 'sharedAccount';
type Field = 'cccd' | 'ten_dang_nhap' | 'he_thong' | 'ho_ten' | 'vai_tro' | 'don_vi';
type View = TableView<Field, Message>;
type Account = PlacedRow<View>;

/** Digits of a valid number; '' otherwise (USR-01, USR-03). */
const citizenDigits = (_cell: Cell, text: string): string => {
  const id = parseCitizenId(text);
  return id.ok ? id.value.digits : '';
};
const folded = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : searchKey(text));
/** User names are compared letter by letter: "an.nv" and "annv" are two. */
const userName = (cell: Cell, text: string): string => (saysNothing(cell, text) ? '' : text.toLowerCase());

const textsOf = (accounts: readonly Account[], field: Field): string[] =>
  accounts.map(({ view, row }) => view.derive(field, field === 'ten_dang_nhap' ? userName : folded)(row));
const unitsOf = (accounts: readonly Account[]): string[] =>
  accounts.map(({ view, row }) => view.derive('don_vi', folded)(row) || view.table.agency.id);

// Several rows of one person are right where they give him several roles on one account. One row gets one message about
// its number, the gravest: two people, two accounts, two agencies, the same row again.
export default defineRule({
  id: 'UNQ-03',
  title: 'Một CCCD, một tên đăng nhập chỉ thuộc một tài khoản trên mỗi hệ thống',
  severity: 'error',
  scope: 'round',
  why: 'Đăng nhập qua VNeID dựa trên số CCCD. Một số gắn với hai người hoặc hai tài khoản thì cán bộ đăng nhập vào nhầm tài khoản, hồ sơ xử lý mang tên người khác.',
  howToFix:
    'Đối chiếu số CCCD với thẻ; giữ một tài khoản cho mỗi người trên mỗi hệ thống, đề nghị khóa tài khoản thừa. Người có nhiều vai trò thì ghi nhiều vai trò cho cùng tài khoản.',
  legal: [],
  asks: ['000 §1', '001 §1d'],
  datasets: ['accounts'],
  reads: [],
  anyOf: ['cccd', 'ten_dang_nhap'],
  mayRead: ['he_thong', 'ho_ten', 'vai_tro', 'don_vi'],
  messages: {
    manyPeople: 'CCCD {value} được ghi cho {count} người có họ tên khác nhau.',
    manyAccounts: 'CCCD {value} được cấp {count} tên đăng nhập trên cùng một hệ thống.',
    manyAgencies: 'CCCD {value} có tài khoản ở {count} đơn vị trên cùng một hệ thống.',
    repeated: 'CCCD {value} lặp lại {count} lần với cùng hệ thống và vai trò.',
    sharedAccount: 'Tên đăng nhập {value} được cấp cho {count} người.',
  },
  en: {
    title: 'A citizen id and a user name belong to one account on each system',
    why: 'Log-in through VNeID goes by the citizen id. An id tied to two people or two accounts lets officers into the wrong account, and dossiers carry another person’s name.',
    howToFix:
      'Compare the id with the card; keep one account per person and system and ask for the others to be closed. Somebody with several roles gets several roles on the same account.',
    messages: {
      manyPeople: 'Citizen id {value} is given for {count} people of different names.',
      manyAccounts: 'Citizen id {value} has {count} user names on one system.',
      manyAgencies: 'Citizen id {value} has accounts at {count} agencies on one system.',
      repeated: 'Citizen id {value} is repeated {count} times with the same system and role.',
      sharedAccount: 'User name {value} is given to {count} people.',
    },
  },
  checkAll(views) {
    const idOf = (view: View): ((row: number) => string) => view.derive('cccd', citizenDigits);
    const systemOf = (view: View): ((row: number) => string) => view.derive('he_thong', folded);
    const nameOf = (view: View): ((row: number) => string) => view.derive('ten_dang_nhap', userName);
    const withSystem = (keysOf: (view: View) => (row: number) => string) => (view: View) => {
      const keyOf = keysOf(view);
      const system = systemOf(view);
      return (row: number): string => (keyOf(row) === '' ? '' : `${keyOf(row)}\u0001${system(row)}`);
    };

    const settled = new Set<string>();
    for (const rows of repeatedAcross(views, idOf)) {
      const people = distinctCount(textsOf(rows, 'ho_ten'));
      if (people < 2) continue;
      settled.add(idOf(rows[0]!.view)(rows[0]!.row));
      tell(oddOnes(rows), 'cccd', 'manyPeople', people, undefined, rows);
    }
    for (const rows of repeatedAcross(views, withSystem(idOf))) {
      if (!settled.has(idOf(rows[0]!.view)(rows[0]!.row))) judgeOnePerson(rows);
    }
    for (const rows of repeatedAcross(views, withSystem(nameOf))) {
      const ids = distinctCount(rows.map(({ view, row }) => idOf(view)(row)));
      const people = ids > 0 ? ids : distinctCount(textsOf(rows, 'ho_ten'));
      if (people > 1) tell(rows, 'ten_dang_nhap', 'sharedAccount', people);
    }
  },
});

/** Judges the rows of one person on one system. */
function judgeOnePerson(rows: readonly Account[]): void {
  const accounts = distinctCount(textsOf(rows, 'ten_dang_nhap'));
  const agencies = distinctCount(unitsOf(rows));
  if (accounts > 1) {
    tell(rows, 'cccd', 'manyAccounts', accounts);
  } else if (agencies > 1) {
    // An officer may hold office in two units, so a person has to decide.
    tell(rows, 'cccd', 'manyAgencies', agencies, 'warning');
  } else {
    const roles = textsOf(rows, 'vai_tro');
    for (const same of Map.groupBy(rows, (_, index) => roles[index]!).values()) {
      if (same.length > 1) tell(same, 'cccd', 'repeated', same.length);
    }
  }
}

/** The rows whose name is not the one that most rows of the number bear: there either name or number is wrong. All rows
 *  where no name prevails. */
function oddOnes(rows: readonly Account[]): readonly Account[] {
  const names = textsOf(rows, 'ho_ten');
  const counts = [...Map.groupBy(names, (name) => name)].filter(([name]) => name !== '');
  const main = counts.find(([, own]) => own.length >= PREVAILING && own.length * 2 > rows.length)?.[0];
  if (main === undefined) return rows;
  return rows.filter((_, index) => names[index] !== '' && names[index] !== main);
}

/** With fewer rows nobody can tell which one is right. */
const PREVAILING = 2;

function tell(
  rows: readonly Account[],
  field: Field,
  message: Message,
  count: number,
  severity?: 'warning',
  related: readonly Account[] = rows,
): void {
  const verdict: Verdict<Message> = {
    message,
    args: { count },
    evidence: `Các dòng liên quan: ${placesOf(related)}.`,
    ...(severity === undefined ? {} : { severity }),
  };
  for (const { view, row } of rows) view.report(row, field, verdict);
}
