import type { DatasetId } from '../../../shared/domain/datasets.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import type { Operator } from '../mistake.ts';

const REQUIRED: readonly (readonly [field: FieldKey, rule: string, datasets: readonly DatasetId[]])[] = [
  ['trinh_tu', 'CMP-02', ['procedures']],
  ['hinh_thuc_nop', 'CMP-03', ['procedures', 'channels']],
  ['thanh_phan_ho_so', 'CMP-04', ['procedures', 'components']],
  ['doi_tuong', 'CMP-06', ['procedures']],
  ['co_quan_thuc_hien', 'CMP-07', ['procedures']],
  ['ket_qua', 'CMP-09', ['procedures']],
  ['can_cu_phap_ly', 'CMP-10', ['procedures']],
  ['so_quyet_dinh', 'CMP-11', ['procedures']],
  ['so_bo', 'DOC-08', ['procedures']],
];

const EMPTY_WORDS = ['Không có thông tin', 'đang cập nhật', '...', '-', 'x', 'chưa có'];

const missing = ([field, rule, datasets]: (typeof REQUIRED)[number]): Operator => ({
  id: `completeness.blank.${field}`,
  says: 'the cell is left blank',
  fields: [field],
  datasets,
  rules: [rule],
  make: ({ text }) => (text === '' ? null : { value: '', reaches: 'subject' }),
});

const saidNothing = ([field, rule, datasets]: (typeof REQUIRED)[number]): Operator => ({
  id: `completeness.empty.${field}`,
  says: 'words that say nothing: "đang cập nhật", "..."',
  fields: [field],
  datasets,
  rules: [rule, 'CMP-12', 'DOC-01'],
  make: ({ text, random }) => (text === '' ? null : { value: random.pick(EMPTY_WORDS), reaches: 'subject' }),
});

/** Cells that say nothing although the law asks for them. */
export const COMPLETENESS_OPERATORS: readonly Operator[] = [
  ...REQUIRED.map(missing),
  ...REQUIRED.filter(([field]) => field !== 'so_bo').map(saidNothing),
  {
    id: 'completeness.resultCode',
    says: 'the result’s code is left blank',
    fields: ['ma_ket_qua'],
    datasets: ['procedures'],
    rules: ['CMP-09'],
    make: ({ text, keys }) => (text === '' || !keys.has('ket_qua') ? null : { value: '', shownAt: ['ket_qua'] }),
  },
  {
    id: 'completeness.basisWords',
    says: 'a legal basis without any document number',
    fields: ['can_cu_phap_ly'],
    datasets: ['procedures'],
    rules: ['CMP-10'],
    make: ({ text }) => (text === '' ? null : { value: 'Theo quy định hiện hành' }),
  },
];
