import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy, withNonce } from './contentSecurityPolicy.ts';

/** An answer to a request for a file of the screen, whatever carries it (`app://` or HTTP). */
export interface WebAnswer {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Kinds of files that a built screen consists of; anything else in its folder is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const SAME_FOR_ALL = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

interface ServedFile {
  readonly file: string;
  readonly type: string;
}

/** Files of the built screen by their URL path (`/assets/app.js`); maps of sources stay out. */
async function servedFiles(root: string): Promise<ReadonlyMap<string, ServedFile>> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const served = new Map<string, ServedFile>();
  for (const entry of found) {
    const type = TYPES[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    served.set(`/${path.relative(root, file).split(path.sep).join('/')}`, { file, type });
  }
  return served;
}

const refusal = (status: 404 | 405): WebAnswer => ({
  status,
  headers: { ...SAME_FOR_ALL, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode(status === 404 ? 'Not found' : 'Method not allowed'),
});

/** Serves a built screen. What may be asked for is listed once, here; a path that is not literally on the list is not
 *  looked for on the disk, so that no spelling of `..` can leave the folder. Pages carry a fresh nonce and its policy.
 *  @param root  folder that holds `index.html`
 *  @returns gives the answer for a method and a URL path (no query, not decoded)
 *  @throws the file system's error when the folder can't be listed */
export async function rendererPages(root: string): Promise<(method: string, urlPath: string) => Promise<WebAnswer>> {
  const files = await servedFiles(root);
  return async (method, urlPath) => {
    if (method !== 'GET') return refusal(405);
    const served = files.get(urlPath === '/' ? '/index.html' : urlPath);
    if (served === undefined) return refusal(404);
    const content = await readFile(served.file);
    if (!served.type.startsWith('text/html')) {
      // Their names carry a hash of their content, so what was once read stays right.
      const cache = urlPath.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
      return {
        status: 200,
        headers: { ...SAME_FOR_ALL, 'content-type': served.type, 'cache-control': cache },
        body: content,
      };
    }
    const nonce = randomBytes(18).toString('base64url');
    return {
      status: 200,
      headers: {
        ...SAME_FOR_ALL,
        'content-type': served.type,
        'cache-control': 'no-store',
        'content-security-policy': contentSecurityPolicy(nonce),
      },
      body: new TextEncoder().encode(withNonce(content.toString('utf8'), nonce)),
    };
  };
}
