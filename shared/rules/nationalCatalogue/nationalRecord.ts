import { parseProcedureCode } from '../../domain/procedureCode.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import type { RuleContext, TableView, Verdict } from '../../engine/rule.ts';
import type { NationalProcedure, RecordDoubt } from '../../reference/catalogue.ts';
import type { Cell } from '../../table/cell.ts';
import { onceFor } from '../onceFor.ts';

/** What a rule needs of its context to look a procedure up and to remember what came of it. */
export type CatalogueContext = Pick<RuleContext<'procedures'>, 'ref' | 'memo'>;

/** National code that a cell names, local suffix dropped (`1.003930.000.00.00.H13-3` → `1.003930`); '' when the cell is
 *  blank or malformed. A code that Excel stores as a number counts when all six decimals survived. For `view.derive`. */
export const nationalCodeOf = (_cell: Cell, text: string): string => {
  const code = parseProcedureCode(text);
  return code.ok ? code.value.base : '';
};

type RecordParser = (cell: Cell, text: string) => NationalProcedure | null;

// One parser per catalogue: as the same function it is asked again for every table, and its answers are remembered.
const readRecord = onceFor((procedures: ProcedureIndex): RecordParser => (cell, text) => {
  const code = nationalCodeOf(cell, text);
  return code === '' ? null : (procedures.byCode(code) ?? null);
});

/** The national record of each row's procedure; undefined where the code is blank, malformed (FMT-01, FMT-03) or not in
 *  the catalogue (NAT-01). */
export function nationalRecordOf(
  view: TableView,
  { ref }: Pick<CatalogueContext, 'ref'>,
): (row: number) => NationalProcedure | undefined {
  const recordOf = view.derive('ma_tthc', readRecord(ref.procedures));
  return (row) => recordOf(row) ?? undefined;
}

/** The record to compare a row's fields with: none for a withdrawn procedure, of which rule NAT-02 speaks. */
export function comparedRecordOf(
  view: TableView,
  { ref }: Pick<CatalogueContext, 'ref'>,
): (row: number) => NationalProcedure | undefined {
  const recordOf = view.derive('ma_tthc', readRecord(ref.procedures));
  return (row) => {
    const record = recordOf(row);
    return record === null || record.state === 'withdrawn' ? undefined : record;
  };
}

const DOUBT_TEXTS: Readonly<Record<RecordDoubt, string>> = {
  feeBelowThousand: 'mức thu dưới 1.000 đồng (có thể mất ba số 0)',
  freeButAmount: 'ghi miễn phí nhưng mô tả nêu mức thu',
  freeButCouncil: 'ghi miễn phí nhưng mức thu do HĐND cấp tỉnh quyết định',
  currencyMix: 'lẫn đơn vị tiền VNĐ và USD',
  amountDiffersFromText: 'mức thu khác số tiền nêu trong mô tả',
  agencyEmpty: 'để trống cơ quan thực hiện',
  detailOfOtherProcedure: 'trang chi tiết thuộc về thủ tục khác',
  unitDiffersFromText: 'đơn vị thời hạn khác mô tả',
  codeMalformed: 'mã thủ tục sai định dạng',
  duplicateCode: 'mã thủ tục bị lặp trong danh mục',
};

/** A doubt in words, for evidence. */
export const doubtText = (doubt: RecordDoubt): string => DOUBT_TEXTS[doubt];

/** What to add to a verdict that leans on a doubtful record: a difference is then no proof that the agency is wrong, so
 *  the finding steps down to `info` and says why (DESIGN §6). Empty when nothing speaks against the record. */
export function steppedDown(
  record: NationalProcedure,
  about: readonly RecordDoubt[],
): Pick<Verdict, 'severity' | 'evidence'> {
  const doubts = record.doubts.filter((doubt) => about.includes(doubt)).map(doubtText);
  if (doubts.length === 0) return {};
  return {
    severity: 'info',
    evidence: `Bản ghi quốc gia ${record.ma_tthc} có dấu hiệu lỗi: ${doubts.join('; ')}; cần đối chiếu quyết định công bố.`,
  };
}
