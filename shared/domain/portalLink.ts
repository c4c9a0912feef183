import type { WebAddress } from './webAddress.ts';

// What a link says about the systems of public services. Sources: letter 002 (Đồng Nai) §2 b4, rules URL-01…07 and the
// state of the hosts on 25/9/2026 (DOMAIN §9 M).

const RETIRED_HOSTS = new Set(['thutuc.dichvucong.gov.vn', 'csdl.dichvucong.gov.vn']);
const NATIONAL_PORTAL = /^(?:www\.)?dichvucong\.gov\.vn$/;
const PROVINCIAL_PORTAL = /^(?:www\.)?(?:dichvucong|dvc|motcua)\.([a-z0-9-]{2,30})\.gov\.vn$/;
const TEST_LABEL = /^(?:test|demo|dev|uat|sit|stg|staging|beta|sandbox|thunghiem|tapthuan|local)\d{0,3}$/;
const PRIVATE_SUFFIX = /\.(?:local|lan|internal|test|localhost|invalid|example)$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const HOME_PATH = /^\/?(?:(?:home|index|trang-chu|p\/home|default)(?:\.(?:html?|aspx?|jsp|php))?\/?)?$/i;
const LOGIN_PATH = /(?:^|[/_-])(?:dang-?nhap|log-?in|sign-?in)(?:$|[/._-])/i;

/** Whether the host belongs to a state agency: below `.gov.vn`. */
export const isStateHost = (address: WebAddress): boolean => address.host.endsWith('.gov.vn');

/** Whether the link leads to a part of the old national portal that has stopped (rule URL-02). */
export const isRetiredPortal = (address: WebAddress): boolean =>
  RETIRED_HOSTS.has(address.host) || (NATIONAL_PORTAL.test(address.host) && /^\/p\/home\//i.test(address.path));

/** Whether the link leads to a test system: an IP address, localhost, a private name, or a label such as `test` or `uat`
 *  in the host (rule URL-06). */
export function isTestHost(address: WebAddress): boolean {
  const { host } = address;
  if (host === 'localhost' || host.startsWith('[') || /^[\d.]+$/.test(host) || PRIVATE_SUFFIX.test(host)) return true;
  return host.split(/[.-]/).some((label) => TEST_LABEL.test(label));
}

/** Whether the link says no more than the host, or a home page: it does not lead to a procedure (rule URL-03). */
export const isHomePage = (address: WebAddress): boolean =>
  HOME_PATH.test(address.path) && address.query === '' && /^[!/]*$/.test(address.fragment);

/** The id of the procedure that a detail page of the new portal shows,
 *  `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/<uuid v7>` (rule FMT-16); undefined for any other link. */
export function detailPageId(address: WebAddress): string | undefined {
  if (!NATIONAL_PORTAL.test(address.host)) return undefined;
  const id = /^\/thu-tuc-hanh-chinh\/([^/]{36})\/?$/.exec(address.path)?.[1];
  return id !== undefined && UUID_V7.test(id) ? id.toLowerCase() : undefined;
}

/** Whether the link leads to a log-in page of its own, where single sign-on should have spared it (rule URL-05). */
export const isLoginPage = (address: WebAddress): boolean => LOGIN_PATH.test(address.path);

/** The name in a province's or ministry's own portal host: `dongnai` in `motcua.dongnai.gov.vn` (rule URL-07). */
export const portalOwner = (address: WebAddress): string | undefined => PROVINCIAL_PORTAL.exec(address.host)?.[1];
