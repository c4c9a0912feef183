import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  detailPageId,
  isHomePage,
  isLoginPage,
  isRetiredPortal,
  isStateHost,
  isTestHost,
  portalOwner,
} from '../../../shared/domain/portalLink.ts';
import {
  formatWebAddress,
  parseWebAddress,
  repairWebAddress,
  type WebAddress,
} from '../../../shared/domain/webAddress.ts';

const DETAIL = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-4fc1-768b-9ba3-94be4bca58ee';

function address(text: string): WebAddress {
  const result = parseWebAddress(text);
  if (!result.ok) throw new Error(`${text}: ${result.reason}`);
  return result.value;
}

test('a link is taken apart', () => {
  expect(address(' HTTPS://DichVuCong.gov.vn:8443/p/a?x=1?2#y#z ')).toEqual({
    scheme: 'https',
    host: 'dichvucong.gov.vn',
    port: 8443,
    path: '/p/a',
    query: 'x=1?2',
    fragment: 'y#z',
  });
});

test.each([
  ['', 'empty', 0, 0],
  ['dichvucong.gov.vn/abc', 'noScheme', 0, 0],
  ['motcua.dongnai.gov.vn:8080/x', 'noScheme', 0, 0],
  ['ftp://dichvucong.gov.vn', 'otherScheme', 0, 4],
  ['javascript:alert(1)', 'otherScheme', 0, 11],
  ['mailto:a@gov.vn', 'otherScheme', 0, 7],
  ['https:/dichvucong.gov.vn', 'otherScheme', 0, 6],
  ['https://dich vu cong.gov.vn', 'blank', 12, 13],
  ['https://a.gov.vn https://b.gov.vn', 'several', 0, 33],
  ['https://', 'noHost', 8, 8],
  ['https:///abc', 'noHost', 8, 12],
  ['https://dichvucong.gov.vn@evil.com/', 'credentials', 8, 26],
  ['https://dịchvụcông.gov.vn/', 'badHost', 8, 25],
  ['https://-a.gov.vn/', 'badHost', 8, 17],
  ['https://a..gov.vn/', 'badHost', 8, 17],
  ['https://999.1.1.1/', 'badHost', 8, 17],
  ['https://a.gov.vn:99999/', 'badPort', 16, 22],
  ['https://a.gov.vn:/', 'badPort', 16, 17],
])('%j is refused as %s', (text, reason, start, end) => {
  expect(parseWebAddress(text)).toEqual({ ok: false, reason, span: { start, end } });
});

test('every link can be written and read again', () => {
  const link = fc.record(
    {
      scheme: fc.constantFrom('http' as const, 'https' as const),
      host: fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:\.[a-z]{2,8}){1,3}$/),
      port: fc.integer({ min: 1, max: 65_535 }),
      path: fc.stringMatching(/^(?:\/[a-z0-9.%-]{0,8}){0,3}$/),
      query: fc.stringMatching(/^[a-z0-9=&?/]{0,9}$/),
      fragment: fc.stringMatching(/^[a-z0-9=&?/#]{0,9}$/),
    },
    { requiredKeys: ['scheme', 'host', 'path', 'query', 'fragment'] },
  );
  fc.assert(
    fc.property(link, (value) => {
      expect(parseWebAddress(formatWebAddress(value))).toEqual({ ok: true, value });
    }),
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      parseWebAddress(`https://${text}`);
      repairWebAddress(text);
    }),
  );
});

test.each([
  ['http://dichvucong.gov.vn/a', 'https://dichvucong.gov.vn/a'],
  ['dichvucong.gov.vn', 'https://dichvucong.gov.vn'],
  ['https:/dichvucong.gov.vn/a', 'https://dichvucong.gov.vn/a'],
  ['https://dichvucong.gov.vn/ thu-tuc', 'https://dichvucong.gov.vn/thu-tuc'],
  ['https://dichvucong.gov.vn/', undefined],
  ['https://a.gov.vn https://b.gov.vn', undefined],
  ['không có', undefined],
])('the repair proposed for %j is %j', (text, expected) => {
  expect(repairWebAddress(text)).toBe(expected);
});

describe('what a link leads to', () => {
  test('a detail page of the new portal carries the id of its procedure', () => {
    expect(detailPageId(address(DETAIL))).toBe('019d2bf7-4fc1-768b-9ba3-94be4bca58ee');
    expect(detailPageId(address(DETAIL.replace('768b', '468b')))).toBeUndefined(); // not a version 7 id
    expect(detailPageId(address(DETAIL.replace('gov.vn', 'com.vn')))).toBeUndefined();
  });

  test.each([
    ['https://thutuc.dichvucong.gov.vn/x', true],
    ['https://csdl.dichvucong.gov.vn/', true],
    ['https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=1', true],
    ['https://csdltthc.dichvucong.gov.vn/sso', false],
    [DETAIL, false],
  ])('%s has stopped: %s', (text, expected) => {
    expect(isRetiredPortal(address(text))).toBe(expected);
  });

  test.each([
    ['http://10.0.0.5/nop', true],
    ['http://localhost:3000/', true],
    ['https://test.motcua.dongnai.gov.vn/', true],
    ['https://motcua-uat.dongnai.gov.vn/', true],
    ['https://[::1]/', true],
    ['https://motcua.mst.gov.vn/', false],
    ['https://testament.gov.vn/', false],
  ])('%s is a test system: %s', (text, expected) => {
    expect(isTestHost(address(text))).toBe(expected);
  });

  test.each([
    ['https://dichvucong.gov.vn', true],
    ['https://dichvucong.gov.vn/', true],
    ['https://dichvucong.gov.vn/trang-chu', true],
    ['https://dichvucong.gov.vn/#/', true],
    ['https://dichvucong.gov.vn/?ma=1', false],
    ['https://dichvucong.gov.vn/#/nop-ho-so', false],
    [DETAIL, false],
  ])('%s is a home page: %s', (text, expected) => {
    expect(isHomePage(address(text))).toBe(expected);
  });

  test.each([
    ['https://motcua.dongnai.gov.vn/dang-nhap', true],
    ['https://motcua.dongnai.gov.vn/user/login.aspx', true],
    ['https://motcua.dongnai.gov.vn/blogging', false],
  ])('%s is a log-in page: %s', (text, expected) => {
    expect(isLoginPage(address(text))).toBe(expected);
  });

  test('state hosts and the owners of portals are told by name', () => {
    expect(isStateHost(address('https://motcua.dongnai.gov.vn'))).toBe(true);
    expect(isStateHost(address('https://motcua.dongnai.gov.vn.evil.com'))).toBe(false);
    expect(portalOwner(address('https://dichvucong.binhduong.gov.vn/x'))).toBe('binhduong');
    expect(portalOwner(address(DETAIL))).toBeUndefined();
  });
});
