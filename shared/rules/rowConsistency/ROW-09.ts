import { APPLICANTS } from '../../domain/applicants.ts';
import { readAgencies } from '../../domain/implementingAgency.ts';
import { splitValues, vocabularyOf } from '../../domain/multiValue.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { shortened } from '../shortened.ts';

type Message = 'joined' | 'unclear' | 'onePerLine';

const APPLICANT_LIST = vocabularyOf(Object.values(APPLICANTS).map(({ vi }) => vi));

// How the name of an agency begins, without diacritics.
const AGENCY_BEGINNING =
  /^(?:so|bo|cuc|tong cuc|chi cuc|uy ban|ui ban|ubnd|chu tich|cong an|ca|phong|ban|trung tam|tt|van phong|chi nhanh|co quan|thue|hai quan|kho bac|bao hiem|toa an|vien|thanh tra|hoi dong|ngan hang|ttpvhcc|bhxh|doi|tram)\b/;

// Told only where cutting at every comma would go wrong, because values hold commas themselves. Values on lines of their
// own or parted by ";" need no remark (509 real cells), nor does "Công dân Việt Nam, Doanh nghiệp".
export default defineRule({
  id: 'ROW-09',
  title: 'Ô nhiều giá trị tách được chắc chắn',
  severity: 'info',
  scope: 'row',
  why: 'Các giá trị nối bằng dấu phẩy dễ bị hệ thống tách sai, vì bản thân giá trị cũng có dấu phẩy ("Cán bộ, công chức, viên chức").',
  howToFix: 'Ghi mỗi giá trị trên một dòng trong ô (Alt+Enter) hoặc cách nhau bằng dấu chấm phẩy.',
  legal: [],
  asks: [],
  datasets: ['procedures'],
  reads: [],
  anyOf: ['doi_tuong', 'co_quan_thuc_hien'],
  messages: {
    joined: 'Ô nhiều giá trị nối bằng dấu phẩy: tách được {n} giá trị.',
    unclear: 'Ô có dấu phẩy nhưng "{part}" không có trong danh sách đối tượng của Cổng, nên chưa tách được chắc chắn.',
    onePerLine: 'Các giá trị đều nhận ra được; ghi mỗi giá trị trên một dòng.',
  },
  en: {
    title: 'A cell of several values can be split with certainty',
    why: 'Values joined by commas are easily split wrongly by systems, because values hold commas themselves ("Cán bộ, công chức, viên chức").',
    howToFix: 'Write each value on a line of its own within the cell (Alt+Enter), or part them by semicolons.',
    messages: {
      joined: 'Several values joined by commas: {n} values were told apart.',
      unclear:
        'The cell has commas, but "{part}" is not in the portal’s list of applicants, so it cannot be split with certainty.',
      onePerLine: 'Every value is recognised; write each on a line of its own.',
    },
  },
  check(view) {
    view.perValue('doi_tuong', judgeApplicants);
    view.perValue('co_quan_thuc_hien', judgeAgencies);
  },
});

function judgeApplicants(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text) || !text.includes(',')) return null;
  const values = splitValues(text, APPLICANT_LIST);
  if (values.length === splitValues(text).length) return null;
  const stranger = values.find(({ known }) => !known);
  return stranger === undefined
    ? joined(values.map((value) => value.text))
    : { message: 'unclear', args: { part: shortened(stranger.text, 60) } };
}

function judgeAgencies(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text) || !text.includes(',')) return null;
  const names = readAgencies(text).map(({ name }) => name);
  const certain = names.every((name) => AGENCY_BEGINNING.test(searchKey(name)));
  return certain && names.length > splitValues(text).length ? joined(names) : null;
}

const joined = (values: readonly string[]): Verdict<Message> | null =>
  values.some((value) => value.includes(','))
    ? {
        message: 'joined',
        args: { n: values.length },
        fix: { value: values.join('\n'), confidence: 'likely', why: 'onePerLine' },
      }
    : null;
