import {
  compareFees,
  parseAmountCell,
  parseFee,
  type Fee,
  type FeeAmount,
  type FeeReason,
} from '../../domain/money.ts';
import type { Parsed } from '../../domain/parsed.ts';
import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import type { Cell } from '../../table/cell.ts';

/** A fee cell as read: what it charges, and what else it says. One object per distinct value. */
export interface FeeCell {
  readonly text: string;
  readonly kind: Cell['kind'];
  /** Blank, a placeholder or "Không có thông tin": rules CMP-08 and CMP-12 speak. */
  readonly blank: boolean;
  /** The cell as a whole. */
  readonly whole: Parsed<Fee, FeeReason>;
  /** The level that stands for itself: the part before a bracket that states amounts or the council again, as the portal
   *  prints them ("135 VNĐ (Lệ phí: 135.000 đồng)"); otherwise the whole. Undefined where it cannot be read. */
  readonly value: Fee | undefined;
  /** The rest of the cell, which describes the value; '' mostly. */
  readonly remainder: string;
}

// The bracket of a formula or range is part of the level.
const SPLIT_KINDS: ReadonlySet<Fee['kind']> = new Set(['free', 'fixed', 'perUnit', 'tiered', 'byCouncil']);
const HEAD = /^([^(\n:]{1,80}?)\s*([(\n][\s\S]+)$/;

/** Reads a fee cell; for `view.derive`. */
export function readFeeCell(cell: Cell, text: string): FeeCell {
  const blank = text === '' || isPlaceholder(text) || isNoInformation(text);
  const whole = parseAmountCell(cell.kind === 'text' ? text : cell.text, cell.kind, cell.raw);
  const split = cell.kind === 'text' && whole.ok && SPLIT_KINDS.has(whole.value.kind) ? splitFee(text) : undefined;
  const value = split?.value ?? (whole.ok ? whole.value : undefined);
  return { text, kind: cell.kind, blank, whole, value, remainder: split?.remainder ?? '' };
}

function splitFee(text: string): { readonly value: Fee; readonly remainder: string } | undefined {
  const [, head, remainder] = HEAD.exec(text) ?? [];
  if (head === undefined || remainder === undefined) return undefined;
  const value = parseFee(head);
  const rest = parseFee(remainder);
  if (!value.ok || !rest.ok || (rest.value.amounts.length === 0 && rest.value.council !== true)) return undefined;
  // A line of its own is another level ("10.000 đồng" / "20.000 đồng") unless the first says that nothing is charged.
  if (value.value.kind === 'free') return head.length <= 30 ? { value: value.value, remainder } : undefined;
  return remainder.startsWith('(') && levelOf(value.value) !== undefined
    ? { value: value.value, remainder }
    : undefined;
}

/** The one positive level of a fee that has one (kinds `fixed` and `perUnit`). */
export function levelOf(fee: Fee | undefined): FeeAmount | undefined {
  if (fee?.kind !== 'fixed' && fee?.kind !== 'perUnit') return undefined;
  return fee.amounts.find(({ amount }) => amount > 0);
}

const CHARGING: ReadonlySet<Fee['kind']> = new Set(['fixed', 'perUnit', 'range', 'tiered', 'percentOf', 'formula']);

/** Whether something definite has to be paid; references and the council's decision are not definite. */
export const charges = (fee: Fee | undefined): boolean => fee !== undefined && CHARGING.has(fee.kind);

const ONE_LEVEL = parseFee('1.000.000 đồng');

/** Whether the level is charged once per dossier, so that nothing has to be counted ("đồng/hồ sơ", "đồng/lần"). */
export const isOncePerDossier = (fee: Fee): boolean =>
  ONE_LEVEL.ok && compareFees(fee, ONE_LEVEL.value) !== 'notComparable';

/** Whether the level is below a thousand đồng: rule FEE-02 speaks, and rules that compare levels keep silent. */
export function isBelowThousand({ value }: FeeCell): boolean {
  const level = levelOf(value);
  return level !== undefined && level.currency === 'VND' && level.amount < 1000;
}
