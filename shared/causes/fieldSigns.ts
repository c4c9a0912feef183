import { parseDate } from '../domain/calendarDate.ts';
import { parseChannels } from '../domain/channel.ts';
import { parseCitizenId } from '../domain/citizenId.ts';
import { parseDecisionNumber } from '../domain/decisionNumber.ts';
import { parseDossierCode } from '../domain/dossierCode.ts';
import { parseDuration } from '../domain/duration.ts';
import { parseEmail } from '../domain/email.ts';
import type { FieldKey } from '../domain/fields.ts';
import { parseLevels } from '../domain/level.ts';
import { parsePhone } from '../domain/phone.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import { cleanText } from '../domain/vietnameseText.ts';
import { parseWebAddress } from '../domain/webAddress.ts';
import type { Cell } from '../table/cell.ts';

// What a value looks like, one bit per look; a value may have several.
const CODE = 1;
const DOSSIER = 2;
const CITIZEN = 4;
const PHONE = 8;
const EMAIL = 16;
const LINK = 32;
const DATE = 64;
const DURATION = 128;
const CHANNEL = 256;
const LEVEL = 512;
const AGENCY = 1024;
const DECISION = 2048;
const AMOUNT = 4096;
const NUMBER = 8192;
const DIGITS = 16_384;
const WORDS = 32_768;

/** Looks that a field's values have; other looks do not belong there. Fields of mixed content are left out. */
const LOOKS: Readonly<Partial<Record<FieldKey, number>>> = {
  stt: NUMBER,
  ma_tthc: CODE,
  ma_dvc: CODE,
  ten_tthc: WORDS,
  linh_vuc: WORDS,
  ket_qua: WORDS,
  thanh_phan_ho_so: WORDS,
  ten_tai_khoan: WORDS | AGENCY,
  ho_ten: WORDS,
  chuc_vu: WORDS,
  vai_tro: WORDS,
  ten_quy_trinh: WORDS,
  ten_buoc: WORDS,
  co_quan_thuc_hien: WORDS | AGENCY,
  co_quan_cong_bo: WORDS | AGENCY,
  don_vi: WORDS | AGENCY,
  ngan_hang: WORDS | AGENCY,
  so_quyet_dinh: DECISION,
  ngay_quyet_dinh: DATE,
  ngay_sinh: DATE,
  ngay_tiep_nhan: DATE,
  han_tra: DATE,
  ngay_bao_cao: DATE,
  cap_thuc_hien: LEVEL,
  hinh_thuc_nop: CHANNEL,
  thoi_han: DURATION | NUMBER,
  thoi_gian_buoc: DURATION | NUMBER,
  phi_le_phi: AMOUNT | NUMBER,
  link_nop: LINK,
  ma_ho_so: DOSSIER,
  cccd: CITIZEN,
  sdt: PHONE,
  email: EMAIL,
  so_tai_khoan: DIGITS,
  so_bo: NUMBER,
  buoc: NUMBER,
};

/** What values of a field look like, as bits; 0 for a field that may hold anything. */
export const looksOfField = (field: FieldKey | null): number => (field === null ? 0 : (LOOKS[field] ?? 0));

const LONGEST = 400;
const LONGEST_PHRASE = 60;
const AGENCY_START = /^(?:ubnd|ủy ban|uỷ ban|sở|bộ|cục|chi cục|trung tâm|công an|phường|xã|đặc khu|văn phòng|thuế)\s/i;
const AMOUNT_TEXT = /\d\s?(?:đ|đồng|vnđ|vnd|nghìn)(?!\p{L})|^(?:miễn phí|không thu|không)(?!\p{L})/iu;

/** What a cell's value looks like, as bits; 0 for a value that looks like nothing in particular. */
export function looksOf(cell: Cell): number {
  const text = cleanText(cell.text.slice(0, LONGEST));
  if (text === '') return 0;
  if (cell.kind === 'date') return DATE;
  // A code that Excel turned into a number still is a code that stands where it should.
  if (cell.kind === 'number') return numberLooks(text);
  const looks = /\d/.test(text) ? looksWithDigits(text) : looksOfWords(text);
  if (looks !== 0) return looks;
  if (AGENCY_START.test(text)) return AGENCY;
  return /\p{L}{2,40}\s\p{L}{1,40}/u.test(text) ? WORDS : 0;
}

function looksWithDigits(text: string): number {
  let looks = 0;
  if (/^[\d.]{8}/.test(text) && parseProcedureCode(text).ok) looks |= CODE;
  if (text.includes('-') && parseDossierCode(text).ok) looks |= DOSSIER;
  if (/^[\d\s.()+-]{6,24}$/.test(text)) looks |= digitLooks(text);
  if (/\d[/.-]\d/.test(text) && parseDate(text).ok) looks |= DATE;
  if (/^-?\d{1,15}(?:[.,]\d{1,6})?$/.test(text)) looks |= NUMBER;
  if (text.includes('@') || text.includes('.')) looks |= addressLooks(text);
  if (text.length > LONGEST_PHRASE) return looks;
  if (/\p{L}/u.test(text) && parseDuration(text).ok) looks |= DURATION;
  if (text.includes('/') && parseDecisionNumber(text).ok) looks |= DECISION;
  return AMOUNT_TEXT.test(text) ? looks | AMOUNT : looks;
}

function looksOfWords(text: string): number {
  const looks = addressLooks(text);
  if (text.length > LONGEST_PHRASE) return looks;
  return (
    looks |
    (parseLevels(text).ok ? LEVEL : 0) |
    (parseChannels(text).ok ? CHANNEL : 0) |
    (AMOUNT_TEXT.test(text) ? AMOUNT : 0)
  );
}

function addressLooks(text: string): number {
  if (text.includes('@')) return parseEmail(text).ok ? EMAIL : 0;
  return /^(?:https?:\/\/|www\.)/i.test(text) && parseWebAddress(text).ok ? LINK : 0;
}

const numberLooks = (text: string): number =>
  NUMBER | (/^\d\.\d{3,6}$/.test(text) ? CODE : 0) | (/^\d{6,20}$/.test(text) ? DIGITS | PHONE | CITIZEN : 0);

function digitLooks(text: string): number {
  const isPhone = parsePhone(text).ok;
  const isCitizen = parseCitizenId(text).ok;
  return DIGITS | (isPhone ? PHONE : 0) | (isCitizen ? CITIZEN : 0);
}
