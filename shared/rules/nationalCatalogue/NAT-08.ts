import type { ImplementingAgency } from '../../domain/implementingAgency.ts';
import { isSameAgency, readAgencies } from '../../domain/implementingAgency.ts';
import { formerAgencyNames } from '../../domain/ministryNames.ts';
import { compareKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import { onceFor } from '../onceFor.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { agenciesIn } from '../rowConsistency/levelsAndAgencies.ts';
import { shortened } from '../shortened.ts';
import { comparedRecordOf, steppedDown } from './nationalRecord.ts';
import { perAlikeRows } from '../alikeRows.ts';

type Message = 'differs' | 'extra';

// "Cơ quan chức năng do Ủy ban nhân dân cấp tỉnh chỉ định" describes a task, so any agency may be the one.
const DESCRIPTION = new RegExp(`^(?:${compareKey('các')} )?${compareKey('cơ quan')}(?: |$)`, 'u');

/** Agencies of a record; none when one of them is only a description. */
const namedAgenciesOf = onceFor((record: NationalProcedure): readonly ImplementingAgency[] => {
  const agencies = record.co_quan_thuc_hien.flatMap(readAgencies);
  return agencies.some(({ name }) => DESCRIPTION.test(compareKey(name))) ? [] : agencies;
});

// Kinds and members of the kind are the same ("Ủy ban nhân dân cấp xã", "UBND xã Núi Cấm"); an agency that lists only
// itself of several is not wrong. Names from before the mergers of 2025 are ADM-07's.
export default defineRule({
  id: 'NAT-08',
  title: 'Cơ quan thực hiện khớp danh mục quốc gia',
  severity: 'warning',
  scope: 'row',
  why: 'Cơ quan thực hiện khác quyết định công bố thì hồ sơ chuyển đến nơi không có thẩm quyền giải quyết, người dân phải nộp lại.',
  howToFix:
    'Đối chiếu quyết định công bố và văn bản phân cấp, ủy quyền; sửa lại cơ quan, hoặc ghi cơ quan được ủy quyền vào đúng cột.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ma_tthc', 'co_quan_thuc_hien'],
  refs: ['procedures'],
  messages: {
    differs: 'Cơ quan thực hiện khác danh mục quốc gia: "{national}".',
    extra: 'Cơ quan thực hiện thừa so với danh mục quốc gia: "{agencies}".',
  },
  en: {
    title: 'The implementing agency agrees with the national catalogue',
    why: 'When the agency differs from the publishing decision, dossiers go where nobody is competent, and citizens have to submit again.',
    howToFix:
      'Compare with the publishing decision and the documents on decentralisation and delegation; correct the agency, or write a delegated agency into its own column.',
    messages: {
      differs: 'The implementing agency differs from the national catalogue: "{national}".',
      extra: 'An implementing agency is not in the national catalogue: "{agencies}".',
    },
  },
  check(view, context) {
    const recordOf = comparedRecordOf(view, context);
    const agenciesOf = view.derive('co_quan_thuc_hien', agenciesIn);
    const judge = oncePerPairOfRun(context, differing);
    perAlikeRows(view, context, ['ma_tthc', 'co_quan_thuc_hien'], 'co_quan_thuc_hien', (row) => {
      const record = recordOf(row);
      return record === undefined ? null : judge(agenciesOf(row), record);
    });
  },
});

function differing(agencies: readonly ImplementingAgency[], record: NationalProcedure): Verdict<Message> | null {
  const national = namedAgenciesOf(record);
  if (agencies.length === 0 || national.length === 0) return null;
  const extra = agencies.filter(
    (agency) => !national.some((other) => isSameAgency(agency, other)) && formerAgencyNames(agency.name).length === 0,
  );
  if (extra.length === 0) return null;
  const expected = record.co_quan_thuc_hien.join('\n');
  const doubt = steppedDown(record, ['agencyEmpty', 'duplicateCode']);
  return extra.length === agencies.length
    ? { message: 'differs', args: { national: shortened(expected) }, expected, ...doubt }
    : { message: 'extra', args: { agencies: shortened(extra.map(({ name }) => name).join('; ')) }, expected, ...doubt };
}
