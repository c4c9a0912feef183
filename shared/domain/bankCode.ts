import { BANKS } from './facts/banks.ts';
import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { formerProvinces } from './province.ts';
import { cleanText, searchKey } from './vietnameseText.ts';

/** A bank of the VietQR / NAPAS list. */
export interface Bank {
  readonly key: string;
  readonly shortName: string;
  readonly name: string;
  /** Bank identification number, six digits; absent for one bank that has none. */
  readonly bin?: string;
  /** Three-digit number in CITAD codes, where known. */
  readonly citad?: string;
  readonly swift?: string;
  /** Renamed or merged; its numbers are those of its successor. */
  readonly deprecated: boolean;
}

/** A bank code: BIN `970436`, or CITAD `01203001` = province (two digits, the numbers before 01/7/2025) + bank (three) +
 *  branch (three). `701` is the State Treasury (PP701BBB), `101` the State Bank. */
export type BankCode =
  | { readonly kind: 'bin'; readonly code: string; readonly bank: Bank }
  | {
      readonly kind: 'citad';
      readonly code: string;
      readonly province: string;
      readonly bankNumber: string;
      readonly branch: string;
      readonly treasury: boolean;
      /** Absent where the bank's number is not in our list, which is not complete. */
      readonly bank?: Bank;
    };

/** Why a text is no bank code: nothing there · other characters or length · seven digits, a CITAD code whose first zero is
 *  lost · a BIN that is not in the list · a province number that never was one. */
export type BankCodeReason = 'empty' | 'malformed' | 'lostZero' | 'unknownBin' | 'unknownProvince';

/** Number of the State Treasury in CITAD codes. */
export const TREASURY_BANK_NUMBER = '701';
const STATE_BANK_NUMBER = '101';

/** Reads a BIN or a CITAD code (rules ACC-07, ACC-08). */
export function parseBankCode(text: string): Parsed<BankCode, BankCodeReason> {
  const code = cleanText(text).replace(/^'/, '');
  if (code === '') return refused('empty', 0, text.length);
  if (/^\d{7}$/.test(code)) return refused('lostZero', 0, text.length);
  if (/^\d{6}$/.test(code)) {
    const bank = bankByBin(code);
    return bank === undefined ? refused('unknownBin', 0, text.length) : parsed({ kind: 'bin', code, bank });
  }
  if (!/^\d{8}$/.test(code)) return refused('malformed', 0, text.length);
  const [province, bankNumber, branch] = [code.slice(0, 2), code.slice(2, 5), code.slice(5)];
  if (!formerProvinces().some((former) => former.code === province)) return refused('unknownProvince', 0, text.length);
  const bank = bankByCitad(bankNumber);
  const treasury = bankNumber === TREASURY_BANK_NUMBER;
  return parsed({
    kind: 'citad',
    code,
    province,
    bankNumber,
    branch,
    treasury,
    ...(bank === undefined ? {} : { bank }),
  });
}

/** Whether a CITAD bank number is that of a known bank, the treasury or the State Bank. */
export const isKnownBankNumber = (bankNumber: string): boolean =>
  bankNumber === TREASURY_BANK_NUMBER || bankNumber === STATE_BANK_NUMBER || bankByCitad(bankNumber) !== undefined;

/** All banks, renamed ones last. */
export const banks = (): readonly Bank[] => (list ??= readBanks());

/** The bank of a BIN; where a renamed bank shares it, the one that goes on. */
export const bankByBin = (bin: string): Bank | undefined => banks().find((bank) => bank.bin === bin);

/** The bank of a three-digit CITAD number. */
export const bankByCitad = (bankNumber: string): Bank | undefined => banks().find((bank) => bank.citad === bankNumber);

/** The bank a cell names: by short name, full name, key or SWIFT code, or a longer text that holds exactly one short name of
 *  six letters or more ("Ngân hàng Vietcombank - CN Gia Lai"). */
export function findBank(text: string): Bank | undefined {
  const key = searchKey(text);
  if (key === '' || key.length > 200) return undefined;
  const joined = key.replaceAll(' ', '');
  const exact = banks().find((bank) =>
    [bank.shortName, bank.name, bank.key, bank.swift ?? ''].some(
      (name) => name !== '' && searchKey(name).replaceAll(' ', '') === joined,
    ),
  );
  if (exact !== undefined) return exact;
  const held = banks().filter((bank) => {
    const short = searchKey(bank.shortName).replaceAll(' ', '');
    return short.length >= 6 && joined.includes(short);
  });
  const longest = held.filter(
    (bank) => !held.some((other) => other !== bank && searchKey(other.shortName).includes(searchKey(bank.shortName))),
  );
  return longest.length === 1 ? longest[0] : undefined;
}

let list: readonly Bank[] | undefined;

function readBanks(): Bank[] {
  const all = BANKS.trim()
    .split('\n')
    .map((line): Bank => {
      const [key, shortName, bin, citad, swift, deprecated, name] = line.split('|') as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      const known = Object.fromEntries(Object.entries({ bin, citad, swift }).filter(([, value]) => value !== ''));
      return Object.assign({ key, shortName, name, deprecated: deprecated === '1' }, known);
    });
  return all.sort((a, b) => Number(a.deprecated) - Number(b.deprecated));
}
