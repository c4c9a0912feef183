import { parseBankAccount, type BankAccount, type BankAccountReason } from '../../domain/bankAccount.ts';
import { findBank, parseBankCode, TREASURY_BANK_NUMBER, type Bank } from '../../domain/bankCode.ts';
import type { FieldKey } from '../../domain/fields.ts';
import type { Parsed } from '../../domain/parsed.ts';
import {
  isScientific,
  looksLikeTreasuryAccount,
  parseTreasuryAccount,
  type TreasuryAccount,
  type TreasuryAccountReason,
} from '../../domain/treasuryAccount.ts';
import { treasuryNameKind } from '../../domain/treasuryCode.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isNumberCell } from '../codes/statedCodes.ts';
import { saysNothing } from '../completeness/blankCells.ts';

/** An account number as a cell holds it, read both ways: what is meant, the rest of the row tells. */
export interface AccountCell {
  readonly text: string;
  readonly isTreasuryShape: boolean;
  /** With a dot or dash after four digits. */
  readonly isDotted: boolean;
  readonly asTreasury: Parsed<TreasuryAccount, TreasuryAccountReason>;
  readonly asBank: Parsed<BankAccount, BankAccountReason>;
}

/** Where an account is kept, as far as the row tells. */
export type Keeper = 'treasury' | 'bank';

/** Reads an account number; null when the cell says nothing, says that there is none ("Không"), or was turned into a
 *  number by Excel (ACC-01 alone speaks of it). For `view.derive`. */
export const accountIn = (cell: Cell, text: string): AccountCell | null => {
  if (saysNothing(cell, text) || isNumberCell(cell) || isScientific(text)) return null;
  if (/^(?:0|khong(?: co| thu)?)$/.test(searchKey(text))) return null;
  const asTreasury = parseTreasuryAccount(text);
  const isTreasuryShape = looksLikeTreasuryAccount(text) || (asTreasury.ok && asTreasury.value.group !== 'other');
  return { text, isTreasuryShape, isDotted: /^'?\d{4} ?[.-]/.test(text), asTreasury, asBank: parseBankAccount(text) };
};

/** What the bank column names: a bank, the State Treasury, or nothing that is known. */
export interface KeeperCell {
  readonly keeper: Keeper | undefined;
  readonly bank: Bank | undefined;
}

/** Reads the bank column. "BIDV (KBNN ủy nhiệm thu)" names both, so neither. For `view.derive`. */
export const keeperIn = (cell: Cell, text: string): KeeperCell => {
  if (saysNothing(cell, text)) return UNKNOWN_KEEPER;
  const isTreasury = treasuryNameKind(text) !== undefined;
  const bank = findBank(text);
  if (isTreasury) return bank === undefined ? TREASURY : UNKNOWN_KEEPER;
  return bank !== undefined || /^(?:ngan hang|nh|nhtm)(?: |$)/.test(searchKey(text))
    ? { keeper: 'bank', bank }
    : UNKNOWN_KEEPER;
};
const UNKNOWN_KEEPER: KeeperCell = { keeper: undefined, bank: undefined };
const TREASURY: KeeperCell = { keeper: 'treasury', bank: undefined };

/** Whether a bank code is the treasury's CITAD number. For `view.derive`. */
const isTreasuryCode = (_cell: Cell, text: string): boolean => {
  const code = parseBankCode(text);
  return code.ok && code.value.kind === 'citad' && code.value.bankNumber === TREASURY_BANK_NUMBER;
};

/** The account of each row and where it is kept. A number with the treasury's dots is the treasury's whatever the bank
 *  column says; without dots the bank column decides, then the bank code, then the shape of the number. */
export function accountsOf(
  view: TableView,
): (row: number) => { readonly account: AccountCell; readonly keeper: Keeper } | null {
  const accountOf = view.derive('so_tai_khoan', accountIn);
  const keeperOf = keeperOfRow(view);
  return (row) => {
    const account = accountOf(row);
    if (account === null) return null;
    if (account.isDotted && account.isTreasuryShape) return { account, keeper: 'treasury' };
    return { account, keeper: keeperOf(row) ?? (account.isTreasuryShape ? 'treasury' : 'bank') };
  };
}

/** Judges the account of every row that is kept at the State Treasury. */
export function judgeTreasuryAccounts<Message extends string>(
  view: TableView<FieldKey, Message>,
  judge: (account: AccountCell) => Verdict<Message> | null,
): void {
  const accountOf = accountsOf(view);
  for (let row = 0; row < view.rows; row += 1) {
    const found = accountOf(row);
    const verdict = found?.keeper === 'treasury' ? judge(found.account) : null;
    if (verdict !== null) view.report(row, 'so_tai_khoan', verdict);
  }
}

/** What bank column and bank code tell of where the account of a row is kept. */
export function keeperOfRow(view: TableView): (row: number) => Keeper | undefined {
  const named = view.derive('ngan_hang', keeperIn);
  const coded = view.derive('ma_ngan_hang', isTreasuryCode);
  return (row) => named(row).keeper ?? (coded(row) ? 'treasury' : undefined);
}

/** Columns that {@link accountsOf} looks at beside the account. */
export const KEEPER_FIELDS = ['ngan_hang', 'ma_ngan_hang'] as const;

/** Whether an account number belongs to an estimate (dự toán, 9xxx), whatever else is wrong with it: ACC-03 speaks of it. */
export const isEstimate = (text: string): boolean => /^'?9\d{3}(?: ?[. -]|\d{8}$|\d{13}$)/.test(text);
