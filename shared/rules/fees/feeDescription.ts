import { parseChannels, type Channel } from '../../domain/channel.ts';
import { scanFeeFigures } from '../../domain/feeFigures.ts';
import { foldText } from '../../domain/foldedText.ts';
import { findValidity, type FeeAmount } from '../../domain/money.ts';
import type { RuleContext, TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { onceFor } from '../onceFor.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { oncePerRow } from '../oncePerRow.ts';
import { channelsIn } from '../statedChannels.ts';
import { readFeeCell } from './feeCell.ts';

/** A clause that names amounts. */
export interface FeeStatement {
  readonly words: string;
  readonly amounts: readonly FeeAmount[];
  /** Channels the clause names; none where it speaks of all. */
  readonly channels: readonly Channel[];
  /** A reduction, limit or special case: it need not equal the fee of the row. */
  readonly conditional: boolean;
  /** ISO days in which it applies; '' where it names none. */
  readonly from: string;
  readonly until: string;
}

/** What a row says about its fee beside the value: the remainder of the fee cell and the description. */
export interface FeeDescription {
  readonly statements: readonly FeeStatement[];
  /** Channels of the row, empty when its sheet names none. */
  readonly channels: readonly Channel[];
  /** The level is left to the provincial council. */
  readonly council: boolean;
  /** Says that somebody, or some time, is exempt. */
  readonly exemption: boolean;
}

type Text = Omit<FeeDescription, 'channels'>;

const CLAUSE_END = /[;\n]|\.\s+(?=\S)/;
const CONDITIONAL =
  /(?<![a-z])(?:giam|mien|doi voi|truong hop|neu|toi da|toi thieu|khong qua|thu them|cong them|tu (?:trang|ban|lan|thu)|vuot|bang \d)(?![a-z])/;
// Descriptions also name the "Văn phòng HĐND và UBND" as the place to submit.
const COUNCIL = /(?<![a-z])(?<!van phong )(?:hdnd|hoi dong nhan dan)(?![a-z])/;
const FEE_OR_DECISION = /(?<![a-z])(?:phi|muc thu|quyet dinh|quy dinh|nghi quyet)(?![a-z])/;
const EXEMPTION =
  /(?<![a-z])mien (?:phi|le phi|thu|nop|giam|toan bo|100)|(?<![a-z])(?:duoc|tam) mien(?![a-z])|khong (?:thu|phai nop|mat) (?:phi|le phi|tien)|muc thu (?:la )?0 |giam 100/;

const readStatements = (_cell: Cell, text: string): Text => readText(text);
const readRemainder = (cell: Cell, text: string): Text => readText(readFeeCell(cell, text).remainder);

const NO_WORDS: Text = { statements: [], council: false, exemption: false };

function readText(text: string): Text {
  if (text === '') return NO_WORDS;
  const { text: folded } = foldText(text);
  return {
    statements: statementsIn(text),
    council: folded.split(CLAUSE_END).some((clause) => COUNCIL.test(clause) && FEE_OR_DECISION.test(clause)),
    exemption: EXEMPTION.test(folded),
  };
}

/** The clauses of a text that name amounts. */
export const statementsIn = (text: string): readonly FeeStatement[] =>
  text.split(CLAUSE_END).flatMap((clause) => (/\d/.test(clause) ? readStatement(clause) : []));

function readStatement(clause: string): readonly FeeStatement[] {
  const folded = foldText(clause);
  // "(2)" and "4.2" number paragraphs: a small figure is an amount only with its currency.
  const levels = scanFeeFigures(folded).figures.filter(
    ({ role, amount }) => role === 'level' && amount.amount > 0 && (amount.stated || amount.amount >= 1000),
  );
  if (levels.length === 0) return [];
  const channels = parseChannels(clause);
  const { validFrom = '', validTo = '' } = findValidity(clause);
  const statement: FeeStatement = {
    words: clause.trim(),
    amounts: levels.map(({ amount }) => amount),
    channels: channels.ok ? channels.value : [],
    conditional: CONDITIONAL.test(folded.text),
    from: validFrom,
    until: validTo,
  };
  return [statement];
}

/** Reads what stands beside the fee, row by row; one object per distinct pair of texts and channels. */
export function feeDescriptionOf(view: TableView, context: Pick<RuleContext, 'memo'>): (row: number) => FeeDescription {
  return oncePerRow(view, context, feeDescriptionOf, ['phi_le_phi', 'mo_ta', 'hinh_thuc_nop'], () => {
    const described = view.derive('mo_ta', readStatements);
    const remainders = view.derive('phi_le_phi', readRemainder);
    const channelsOf = view.derive('hinh_thuc_nop', channelsIn);
    const joined = oncePerPairOfRun(context, join);
    return (row) => joined(remainders(row), described(row))(channelsOf(row));
  });
}

/** Both texts as one, for each set of channels. */
const join = (remainder: Text, description: Text): ((channels: readonly Channel[]) => FeeDescription) =>
  onceFor((channels) => ({
    statements: [...remainder.statements, ...description.statements],
    channels,
    council: remainder.council || description.council,
    exemption: remainder.exemption || description.exemption,
  }));

/** Whether a clause speaks of channels that are not the row's. */
export const isOfOtherChannel = (statement: FeeStatement, { channels }: FeeDescription): boolean =>
  statement.channels.length > 0 &&
  channels.length > 0 &&
  !statement.channels.some((channel) => channels.includes(channel));

/** Whether a clause applies on a day (ISO); one that has ended is FEE-07's or FEE-08's. */
export const isInForce = ({ from, until }: FeeStatement, day: string): boolean =>
  (from === '' || from <= day) && (until === '' || until >= day);
