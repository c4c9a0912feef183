import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NONCE_PLACEHOLDER, REPORT_POLICY } from '../../../electron/node/web/contentSecurityPolicy.ts';
import { rendererPages } from '../../../electron/node/web/rendererPages.ts';

const CHROMIUM = '/usr/bin/chromium';
/** The browser reports a refusal a little after it. */
const PATIENCE = { timeout: 20_000 };
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-policy-'));

/** What a hostile cell might hold, put into the page as markup. Each would leave its mark on `ran`. */
const ATTACKS: Readonly<Record<string, string>> = {
  handler: '<img src="/none.png" onerror="ran.push(1)">',
  inline: '<script>ran.push(2)</script>',
  'file of ours': '<script src="/assets/mark.js"></script>',
  elsewhere: '<script src="https://example.invalid/x.js"></script>',
  address: '<a id="link" href="javascript:ran.push(5)">x</a>',
  style: '<style>body{display:none}</style><p style="position:fixed">x</p>',
  base: '<base href="https://example.invalid/">',
  frame: '<iframe src="/index.html"></iframe>',
  object: '<object data="/index.html"></object>',
};

const files: Readonly<Record<string, string>> = {
  'index.html': `<!doctype html><title>waiting</title>
    <script type="module" nonce="${NONCE_PLACEHOLDER}" src="/assets/app.js"></script><body></body>`,
  'hostile.html': `<!doctype html><script nonce="${NONCE_PLACEHOLDER}">globalThis.ran = []</script>
    <body>${Object.values(ATTACKS).join('\n')}</body>`,
  'assets/app.js':
    "import { name } from '/assets/part.js'; document.title = name + (await import('/assets/later.js')).name;",
  'assets/part.js': "export const name = 'Rà soát ';",
  'assets/later.js': "export const name = 'TTHC';",
  'assets/mark.js': 'ran.push(3)',
};

describe.skipIf(!existsSync(CHROMIUM))('the policy in Chromium (needs /usr/bin/chromium)', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(path.join(folder, 'assets'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    const pages = await rendererPages(folder);
    server = createServer((request, response) => {
      void pages(request.method ?? '', request.url ?? '').then(({ status, headers, body }) =>
        response.writeHead(status, headers).end(body),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: CHROMIUM });
    page = await browser.newPage({ baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await page.addInitScript(
      "globalThis.refused = []; addEventListener('securitypolicyviolation', (one) => refused.push(one.effectiveDirective))",
    );
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('lets our modules and what they import run, at once and later, without a complaint', async () => {
    await page.goto('/');
    await expect.poll(() => page.title(), PATIENCE).toBe('Rà soát TTHC');
    expect(await page.evaluate('refused')).toEqual([]);
  });

  test('runs nothing and styles nothing that came in as markup', async () => {
    await page.goto('/hostile.html');
    await page.evaluate("document.getElementById('link').click()");
    const directives = [
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
      'style-src-attr',
      'base-uri',
      'frame-src',
      'object-src',
    ];
    await expect.poll(() => page.evaluate('refused'), PATIENCE).toEqual(expect.arrayContaining(directives));
    expect(await page.evaluate('ran')).toEqual([]);
    expect(
      await page.evaluate(
        "getComputedStyle(document.body).display + getComputedStyle(document.querySelector('p')).position",
      ),
    ).toBe('blockstatic');
    expect(await page.evaluate('document.baseURI')).not.toContain('example.invalid');
  });

  test('lets no script of the page turn text into markup or code, and makes one exception by name', async () => {
    await page.goto('/');
    const outcome = (code: string) =>
      page.evaluate(`(() => { try { ${code}; return 'done' } catch { return 'refused' } })()`);
    expect(await outcome("document.body.innerHTML = '<b>x</b>'")).toBe('refused');
    expect(await outcome("document.createElement('iframe').srcdoc = '<p>x'")).toBe('refused');
    expect(await outcome("trustedTypes.createPolicy('default', { createHTML: (text) => text })")).toBe('refused');
    expect(await outcome(`trustedTypes.createPolicy('${REPORT_POLICY}', { createHTML: (text) => text })`)).toBe('done');
    expect(await outcome(`trustedTypes.createPolicy('${REPORT_POLICY}', { createHTML: (text) => text })`)).toBe(
      'refused',
    );
  });

  test('sends nothing anywhere', async () => {
    await page.goto('/');
    const sent = "fetch('https://example.invalid/').then(() => 'sent', () => 'refused')";
    expect(await page.evaluate(sent)).toBe('refused');
    await expect.poll(() => page.evaluate('refused'), PATIENCE).toContain('connect-src');
  });
});
