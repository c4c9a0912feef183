import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What Electron's binary carries so that its fuses can be found: a marker, the form (1), their number, their states. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('101100011', 'latin1'),
]);

/** An empty Windows program with version information in one language, and a fuse wire. */
function standInProgram(): Uint8Array {
  const program = NtExecutable.createEmpty(false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(45, 4, 1, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), FUSE_WIRE]);
}

/** A folder that looks to the packager like an unpacked Electron for Windows. */
export function writeStandInElectron(folder: string): void {
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'electron.exe': standInProgram(),
    version: '45.4.1',
    LICENSE: 'stand-in',
    'LICENSES.chromium.html': '<p>stand-in</p>',
    'icudtl.dat': 'stand-in',
    'resources.pak': 'stand-in',
    'ffmpeg.dll': 'stand-in',
    'locales/vi.pak': 'stand-in',
    'locales/en-US.pak': 'stand-in',
    'locales/fr.pak': 'stand-in',
    'resources/.keep': '',
  };
  write(folder, files);
}

/** A project like ours after `npm run build`, with what must not be shipped lying about. */
export function writeStandInProject(folder: string): void {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
  write(folder, {
    'package.json': JSON.stringify({
      ...manifest,
      dependencies: { 'some-library': '1.0.0' },
      devDependencies: {},
      optionalDependencies: {},
    }),
    'node_modules/some-library/package.json': '{"name":"some-library","version":"1.0.0"}',
    'node_modules/some-library/index.js': '',
    'out/main/index.js': 'export {};',
    'out/main/index.js.map': '{}',
    'out/preload/index.cjs': '',
    'out/node/cli.js': '',
    'out/node/workbenchWorker.js': '',
    'out/node/readingWorker.js': '',
    'out/node/chunks/xlsx-1.js': '',
    'out/renderer/index.html': '<!doctype html>',
    'out/renderer/assets/app-1.js': '',
    'out/renderer/assets/app-1.js.map': '{}',
    'out/mau/don-vi/xa-an-lao/danh-sach-tthc.xlsx': 'sample of the demo',
    'electron/main/index.ts': '',
    'shared/result.ts': '',
    'test/secret.test.ts': '',
    '.env': 'PASSWORD=x',
    'README.md': '',
  });
  cpSync(path.join(ROOT, 'electron/resources'), path.join(folder, 'electron/resources'), { recursive: true });
}

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
