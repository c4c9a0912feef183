// Makes a Chromium available for the tests in a real browser: does nothing when one is there, installs Debian's package as
// root, otherwise Playwright's own. Prints the path of the browser, or nothing for Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

const KNOWN = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const find = () => KNOWN.find((file) => file !== undefined && file !== '' && existsSync(file));
const run = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });

let browser = find();
if (browser === undefined && process.getuid?.() === 0 && run('apt-get', '--version').status === 0) {
  console.error('Installing chromium, a few minutes…');
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  browser = find();
}
if (browser === undefined) {
  const own = run('npx', 'playwright', 'install', 'chromium');
  if (own.status !== 0) {
    console.error('No Chromium is here and none could be installed; set CHROMIUM to the path of one.');
    process.exit(1);
  }
}
console.log(browser ?? '');
