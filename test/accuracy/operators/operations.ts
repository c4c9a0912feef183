import type { FieldKey } from '../../../shared/domain/fields.ts';
import { textMistake, toldAs, type Mistake, type Operator } from '../mistake.ts';

const INCIDENT_FIELDS = ['nguyen_nhan', 'phuong_an_xu_ly', 'thoi_gian_hoan_thanh', 'ket_qua_xu_ly'] as const;

const step = (
  name: string,
  says: string,
  field: FieldKey,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
  shown: Pick<Mistake, 'shownAt'> = {},
): Operator =>
  textMistake(
    { id: `workflows.${name}`, says, fields: [field], datasets: ['workflows'], rules, reaches: 'subject', ...shown },
    turn,
  );

/** Rows of the same workflow. */
const sameWorkflow = (one: Parameters<Operator['make']>[0]) =>
  one.sheet.records.filter(
    (record) => record['ten_quy_trinh'] === one.record['ten_quy_trinh'] && record !== one.record,
  );

/** A rule may tell a workflow's mistake at any of its rows. */
const anywhereInWorkflow = (operator: Operator): Operator => ({
  ...operator,
  make: (spot) => {
    const mistake = operator.make(spot);
    return mistake === null ? null : { ...mistake, shownInRows: sameWorkflow(spot) };
  },
});

/** Mistakes in workflows, dossiers under way, daily reports, incidents and rosters. */
export const OPERATION_OPERATORS: readonly Operator[] = [
  anywhereInWorkflow(
    step('hours', 'a step’s time is mistyped', 'thoi_gian_buoc', ['WFL-01', 'WFL-04'], (text, { random }) =>
      Number(text) > 2 ? Number(text) + 1 + random.below(10) : null,
    ),
  ),
  anywhereInWorkflow(
    step('lostTime', 'a step’s time is missing', 'thoi_gian_buoc', ['WFL-01', 'WFL-04'], (text) =>
      Number(text) > 2 ? '' : null,
    ),
  ),
  anywhereInWorkflow(
    step('twiceNumber', 'two steps with one number', 'buoc', ['WFL-07'], (text) =>
      Number(text) > 1 ? Number(text) - 1 : null,
    ),
  ),
  anywhereInWorkflow(
    step('skippedNumber', 'a number is skipped', 'buoc', ['WFL-07'], (text) => (Number(text) === 4 ? 6 : null)),
  ),
  step(
    'district',
    'a step done by a district department',
    'nguoi_xu_ly',
    ['WFL-08', 'WFL-06', 'REF-05'],
    (_, { random }) =>
      random.pick(['Phòng Tư pháp huyện', 'Phòng Tài nguyên và Môi trường huyện', 'UBND huyện Tây Sơn']),
  ),
  step(
    'stranger',
    'a step done by someone who is not in the list of staff',
    'nguoi_xu_ly',
    ['REF-05'],
    (_, { random }) => random.pick(['Đinh Công Tráng', 'Lương Thị Bưởi', 'Tôn Nữ Diệu Huyền']),
  ),
  step('lostActor', 'nobody does the step', 'nguoi_xu_ly', ['WFL-10'], (text) => (text === '' ? null : '')),
  anywhereInWorkflow({
    id: 'workflows.noReception',
    says: 'the first step receives nothing',
    fields: ['ten_buoc'],
    datasets: ['workflows'],
    rules: ['WFL-02', 'WFL-03'],
    make: ({ text }) =>
      text === 'Tiếp nhận hồ sơ'
        ? { value: 'Kiểm tra', with: { ma_hanh_dong: 'Chuyển xử lý' }, reaches: 'subject' }
        : null,
  }),
  {
    id: 'workflows.unknownStep',
    says: 'a transition to a step that does not exist',
    fields: ['buoc_tiep_theo', 'buoc_nguon'],
    datasets: ['transitions'],
    rules: ['WFL-03'],
    make: ({ text, random }) =>
      text === '' ? null : { value: random.pick(['Trình ký lãnh đạo', 'Thẩm tra', `${text} 2`]), reaches: 'subject' },
  },
  {
    id: 'workflows.otherCode',
    says: 'the transitions name another procedure than the steps of the same workflow',
    fields: ['ma_tthc'],
    datasets: ['transitions'],
    rules: ['WFL-05', 'REF-02', 'NAT-01'],
    make: ({ text, random, sheet, record, keys }) => {
      const others = sheet.records.filter((one) => one['ma_tthc'] !== text);
      if (others.length === 0 || text === '' || !keys.has('ten_quy_trinh')) return null;
      const rows = sheet.records.filter((one) => one['ten_quy_trinh'] === record['ten_quy_trinh'] && one !== record);
      return { value: String(random.pick(others)['ma_tthc']), shownInRows: rows, reaches: 'subject' };
    },
  },
  {
    id: 'dossiers.unpaid',
    says: 'a dossier of before the cutover waits for its payment',
    fields: ['trang_thai_thanh_toan'],
    datasets: ['pendingDossiers'],
    rules: ['CUT-01'],
    make: ({ text, random }) => (text === '' ? null : { value: random.pick(['Chờ thanh toán', 'Chưa thanh toán']) }),
  },
  textMistake(
    {
      id: 'dossiers.overdue',
      says: 'the due day has passed',
      fields: ['han_tra'],
      datasets: ['pendingDossiers'],
      rules: ['CUT-04'],
    },
    (text, { random }) => (text === '' ? null : `${String(1 + random.below(28)).padStart(2, '0')}/07/2026`),
  ),
  {
    id: 'reports.sum',
    says: 'the total is not the sum of its parts',
    fields: ['sl_tiep_nhan', 'sl_truc_tuyen', 'sl_truc_tiep'],
    datasets: ['dailyReports'],
    rules: ['RPT-03'],
    make: ({ text, random }) => {
      const shownAt = ['sl_tiep_nhan', 'sl_truc_tuyen', 'sl_truc_tiep', 'sl_buu_chinh'] as const;
      return text === '' ? null : { value: Number(text) + 1 + random.below(5), shownAt, reaches: 'sheet' };
    },
  },
  textMistake(
    {
      id: 'reports.negative',
      says: 'a negative count',
      fields: ['sl_qua_han', 'sl_da_giai_quyet', 'sl_dang_giai_quyet'],
      datasets: ['dailyReports'],
      rules: ['RPT-05', 'RPT-03'],
      reaches: 'sheet',
    },
    (text) => -1 - Number(text),
  ),
  textMistake(
    {
      id: 'reports.words',
      says: 'a word for a count',
      fields: ['sl_qua_han', 'sl_da_giai_quyet', 'sl_tiep_nhan'],
      datasets: ['dailyReports'],
      rules: ['RPT-05', 'RPT-03'],
      reaches: 'sheet',
    },
    (_, { random }) => random.pick(['hai mươi', 'nhiều', '12 hồ sơ?']),
  ),
  textMistake(
    {
      id: 'reports.late',
      says: 'the report was sent after 16:00',
      fields: ['gio_gui'],
      datasets: ['dailyReports'],
      rules: ['RPT-02'],
    },
    (text, { random }) => (text === '' ? null : `${18 + random.below(5)}:${10 + random.below(49)}`),
  ),
  {
    id: 'reports.dayTwice',
    says: 'the day of another report',
    fields: ['ngay_bao_cao'],
    datasets: ['dailyReports'],
    rules: ['RPT-01'],
    make: ({ text, sheet, random }) => {
      const others = sheet.records.filter((one) => one['ngay_bao_cao'] !== text);
      if (others.length === 0) return null;
      const other = random.pick(others);
      return { value: String(other['ngay_bao_cao']), shownInRows: [other], reaches: 'sheet' };
    },
  },
  ...INCIDENT_FIELDS.map((field): Operator => ({
    id: `incidents.blank.${field}`,
    says: 'an incident without this field',
    fields: [field],
    datasets: ['incidents'],
    rules: ['RPT-04'],
    make: ({ text }) => (text === '' ? null : { value: '', shownAt: ['loi_su_co'] }),
  })),
  {
    id: 'roster.roleLost',
    says: 'a shift without its leader',
    fields: ['vai_tro'],
    datasets: ['contacts'],
    rules: ['RPT-06'],
    make: ({ text, sheet, record }) => {
      if (text !== 'Lãnh đạo') return null;
      const shift = sheet.records.filter((one) => one['ca_truc'] === record['ca_truc'] && one !== record);
      return { value: 'Chuyên viên', shownAt: ['ca_truc'], shownInRows: shift };
    },
  },
  toldAs('noRule', {
    id: 'roster.noPhone',
    says: 'one person on duty without a phone number (RPT-06 asks for one number per shift)',
    fields: ['sdt'],
    datasets: ['contacts'],
    rules: [],
    make: ({ text }) => (text === '' ? null : { value: '' }),
  }),
];
