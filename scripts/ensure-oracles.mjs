// Makes the independent spreadsheet readers available with which the tests compare cells (openpyxl and xlrd, of Debian's own
// Python): does nothing when they are there, installs Debian's packages as root, and otherwise ends with 1 and a sentence
// that says what is missing.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const PACKAGES = ['python3-openpyxl', 'python3-xlrd'];
const run = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 });
const areThere = () =>
  ['/usr/bin/python3', 'python3'].some((python) => run(python, '-c', 'import openpyxl, xlrd').status === 0);

if (areThere()) process.exit(0);
if (process.getuid?.() !== 0 || run('apt-get', '--version').status !== 0) {
  console.error(`${PACKAGES.join(' and ')} are missing and can only be installed by root on Debian (apt-get install).`);
  process.exit(1);
}
console.error(`Installing ${PACKAGES.join(' and ')}…`);
run('apt-get', 'update');
const installed = run('apt-get', 'install', '-y', '--no-install-recommends', ...PACKAGES);
if (installed.status === 0 && areThere()) process.exit(0);
console.error(`They could not be installed: ${(installed.stderr || String(installed.error ?? '')).trim().slice(-300)}`);
process.exit(1);
