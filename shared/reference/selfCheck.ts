import { foldText } from '../domain/foldedText.ts';
import { parseFee, type Fee, type FeeAmount } from '../domain/money.ts';
import type { CatalogueSnapshot, NationalChannel, NationalProcedure, RecordDoubt } from './catalogue.ts';

/** A doubt and the words of the record that raise it ('' when it is an absence). */
export interface DoubtEvidence {
  readonly doubt: RecordDoubt;
  readonly evidence: string;
}

/** A line of the self-check. NAT-11: the record itself looks faulty. NAT-12: it cannot be trusted as a reference. */
export interface SelfCheckEntry extends DoubtEvidence {
  readonly rule: 'NAT-11' | 'NAT-12';
  readonly ma_tthc: string;
  readonly ten_tthc: string;
}

const REFERENCE_DOUBTS: ReadonlySet<RecordDoubt> = new Set([
  'detailOfOtherProcedure',
  'duplicateCode',
  'codeMalformed',
]);

/** All doubts of a catalogue, in the order of its codes: what to tell the publishing agency (NAT-11) and what not to
 *  compare with (NAT-12). */
export function selfCheckReport(snapshot: CatalogueSnapshot): SelfCheckEntry[] {
  return snapshot.procedures.flatMap((record) => {
    const evidence = new Map(doubtsOf(record).map((entry) => [entry.doubt, entry.evidence]));
    return record.doubts.map((doubt) => ({
      rule: REFERENCE_DOUBTS.has(doubt) ? ('NAT-12' as const) : ('NAT-11' as const),
      ma_tthc: record.ma_tthc,
      ten_tthc: record.ten_tthc,
      doubt,
      evidence: evidence.get(doubt) ?? '',
    }));
  });
}

type ChannelCheck = (line: NationalChannel, note: Fee | null) => string | undefined;

// One line per check; each returns the words that raise the doubt.
const CHANNEL_CHECKS: readonly (readonly [RecordDoubt, ChannelCheck])[] = [
  ['feeBelowThousand', feeBelowThousand],
  ['freeButAmount', freeButAmount],
  ['freeButCouncil', freeButCouncil],
  ['currencyMix', currencyMix],
  ['amountDiffersFromText', amountDiffersFromText],
  ['unitDiffersFromText', unitDiffersFromText],
];

/** Doubts that a record raises by itself, each once, with the first evidence (DOMAIN §2.2, §7.3). */
export function doubtsOf(record: NationalProcedure): DoubtEvidence[] {
  const found: DoubtEvidence[] = [];
  if (record.co_quan_thuc_hien.length === 0) found.push({ doubt: 'agencyEmpty', evidence: '' });
  const lines = record.channels.map((line) => ({ line, note: noteOf(line) }));
  for (const [doubt, check] of CHANNEL_CHECKS) {
    for (const { line, note } of lines) {
      const evidence = check(line, note);
      if (evidence === undefined) continue;
      found.push({ doubt, evidence });
      break;
    }
  }
  return found;
}

function noteOf(line: NationalChannel): Fee | null {
  if (line.feeNote === undefined) return null;
  const note = parseFee(line.feeNote);
  return note.ok ? note.value : null;
}

const words = (line: NationalChannel): string =>
  line.feeNote === undefined ? line.feeText : `${line.feeText} (${line.feeNote})`;

const amountsIn = (fee: Fee | null, currency: FeeAmount['currency']): number[] =>
  (fee?.amounts ?? []).filter((level) => level.currency === currency && level.amount > 0).map((level) => level.amount);

/** Thousands lost: 135 VNĐ for 135.000 đồng. */
function feeBelowThousand(line: NationalChannel): string | undefined {
  return amountsIn(line.fee, 'VND').some((amount) => amount < 1000) ? words(line) : undefined;
}

function freeButAmount(line: NationalChannel, note: Fee | null): string | undefined {
  return line.fee?.kind === 'free' && amountsIn(note, 'VND').some((amount) => amount >= 1000) ? words(line) : undefined;
}

/** "Miễn phí" although the provincial council sets the level: the amount is open, not zero (Luật 97/2015/QH13 Đ4). */
function freeButCouncil(line: NationalChannel, note: Fee | null): string | undefined {
  return line.fee?.kind === 'free' && (note?.kind === 'byCouncil' || note?.council === true) ? words(line) : undefined;
}

/** The same figure in two currencies: "155 VNĐ (155 USD/thẻ)". */
function currencyMix(line: NationalChannel, note: Fee | null): string | undefined {
  const both = (left: readonly number[], right: readonly number[]): boolean =>
    left.some((amount) => right.includes(amount));
  const levels = (currency: FeeAmount['currency']): number[] => [
    ...amountsIn(line.fee, currency),
    ...amountsIn(note, currency),
  ];
  return both(levels('VND'), levels('USD')) ? words(line) : undefined;
}

/** The note states amounts, and neither one of them nor their sum is the fee. Discounts and shares explain a difference,
 *  so a note that speaks of them raises no doubt. */
function amountDiffersFromText(line: NationalChannel, note: Fee | null): string | undefined {
  const [amount, ...more] = amountsIn(line.fee, 'VND');
  if (
    amount === undefined ||
    more.length > 0 ||
    note === null ||
    note.validFrom !== undefined ||
    note.validTo !== undefined
  ) {
    return undefined;
  }
  const stated = amountsIn(note, 'VND');
  const explained =
    stated.length === 0 || note.percent !== undefined || stated.includes(amount) || sum(stated) === amount;
  return explained || note.kind === 'formula' || note.kind === 'percentOf' ? undefined : words(line);
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** The deadline counts days, its description working days, or the other way round, for the same figure. */
function unitDiffersFromText(line: NationalChannel): string | undefined {
  const [part, ...more] = line.deadline?.parts ?? [];
  if (part === undefined || more.length > 0 || line.note === undefined) return undefined;
  if (part.unit !== 'day' && part.unit !== 'workingDay') return undefined;
  const units = new Set<'day' | 'workingDay'>();
  for (const [, figure, working] of foldText(line.note).text.matchAll(DAYS)) {
    if (Number(figure) === part.amount) units.add(working === undefined ? 'day' : 'workingDay');
  }
  return units.size === 1 && !units.has(part.unit) ? `${line.deadlineText} ≠ ${line.note}` : undefined;
}

// "3 ngày", "03 (ba) ngày làm việc"; "ngày 30/6" and "30 ngày 15/7" have no such end.
const DAYS = /(?<![\d/.,-])(\d{1,3})(?: \([a-z ]{1,20}\))? ngay( lam viec)?(?![ ]?\d)/g;
