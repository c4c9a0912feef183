import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoopback, type LoopbackHost } from '../../electron/loopback/server.ts';
import type { PortBackend } from '../../electron/node/transport/portBackend.ts';

/** What a stranger sends; `path` as it is, not tidied up as `fetch` does. */
interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

describe('the local server lets in only the page that it served', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'rasoat-pages-'));
  let host: LoopbackHost;
  const calls: string[] = [];
  const backend: PortBackend = {
    call: (method) => {
      calls.push(method);
      return Promise.resolve({ ok: true, value: {} });
    },
    subscribe: () => () => {},
    grant: () => {},
    resolve: () => Promise.resolve({ ok: false, error: { code: 'handle.unknown', params: {}, retryable: false } }),
    stopped: () => {},
  };
  beforeAll(async () => {
    writeFileSync(path.join(root, 'index.html'), '<script nonce="__CSP_NONCE__" type="module" src="/a.js"></script>');
    writeFileSync(path.join(root, 'a.js'), '');
    writeFileSync(path.join(root, 'a.js.map'), '{}');
    host = await startLoopback(root, backend);
  });
  afterAll(async () => {
    await host[Symbol.asyncDispose]();
    rmSync(root, { recursive: true, force: true });
  });

  const send = ({ method = 'POST', path: target, headers = {}, body = '' }: Sent) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
      const { port } = new URL(host.origin);
      const asked = request({ host: '127.0.0.1', port, method, path: target, headers, setHost: !('host' in headers) });
      asked.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      asked.end(body);
    });
  const json = { 'content-type': 'application/json' };
  const own = (): Record<string, string> => ({ ...json, 'x-ra-soat-token': host.token });

  test('with the token a call goes through', async () => {
    const { status, text } = await send({ path: '/api/rounds.list', headers: own(), body: '{}' });
    expect([status, JSON.parse(text)]).toEqual([200, { ok: true, value: {} }]);
    expect(calls).toEqual(['rounds.list']);
  });

  test.each<[string, () => Sent, number]>([
    ['no token', () => ({ path: '/api/rounds.list', headers: json, body: '{}' }), 401],
    ['a wrong token', () => ({ path: '/api/x', headers: { ...json, 'x-ra-soat-token': 'x'.repeat(32) } }), 401],
    ['a token in the address', () => ({ path: `/api/x?t=${host.token}`, headers: json }), 401],
    ['another host name (DNS rebinding)', () => ({ path: '/api/x', headers: { ...own(), host: 'evil.example' } }), 421],
    ['another port in the host name', () => ({ path: '/', method: 'GET', headers: { host: '127.0.0.1:1' } }), 421],
    ['localhost instead of the address', () => ({ path: '/', method: 'GET', headers: { host: 'localhost' } }), 421],
    ['a foreign origin', () => ({ path: '/api/x', headers: { ...own(), origin: 'http://evil.example' } }), 403],
    ['the origin "null" of a sandboxed frame', () => ({ path: '/api/x', headers: { ...own(), origin: 'null' } }), 403],
    ['a cross-site request', () => ({ path: '/api/x', headers: { ...own(), 'sec-fetch-site': 'cross-site' } }), 403],
    ['a preflight', () => ({ path: '/api/x', method: 'OPTIONS', headers: { origin: 'http://evil.example' } }), 403],
    ['another method', () => ({ path: '/api/x', method: 'DELETE', headers: own() }), 405],
    ['a handle that was never given', () => ({ path: '/api/files/abc', method: 'GET', headers: own() }), 404],
    ['a path as a handle', () => ({ path: '/api/files/..%2F..%2Fetc%2Fpasswd', method: 'GET', headers: own() }), 404],
    ['events without the token', () => ({ path: '/api/events', method: 'GET' }), 401],
    ['a file outside of the screen', () => ({ path: '/../package.json', method: 'GET' }), 404],
    ['the same, encoded', () => ({ path: '/%2e%2e/package.json', method: 'GET' }), 404],
    ['a map of the sources', () => ({ path: '/a.js.map', method: 'GET' }), 404],
  ])('refused: %s', async (_what, sent, status) => {
    const before = calls.length;
    const answer = await send(sent());
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(calls.length).toBe(before);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded'])('a call as %s is no call', async (type) => {
    const { text } = await send({ path: '/api/x', headers: { ...own(), 'content-type': type }, body: '{}' });
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'contract.badInput' } });
  });

  test.each(['../x.xlsx', '/etc/x', 'a/../../x', 'C:\\x', 'a\u0000b', '', 'a//b', 'x'.repeat(500)])(
    'a file named %j is not taken',
    async (name) => {
      const target = `/api/files?name=${encodeURIComponent(name)}`;
      const { text } = await send({ method: 'PUT', path: target, headers: own(), body: 'x' });
      expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'upload.badName' } });
    },
  );

  test('a file is taken under an ordinary name, and its handle tells nothing of where it lies', async () => {
    const target = `/api/files?name=${encodeURIComponent('Sở A/danh mục.xlsx')}`;
    const { text } = await send({ method: 'PUT', path: target, headers: own(), body: 'x' });
    const { ok, value } = JSON.parse(text) as { ok: boolean; value: Record<string, string> };
    expect([ok, Object.keys(value).sort()]).toEqual([true, ['id', 'kind', 'name']]);
    expect(value['id']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('every page comes with its own nonce, the strict policy, and no cookie', async () => {
    const [one, two] = [await send({ method: 'GET', path: '/' }), await send({ method: 'GET', path: '/' })];
    const nonceOf = (text: string): string => /nonce="([\w-]+)"/.exec(text)![1]!;
    expect(nonceOf(one.text)).not.toBe(nonceOf(two.text));
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonceOf(one.text)}'`);
    expect(one.headers['content-security-policy']).toContain("default-src 'none'");
    expect(one.headers['set-cookie']).toBeUndefined();
    expect(one.text).not.toContain(host.token);
  });
});
