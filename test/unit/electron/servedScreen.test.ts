import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appResponse, type Pages } from '../../../electron/main/appProtocol.ts';
import { isOwnAddress } from '../../../electron/main/ownOrigin.ts';
import {
  contentSecurityPolicy,
  NONCE_PLACEHOLDER,
  withNonce,
} from '../../../electron/node/web/contentSecurityPolicy.ts';
import { rendererPages } from '../../../electron/node/web/rendererPages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-screen-'));
const root = path.join(folder, 'screen');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let pages: Pages;
beforeAll(async () => {
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), `<script nonce="${NONCE_PLACEHOLDER}"></script>Rà soát`);
  writeFileSync(path.join(root, 'assets/app-1.js'), 'export {};');
  writeFileSync(path.join(root, 'assets/app-1.js.map'), '{}');
  writeFileSync(path.join(root, 'assets/font.woff2'), 'font');
  writeFileSync(path.join(root, 'notes.txt'), 'notes');
  writeFileSync(path.join(folder, 'secret.json'), '{"secret":true}');
  pages = await rendererPages(root);
});

const directives = (policy: string): ReadonlyMap<string, string> =>
  new Map(policy.split('; ').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]));

describe('the content security policy', () => {
  test('lets only what carries the nonce of the response run or style the page', () => {
    const policy = directives(contentSecurityPolicy('0123456789abcdef'));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'nonce-0123456789abcdef'");
    expect(policy.get('style-src')).toBe("'nonce-0123456789abcdef'");
    expect(policy.get('style-src-attr')).toBe("'none'");
    for (const closed of [
      'object-src',
      'frame-ancestors',
      'base-uri',
      'form-action',
      'worker-src',
      'script-src-attr',
    ]) {
      expect(policy.get(closed)).toBe("'none'");
    }
  });

  test('opens no way out: no address but our own, no inline, no eval', () => {
    const policy = contentSecurityPolicy('0123456789abcdef');
    expect(policy).not.toMatch(/https?:|\*|unsafe-|strict-dynamic/);
  });

  test.each(["abc' 'unsafe-inline", 'short', "0123456789abcdef'; script-src *", '0123456789abcdef\n'])(
    'refuses %j as a nonce',
    (nonce) => {
      expect(() => contentSecurityPolicy(nonce)).toThrow('nonce');
    },
  );

  test('has its nonce at every place of the page that was built for one', () => {
    expect(withNonce(`<a ${NONCE_PLACEHOLDER}><b ${NONCE_PLACEHOLDER}>`, 'n')).toBe('<a n><b n>');
  });
});

describe('the screen as it is served', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/app-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
  ])('gives %s as %s', async (place, type) => {
    const { status, headers } = await pages('GET', place);
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, type, 'nosniff']);
  });

  test('carries a nonce of its own in each response, the same in page and policy', async () => {
    const seen = await Promise.all([pages('GET', '/'), pages('GET', '/')]);
    const nonces = seen.map(({ body, headers }) => {
      const [, inPage] = /nonce="([^"]+)"/.exec(new TextDecoder().decode(body)) ?? [];
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy(inPage!));
      return inPage;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  test.each([
    '/../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/../../secret.json',
    '/assets/..\\..\\secret.json',
    '//secret.json',
    '/./index.html',
    '/assets',
    '/assets/',
    '/assets/app-1.js.map',
    '/notes.txt',
    '/__proto__',
    '',
    `/${path.join(folder, 'secret.json')}`,
  ])('does not give %s', async (place) => {
    expect((await pages('GET', place)).status).toBe(404);
  });

  test('gives nothing but its listed files, however the path is spelled', async () => {
    const listed = new Set(['/', '/index.html', '/assets/app-1.js', '/assets/font.woff2']);
    const piece = fc.constantFrom('/', '..', '.', '%2e', '%2f', '\\', 'assets', 'secret.json', 'index.html', '\u0000');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const place = pieces.join('');
        expect((await pages('GET', place)).status).toBe(listed.has(place) ? 200 : 404);
      }),
    );
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('does not answer %s', async (method) => {
    expect((await pages(method, '/')).status).toBe(405);
  });
});

describe('the app:// scheme', () => {
  test.each([
    ['app://rasoat/', 200],
    ['app://rasoat/index.html?x=1#y', 200],
    ['app://rasoat/assets/app-1.js', 200],
    ['app://rasoat/../../secret.json', 404],
    ['app://rasoat/%2e%2e/secret.json', 404],
    ['app://rasoat/..%5c..%5csecret.json', 404],
    ['app://other/', 404],
    ['app://rasoat.example/', 404],
    ['app://user@rasoat/', 404],
    ['app://rasoat:8080/', 404],
  ])('answers %s with %i', async (url, status) => {
    expect((await appResponse(pages)({ method: 'GET', url })).status).toBe(status);
  });

  test.each([
    ['app://rasoat', true],
    ['app://rasoat/x', true],
    ['https://rasoat/', false],
    ['https://evil.example/?next=app://rasoat/', false],
    ['app://rasoat.evil.example/', false],
    ['app://evil.example/app://rasoat/', false],
    ['file:///C:/app://rasoat/', false],
    ['javascript:app://rasoat/', false],
    ['', false],
  ])('%s is our own address: %s', (address, own) => {
    expect(isOwnAddress(address)).toBe(own);
  });
});
