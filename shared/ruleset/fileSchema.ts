import { z } from 'zod';
import { DATASET_IDS } from '../domain/datasets.ts';
import { FIELD_KEYS } from '../domain/fields.ts';
import { WEIGHTS } from './severity.ts';

// Shapes of a rule-set file, used to check files and to write the JSON Schema for editors. The branch of a rule entry is
// chosen in code (ruleEntry.ts): a union would blame the wrong branch. The message of a `regex` is an example of what fits.

const text = z.string().trim().min(1);
const date = z.iso.date();
const weight = z.enum(WEIGHTS);
const dataset = z.enum(DATASET_IDS as [(typeof DATASET_IDS)[number]]);

/** Names of rule sets are also file names. */
export const RULE_SET_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ruleSetId = z.string().max(60).regex(RULE_SET_ID, 'tinh-an-giang');
const version = z
  .string()
  .max(30)
  .regex(/^\d+(?:\.\d+)*$/, '2026.2');

/** Id of an agency's own rule, e.g. `AG-010`. */
export const OWN_RULE_ID = /^[A-Z]{2,5}-\d{2,4}$/;

const effective = z
  .strictObject({ from: date.optional(), until: date.optional() })
  .describe('Chỉ áp dụng từ ngày … đến hết ngày … (yyyy-mm-dd)');

const legal = z
  .array(z.strictObject({ doc: text, article: z.string().default('') }))
  .describe('Căn cứ: văn bản và điều, khoản');

/** Levels of government, from the top. */
export const LEVELS = ['national', 'ministry', 'province', 'agency'] as const;

/** A legal text that a level adds or corrects; what is absent stays as it is known. */
export const legalTextSchema = z.strictObject({
  number: z
    .string()
    .trim()
    .max(60)
    .regex(/^\d{1,6}[a-z]?\/\S+$/, '224/2026/NĐ-CP')
    .describe('Số, ký hiệu văn bản'),
  title: text.optional().describe('Loại và trích yếu; bắt buộc với văn bản mới'),
  from: date.optional().describe('Ngày có hiệu lực (yyyy-mm-dd)'),
  until: date.optional().describe('Ngày cuối cùng còn hiệu lực (yyyy-mm-dd)'),
  replacedBy: text.optional().describe('Số, ký hiệu văn bản thay thế'),
});

/** What a level says of a rule that exists. */
export const settingsSchema = z.strictObject({
  severity: weight.optional().describe('Mức độ: error, warning, info hoặc off (tắt)'),
  params: z.record(z.string(), z.unknown()).optional().describe('Tham số của quy tắc'),
  effective: effective.optional(),
  legal: legal.optional().describe('Căn cứ pháp lý thay cho căn cứ của quy tắc'),
  locked: z.boolean().optional().describe('Cấp dưới chỉ được siết chặt thêm'),
  reason: text.optional().describe('Lý do của thiết lập, ví dụ vì sao khóa'),
});

const ownRule = {
  dataset: dataset.describe('Loại bảng được kiểm tra'),
  title: text.describe('Điều phải đúng, viết một câu'),
  message: text.optional().describe('Câu báo lỗi; {ma_tthc} được thay bằng nội dung của ô'),
  why: text.optional().describe('Vì sao phải đúng'),
  howToFix: text.optional().describe('Cách sửa'),
  field: z
    .enum(FIELD_KEYS as [(typeof FIELD_KEYS)[number]])
    .optional()
    .describe('Cột được đánh dấu; để trống: cột duy nhất của biểu thức, nếu không thì cả dòng'),
  severity: z.enum(['error', 'warning', 'info']).default('error'),
  legal: legal.optional(),
  effective: effective.optional(),
  locked: z.boolean().optional(),
  fix: z
    .strictObject({
      value: text.describe('Giá trị đề xuất cho ô được đánh dấu (CEL)'),
      confidence: z.enum(['certain', 'likely', 'possible']).default('likely').describe('Độ chắc chắn'),
      why: text.optional().describe('Vì sao là giá trị này'),
    })
    .optional()
    .describe('Cách sửa được đề xuất; phải có ví dụ ở examples.fixed'),
};

const value = z.union([z.string(), z.number(), z.null()]);
const cells = z
  .record(z.string(), z.union([value, z.record(z.string(), value)]))
  .describe('Nội dung các ô; today: ngày kiểm tra; national: bản ghi quốc gia, null khi không có');
const examples = z.strictObject({
  valid: z.array(cells).min(1),
  invalid: z.array(cells).min(1),
  fixed: z
    .array(z.strictObject({ row: cells, value: z.union([z.string(), z.number()]) }))
    .min(1)
    .optional()
    .describe('Dòng sai và giá trị được đề xuất'),
});

/** An own rule as an expression. */
export const expressionSchema = z.strictObject({
  ...ownRule,
  when: text.optional().describe('Chỉ kiểm tra dòng thỏa điều kiện này (CEL)'),
  assert: text.describe('Điều phải đúng với mỗi dòng (CEL)'),
  examples: examples.describe('Ví dụ bắt buộc, được chạy thử mỗi khi nạp: dòng đúng và dòng sai'),
});

/** An own rule as a decision table in a spreadsheet. */
export const decisionSchema = z.strictObject({
  ...ownRule,
  decisionTable: z
    .strictObject({ file: text, sheet: text.optional() })
    .describe('Bảng quyết định (.csv, .xlsx) đặt cùng thư mục'),
  examples: examples.optional(),
});

/** Where an override holds: every list that is given must fit; `*` stands for any text. */
export const scopeSchema = z.strictObject({
  agencies: z
    .array(text)
    .min(1)
    .optional()
    .describe('Tên, mã thư mục hoặc mã định danh của đơn vị, ví dụ "Sở *", "H01.*"'),
  datasets: z.array(dataset).min(1).optional().describe('Loại bảng'),
  sheets: z.array(text).min(1).optional().describe('Tên trang tính'),
});

/** A waiver; at least `match` or `agencies` says what it covers. */
export const waiverSchema = z.strictObject({
  rule: text,
  match: z
    .partialRecord(z.enum(FIELD_KEYS as [(typeof FIELD_KEYS)[number]]), z.string().trim().min(1))
    .optional()
    .describe('Nội dung các ô của dòng được miễn'),
  agencies: z.array(text).min(1).optional(),
  reason: text.describe('Lý do'),
  by: text.describe('Người quyết định'),
  decision: text.describe('Số văn bản'),
  until: date.describe('Hết hiệu lực sau ngày này (yyyy-mm-dd)'),
});

/** The file as a whole; `rules`, `overrides` and `waivers` are looked at entry by entry. */
export const fileSchema = z.strictObject({
  id: ruleSetId.describe('Tên bộ quy tắc, trùng tên tệp'),
  version: version.describe('Phiên bản, ví dụ 1.2.0'),
  title: text.describe('Tên đầy đủ'),
  level: z.enum(LEVELS).optional().describe('Cấp ban hành; để trống: như bộ được kế thừa'),
  extends: z
    .array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*@\d+(?:\.\d+)*$/, 'quoc-gia@2026.3'))
    .nullish()
    .describe('Bộ được kế thừa, ghim phiên bản: quoc-gia@2026.3'),
  rules: z.record(z.string(), z.unknown()).nullish(),
  overrides: z
    .array(z.strictObject({ scope: scopeSchema, rules: z.record(z.string(), z.unknown()) }))
    .nullish()
    .describe('Thiết lập riêng cho đơn vị, loại bảng hoặc trang tính'),
  agencies: z
    .array(
      z.strictObject({
        code: z
          .string()
          .trim()
          .max(60)
          .regex(/^[A-Z0-9]+(?:\.[A-Z0-9]+)*$/i, 'H01.12')
          .describe('Mã định danh'),
        names: z.array(text).min(1).describe('Tên, mã thư mục của đơn vị; * thay cho chữ bất kỳ'),
      }),
    )
    .nullish()
    .describe('Mã định danh của các đơn vị, để dùng trong scope và waivers'),
  legalTexts: z.array(legalTextSchema).nullish().describe('Văn bản pháp luật mới, được sửa đổi hoặc hết hiệu lực'),
  waivers: z.array(z.unknown()).nullish().describe('Miễn trừ có lý do, người quyết định và thời hạn'),
});
