import type { FieldKey } from '../../../shared/domain/fields.ts';
import type { Random } from '../random.ts';
import { textMistake, type Operator } from '../mistake.ts';

/** Fields where a mistyped procedure code contradicts the rest of its row. */
const CODE_FIELDS: readonly FieldKey[] = ['ma_tthc', 'ma_dvc'];
const NATIONAL = /^[1-9]\.\d{6}$/;
const CODE_RULES = ['FMT-01', 'FMT-02', 'FMT-03', 'FMT-04', 'FMT-06', 'NAT-01', 'CMP-01'];

/** A text with one character put in place of another. */
export const replacedAt = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

/** Positions of characters of a kind. */
export const positions = (text: string, kind: RegExp): number[] =>
  [...text].flatMap((character, at) => (kind.test(character) ? [at] : []));

/** Another digit at a random place. */
export function otherDigit(text: string, random: Random): string | null {
  const places = positions(text, /\d/);
  if (places.length === 0) return null;
  const at = random.pick(places);
  return replacedAt(text, at, String((Number(text[at]) + 1 + random.below(9)) % 10));
}

/** Two neighbouring digits that changed places; null when all neighbours are alike. */
export function swappedDigits(text: string, random: Random): string | null {
  const pairs = positions(text, /\d/).filter((at) => /\d/.test(text[at + 1] ?? '') && text[at] !== text[at + 1]);
  if (pairs.length === 0) return null;
  const at = random.pick(pairs);
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
}

/** One digit left out. */
export function lostDigit(text: string, random: Random): string | null {
  const places = positions(text, /\d/);
  if (places.length === 0) return null;
  const at = random.pick(places);
  return text.slice(0, at) + text.slice(at + 1);
}

const code = (
  name: string,
  says: string,
  turn: Parameters<typeof textMistake>[1],
  rules: readonly string[] = CODE_RULES,
): Operator =>
  textMistake({ id: `codes.${name}`, says, fields: CODE_FIELDS, rules, reaches: 'subject' }, (text, spot) =>
    NATIONAL.test(text) ? turn(text, spot) : null,
  );

const PROCEDURE_CODES: readonly Operator[] = [
  code('lostZero', 'Excel turns 1.900120 into the number 1.90012', (text) =>
    text.endsWith('0') ? Number(text) : null,
  ),
  code('number', 'Excel turns 1.900123 into a number; no digit is lost', (text) =>
    text.endsWith('0') ? null : Number(text),
  ),
  code('comma', 'decimal comma: 1,900120', (text) => text.replace('.', ',')),
  code('lostDot', 'the dot is missing: 1900120', (text) => text.replace('.', '')),
  code('letters', 'letter O for 0, letter l for 1', (text, { random }) => {
    const places = positions(text, /[01]/);
    if (places.length === 0) return null;
    const at = random.pick(places);
    return replacedAt(text, at, text[at] === '0' ? 'O' : 'l');
  }),
  code(
    'lostDigit',
    'a digit is left out',
    (text, { random }) => `${text.slice(0, 2)}${lostDigit(text.slice(2), random)}`,
  ),
  code('extraDigit', 'a digit is typed twice', (text, { random }) => {
    const at = 2 + random.below(6);
    return text.slice(0, at) + text[at]! + text.slice(at);
  }),
  code('innerBlank', 'a blank inside the code', (text) => text.replace('.', '. ')),
  code(
    'localSuffix',
    'a local suffix of the old provincial system',
    (text, { random }) => `${text}.000.00.00.H${10 + random.below(50)}`,
  ),
  code(
    'shortSuffix',
    'a short local suffix',
    (text, { random }) => `${text}.H${10 + random.below(50)}-${1 + random.below(4)}`,
  ),
  {
    id: 'codes.otherDigit',
    says: 'a digit is mistyped and no such procedure exists',
    fields: ['ma_tthc'],
    rules: CODE_RULES,
    make: ({ text, random, procedures }) => {
      const value = NATIONAL.test(text) ? otherDigit(text, random) : null;
      if (value === null || value.startsWith('0') || procedures?.byCode(value) !== undefined) return null;
      return { value, reaches: 'subject' };
    },
  },
  {
    id: 'codes.swappedDigits',
    says: 'two digits change places and no such procedure exists',
    fields: ['ma_tthc'],
    rules: CODE_RULES,
    make: ({ text, random, procedures }) => {
      const tail = NATIONAL.test(text) ? swappedDigits(text.slice(2), random) : null;
      const value = `${text.slice(0, 2)}${tail}`;
      return tail === null || procedures?.byCode(value) !== undefined ? null : { value, reaches: 'subject' };
    },
  },
  {
    id: 'codes.otherProcedure',
    says: 'the code of another row of the catalogue',
    fields: ['ma_tthc'],
    datasets: ['procedures'],
    rules: ['UNQ-01', 'NAT-03', 'UNQ-02'],
    make: ({ text, sheet, random, keys }) => {
      const others = sheet.records.filter(
        (record) => NATIONAL.test(String(record['ma_tthc'])) && record['ma_tthc'] !== text,
      );
      if (others.length === 0 || !NATIONAL.test(text)) return null;
      const other = random.pick(others);
      return {
        value: String(other['ma_tthc']),
        shownAt: keys.has('ten_tthc') ? ['ten_tthc'] : [],
        shownInRows: [other],
        reaches: 'subject',
      };
    },
  },
  {
    id: 'codes.blank',
    says: 'the code is missing',
    fields: ['ma_tthc'],
    datasets: ['procedures', 'channels', 'components', 'feeConfigs', 'links', 'pendingDossiers'],
    rules: ['CMP-01'],
    make: ({ text }) => (text === '' ? null : { value: '', reaches: 'subject' }),
  },
  {
    id: 'codes.serviceOfOther',
    says: 'the service code belongs to another procedure',
    fields: ['ma_dvc'],
    rules: ['FMT-06'],
    make: ({ text, random, other }) => {
      const value = text === '' ? null : otherDigit(text.slice(0, 8), random);
      return value === null || value === other('ma_tthc')
        ? null
        : { value: value + text.slice(8), shownAt: ['ma_tthc'] };
    },
  },
];

const shaped = (
  field: FieldKey,
  name: string,
  says: string,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
): Operator => textMistake({ id: `codes.${name}`, says, fields: [field], rules }, turn);

const SHAPED_CODES: readonly Operator[] = [
  shaped('ma_linh_vuc', 'sectorLostDash', 'sector code without its dash', ['FMT-07'], (text) => text.replace('-', '')),
  shaped('ma_linh_vuc', 'sectorSmall', 'sector code in small letters', ['FMT-07'], (text) => text.toLowerCase()),
  shaped('ma_linh_vuc', 'sectorWord', 'an abbreviation for the sector code', ['FMT-07'], (text) =>
    text.slice(text.indexOf('-') + 1),
  ),
  shaped('ma_don_vi', 'agencySmall', 'agency identifier in small letters', ['FMT-08'], (text) => text.toLowerCase()),
  shaped('ma_don_vi', 'agencyDash', 'agency identifier with dashes', ['FMT-08'], (text) => text.replaceAll('.', '-')),
  shaped('ma_don_vi', 'agencyReversed', 'agency identifier in the order of TT 10/2016', ['FMT-09'], (text) => {
    const [province, unit] = text.split('.');
    return unit === undefined
      ? null
      : `000.${unit.slice(0, 2).padStart(2, '0')}.${unit.slice(2).padStart(2, '0')}.${province}`;
  }),
  shaped('ma_don_vi', 'agencyLetterO', 'letter O for 0 at the head of the identifier', ['FMT-08', 'ADM-05'], (text) =>
    /^[A-Y]\d?0/.test(text) ? text.replace('0', 'O') : null,
  ),
  shaped('ma_tphs', 'componentLostMark', 'component code without KQ', ['FMT-10'], (text) => text.replace('KQ', '')),
  shaped('ma_tphs', 'componentLostTail', 'component code cut after three digits', ['FMT-10'], (text) =>
    text.replace(/(KQ\d{3})\d+$/, '$1'),
  ),
  shaped('ma_tphs', 'componentSmall', 'component code in small letters', ['FMT-10'], (text) => text.toLowerCase()),
  shaped('ma_ket_qua', 'resultDash', 'result code with dashes: KQ-G15.009002', ['FMT-11'], (text) =>
    /^KQ\.[A-Y]\d{2}\./.test(text) ? text.replace('.', '-') : null,
  ),
  shaped('ma_ket_qua', 'resultLostMark', 'result code without KQ', ['FMT-11'], (text) =>
    text.startsWith('KQ.') ? text.slice(3) : null,
  ),
  shaped('ma_ket_qua', 'resultLostZeros', 'result code without its leading zeros', ['FMT-11'], (text) => {
    const value = text.replace(/^(KQ\.[A-Y]\d{2}\.)0+/, '$1');
    return /\.\d{1,4}$/.test(value) ? value : null;
  }),
  shaped('ma_ket_qua', 'resultWord', 'a number alone for the result code', ['FMT-11'], (text) =>
    text.includes('\n') ? null : text.replace(/^.*\D/, ''),
  ),
  shaped(
    'ma_ho_so',
    'dossierLostDigit',
    'dossier code with a digit missing in its date',
    ['FMT-12'],
    (text, { random }) => {
      const [head, date, tail] = text.split('-');
      return tail === undefined ? null : `${head}-${lostDigit(date!, random)}-${tail}`;
    },
  ),
  shaped('ma_ho_so', 'dossierBlank', 'dossier code with a blank for a dash', ['FMT-12'], (text) =>
    text.replace('-', ' '),
  ),
  {
    id: 'codes.dossierDate',
    says: 'the day in the dossier code is not the day of receipt',
    fields: ['ma_ho_so'],
    rules: ['FMT-13'],
    make: ({ text }) => {
      const value = text.replace(
        /-2605(\d\d)-/,
        (_, day: string) => `-2605${String((Number(day) % 28) + 1).padStart(2, '0')}-`,
      );
      return value === text ? null : { value, shownAt: ['ngay_tiep_nhan'] };
    },
  },
  {
    id: 'codes.dossierTwice',
    says: 'the dossier code of another row',
    fields: ['ma_ho_so'],
    rules: ['UNQ-06'],
    make: ({ text, sheet, random }) => {
      const others = sheet.records.filter((record) => record['ma_ho_so'] !== text);
      if (others.length === 0 || text === '') return null;
      const other = random.pick(others);
      return { value: String(other['ma_ho_so']), shownInRows: [other], reaches: 'row' };
    },
  },
];

const DECISIONS: readonly Operator[] = [
  shaped('so_quyet_dinh', 'decisionD', 'QD for QĐ', ['FMT-14'], (text) => text.replace('QĐ', 'QD')),
  shaped('so_quyet_dinh', 'decisionWord', '"Số" before the number', ['FMT-14'], (text) => `Số ${text}`),
  shaped('so_quyet_dinh', 'decisionNumber', 'the number without its mark', ['FMT-14'], (text) =>
    text.replace(/\/.*$/, ''),
  ),
  shaped('so_quyet_dinh', 'decisionDot', 'a dot after the number', ['FMT-14'], (text) => text.replace('/', './')),
  {
    id: 'codes.decisionOther',
    says: 'the number of another decision of the same ministry, of an earlier day',
    fields: ['so_quyet_dinh'],
    datasets: ['procedures'],
    rules: ['NAT-06'],
    make: ({ text, random, keys }) => {
      if (!keys.has('ngay_quyet_dinh') || !/^\d+\/QĐ/.test(text)) return null;
      return {
        value: text.replace(/^\d+/, String(100 + random.below(800))),
        with: { ngay_quyet_dinh: '14/03/2022' },
        shownAt: ['ngay_quyet_dinh'],
      };
    },
  },
];

/** Mistakes in codes, identifiers and numbers of decisions. */
export const CODE_OPERATORS: readonly Operator[] = [...PROCEDURE_CODES, ...SHAPED_CODES, ...DECISIONS];
