import { translate, type Language } from '../../i18n/index.ts';
import type { Office } from '../../settings/office.ts';
import type { Closing, LetterHead } from './officialDocument.ts';

/** Where a fact is missing, dots that an office fills in by hand. */
const DOTS = '……………………';

/** The head of a report from an office: Quốc hiệu, Tiêu ngữ, agencies, number and symbol, place and date, and
 *  what its annexes say of it.
 *  @param day  ISO date */
export function letterHead(office: Office, day: string, language: Language): LetterHead {
  const agency = office.agency || DOTS;
  const symbols = {
    number: numberText(office.number),
    symbol: office.symbol === '' ? 'BC-……' : `BC-${office.symbol}`,
  };
  const [year, month, dayOfMonth] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
  // NĐ 30/2020: a zero before days below 10 and the months 1 and 2 only.
  const date = { day: dayOfMonth, month: Number(month) < 3 ? month : String(Number(month)), year };
  return {
    state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    parentAgency: office.parentAgency.toUpperCase(),
    agency: agency.toUpperCase(),
    number: translate(language, 'leader.number', symbols),
    placeAndDate: translate(language, 'leader.placeAndDate', { place: office.place || '…………', ...date }),
    annexOf: translate(language, 'leader.annexOf', { ...symbols, ...date, agency }),
  };
}

/** Two digits below ten; room for the number where it is not given yet. */
function numberText(number: string): string {
  // Spaces that a browser leaves as many as they are.
  if (number === '') return '\u00A0'.repeat(6);
  return /^\d$/.test(number) ? `0${number}` : number;
}

/** Signature block and "Nơi nhận" of an office. */
export function closingOf(office: Office, language: Language): Closing {
  const { authority, title, name } = office.signatory;
  const recipients = office.recipients.length === 0 ? [translate(language, 'leader.archive')] : office.recipients;
  return {
    recipientsTitle: translate(language, 'leader.recipients'),
    recipients: recipients.map((one, at) => recipientLine(one, at === recipients.length - 1)),
    authority: authority.toUpperCase(),
    position: (title || DOTS).toUpperCase(),
    name: name || DOTS,
  };
}

/** "- Như trên;" … "- Lưu: VT." */
const recipientLine = (recipient: string, last: boolean): string =>
  `- ${recipient.replace(/^[-–]\s*/, '').replace(/[;.,]\s*$/, '')}${last ? '.' : ';'}`;

/** "Kính gửi: …" as one line, or as a list of several. */
export const addresseeLines = (office: Office, language: Language): readonly string[] =>
  office.addressees.length === 1
    ? [`${translate(language, 'leader.to')} ${office.addressees[0]!}`]
    : office.addressees.length === 0
      ? []
      : [translate(language, 'leader.to'), ...office.addressees.map((one) => `- ${one}`)];
