import { textMistake, toldAs, type Mistake, type Operator } from '../mistake.ts';

const link = (
  name: string,
  says: string,
  rules: readonly string[],
  turn: Parameters<typeof textMistake>[1],
  shown: Pick<Mistake, 'shownAt'> = {},
): Operator =>
  textMistake(
    { id: `links.${name}`, says, fields: ['link_nop'], datasets: ['links'], rules, reaches: 'row', ...shown },
    turn,
  );

/** Mistakes in links. */
export const LINK_OPERATORS: readonly Operator[] = [
  link(
    'oldPortal',
    'the page of the portal that was switched off',
    ['URL-02'],
    (_, { other }) =>
      `https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=${other('ma_tthc')}`,
  ),
  link(
    'oldDatabase',
    'the old national database',
    ['URL-02'],
    (_, { other }) => `https://csdl.dichvucong.gov.vn/web/jsp/tthc/detail.jsp?ma=${other('ma_tthc')}`,
  ),
  link('homePage', 'only the home page', ['URL-03'], () => 'https://dichvucong.gov.vn/'),
  link('plainHttp', 'http for https', ['URL-01'], (text) => text.replace('https:', 'http:')),
  link('noScheme', 'without https://', ['URL-01'], (text) => text.replace('https://', '')),
  link('innerBlank', 'a blank inside the link', ['URL-01'], (text) => text.replace(/\/(?=[a-z-]+\/[^/]+$)/, '/ ')),
  link('notGovernment', 'a host that is not the government’s', ['URL-01'], (text) =>
    text.replace('.gov.vn', '.com.vn'),
  ),
  link('testHost', 'the test system', ['URL-06'], (text, { random }) =>
    text.replace(
      'dichvucong.gov.vn',
      random.pick(['test.dichvucong.gov.vn', 'staging-dichvucong.gov.vn', 'dichvucong-uat.gov.vn']),
    ),
  ),
  link('address', 'an address of numbers', ['URL-06', 'URL-01'], (text) =>
    text.replace(new URL(text).host, '10.64.3.21:8080'),
  ),
  link('loginPage', 'the log-in page', ['URL-05', 'URL-03'], (text) => `${new URL(text).origin}/dang-nhap`),
  link('words', 'words for a link', ['URL-01'], () => 'xem trên Cổng'),
  toldAs(
    'info',
    link('cutId', 'the procedure’s id is cut', ['FMT-16'], (text) =>
      text.startsWith('https://dichvucong.gov.vn/') ? text.slice(0, -9) : null,
    ),
  ),
  {
    id: 'links.twice',
    says: 'the link of another procedure',
    fields: ['link_nop'],
    datasets: ['links'],
    rules: ['URL-04', 'URL-03'],
    make: ({ text, sheet, random }) => {
      const others = sheet.records.filter((one) => one['link_nop'] !== text);
      if (others.length === 0) return null;
      const other = random.pick(others);
      return { value: String(other['link_nop']), shownInRows: [other], reaches: 'row' };
    },
  },
  {
    id: 'links.noSso',
    says: 'single sign-on is not configured',
    fields: ['sso'],
    datasets: ['links'],
    rules: ['URL-05'],
    // The national portal itself needs no single sign-on.
    make: ({ text, other }) =>
      text === '' || other('link_nop').startsWith('https://dichvucong.gov.vn/')
        ? null
        : { value: 'Không', shownAt: ['link_nop'] },
  },
];
