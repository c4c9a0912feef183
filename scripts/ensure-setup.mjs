// Installs what is missing before any command of this project, and does nothing when it is already there.
// Plain JavaScript for Node >= 20 without dependencies: it runs before anything is installed.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, 'node_modules', '.setup-stamp');
const wanted = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);

console.error(
  'Đang cài đặt thư viện lần đầu (npm ci), mất khoảng một phút… / Installing dependencies, about a minute…',
);
// npm started by npm: its own path is in npm_execpath, so no shell is needed on Windows either.
const npm = process.env.npm_execpath;
const result = npm
  ? spawnSync(process.execPath, [npm, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
  : spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
if (result.status !== 0) {
  console.error(
    'Không cài đặt được thư viện. Kiểm tra kết nối mạng rồi chạy lại. / npm ci failed; check the network and try again.',
  );
  process.exit(result.status ?? 1);
}
mkdirSync(path.dirname(stamp), { recursive: true });
writeFileSync(stamp, wanted);
