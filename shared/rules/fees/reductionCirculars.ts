import { findDocumentNumbers } from '../../domain/documentNumber.ts';
import { LEGAL_TEXTS } from '../../legal/legalTexts.ts';

/** A circular that reduces fees for a time. */
export interface ReductionCircular {
  readonly circular: string;
  /** Last day, ISO. */
  readonly until: string;
}

/** Reductions known from DOMAIN §2.1 and from the wording of the national catalogue ("áp dụng đến hết ngày 31/12/2024 theo
 *  Thông tư số 43/2024/TT-BTC"). */
export const REDUCTION_CIRCULARS: readonly ReductionCircular[] = LEGAL_TEXTS.flatMap(({ number, until }) =>
  ['63/2023/TT-BTC', '43/2024/TT-BTC', '64/2025/TT-BTC'].includes(number) && until !== undefined
    ? [{ circular: number, until }]
    : [],
);

/** The reduction circulars that a text cites, in reading order. */
export const citedReductions = (text: string): readonly ReductionCircular[] =>
  findDocumentNumbers(text).flatMap(({ document: { number, year, symbol } }) => {
    const name = `${Number(number)}/${year}/${symbol}`;
    return REDUCTION_CIRCULARS.filter(({ circular }) => circular === name);
  });
