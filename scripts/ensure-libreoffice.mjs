// Makes LibreOffice available for the tests that open workbooks and documents in it: does nothing when it is there,
// installs Debian's package as root, and otherwise ends with 1 and a sentence that says what is missing.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const run = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 });
const isThere = () =>
  run('soffice', '--version').status === 0 &&
  ['libreoffice-calc', 'libreoffice-writer'].every((name) => run('dpkg', '-s', name).status === 0);

if (isThere()) process.exit(0);
if (process.getuid?.() !== 0 || run('apt-get', '--version').status !== 0) {
  console.error(
    'LibreOffice is missing and can only be installed by root on Debian (apt-get install libreoffice-calc libreoffice-writer).',
  );
  process.exit(1);
}
console.error('Installing libreoffice-calc and libreoffice-writer, a few minutes…');
run('apt-get', 'update');
const installed = run('apt-get', 'install', '-y', '--no-install-recommends', 'libreoffice-calc', 'libreoffice-writer');
if (installed.status === 0 && isThere()) process.exit(0);
console.error(
  `LibreOffice could not be installed: ${(installed.stderr || String(installed.error ?? '')).trim().slice(-300)}`,
);
process.exit(1);
