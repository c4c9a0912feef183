import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { NtExecutable, NtExecutableResource } from 'resedit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { APP_ID } from '../../electron/main/places.ts';
import { writeStandInElectron, writeStandInProject } from './standIn.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILDER = path.join(ROOT, 'node_modules/electron-builder/cli.js');
const absent = !existsSync(BUILDER);

/** States of a fuse, as the program's bytes tell them. */
const ENABLED = '1'.charCodeAt(0);
const DISABLED = '0'.charCodeAt(0);

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-package-'));
const project = path.join(folder, 'project');
const electronDist = path.join(folder, 'electron');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Configuration = Record<string, unknown> & { readonly nsis: object; readonly win: object };
const shipped = parse(readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8')) as Configuration;

/** Packs the stand-in project with our configuration, changed as said, without the network. */
function pack(changes: Readonly<Record<string, unknown>> = {}) {
  const file = path.join(project, 'electron-builder.yml');
  const local = { electronDist, electronVersion: '45.4.1', win: { ...shipped.win, signAndEditExecutable: false } };
  writeFileSync(file, stringify({ ...shipped, ...local, ...changes }));
  return spawnSync(process.execPath, [BUILDER, '--win', '--dir', '--x64', '--publish', 'never'], {
    cwd: project,
    encoding: 'utf8',
    timeout: 55_000,
    env: { ...process.env, npm_config_offline: 'true', CI: '' },
  });
}

describe.skipIf(absent)('the Windows package (needs electron-builder in node_modules)', () => {
  const unpacked = path.join(project, 'release/win-unpacked');
  const program = path.join(unpacked, 'RaSoatTTHC.exe');
  const archive = path.join(unpacked, 'resources/app.asar');

  beforeAll(() => {
    mkdirSync(project);
    writeStandInElectron(electronDist);
    writeStandInProject(project);
    const { status, stdout, stderr } = pack();
    expect(status, `${stdout}\n${stderr}`).toBe(0);
  });

  test('holds the built bundles and nothing else: no library, source, map, sample or secret', () => {
    const folders = new Set(['out', 'out/main', 'out/node', 'out/node/chunks', 'out/preload', 'out/renderer']);
    const listed = listPackage(archive, { isPack: false })
      .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
      .filter((name) => !folders.has(name) && name !== 'out/renderer/assets');
    expect(listed.sort()).toEqual([
      'out/main/index.js',
      'out/node/chunks/xlsx-1.js',
      'out/node/cli.js',
      'out/node/readingWorker.js',
      'out/node/workbenchWorker.js',
      'out/preload/index.cjs',
      'out/renderer/assets/app-1.js',
      'out/renderer/index.html',
      'package.json',
    ]);
  });

  test('starts from the built main bundle', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'ra-soat-tthc', main: 'out/main/index.js', type: 'module' });
  });

  test('brings Vietnamese and English only', () => {
    expect(readdirSync(path.join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'vi.pak']);
  });

  test('has its fuses set so that nobody can run other code in its name', async () => {
    const wire = await getCurrentFuseWire(program);
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ];
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => ENABLED));
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => DISABLED));
  });

  test("carries the hash of the archive's header in the program, for Electron to compare at every start", () => {
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
    const stored = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
    const [integrity] = JSON.parse(Buffer.from(stored!.bin).toString('utf8')) as [Record<string, string>];
    const content = readFileSync(archive);
    const header = content.subarray(16, 16 + content.readUInt32LE(12));
    expect(integrity).toEqual({
      file: String.raw`resources\app.asar`,
      alg: 'SHA256',
      value: createHash('sha256').update(header).digest('hex'),
    });
  });
});

describe.skipIf(absent)('the packaging configuration (needs electron-builder in node_modules)', () => {
  test.each([
    ['a key that does not exist', { asarr: true }, 'asarr'],
    ['an unknown installer option', { nsis: { ...shipped.nsis, silent: true } }, 'nsis'],
  ])('is refused with %s', (_what, changes, named) => {
    const { status, stdout, stderr } = pack(changes);
    expect(status).not.toBe(0);
    expect(`${stdout}${stderr}`).toContain(named);
  });

  test('publishes nowhere and keeps its identity', () => {
    expect(APP_ID).toBe('vn.gov.rasoat-tthc.desktop');
    expect(shipped).toMatchObject({
      appId: APP_ID,
      publish: null,
      msi: { upgradeCode: '8B6C2F1E-5D0A-4C57-9A3B-0E7F4D2C9B61' },
    });
  });

  test('has Vietnamese for every text of the installer', () => {
    const templates = path.join(ROOT, 'node_modules/app-builder-lib/templates/nsis');
    const texts = ['messages.yml', 'assistedMessages.yml'].flatMap((name) =>
      Object.keys(parse(readFileSync(path.join(templates, name), 'utf8')) as object),
    );
    const ours = readFileSync(path.join(ROOT, 'electron/resources/installer.nsh'), 'utf8');
    const given = [...ours.matchAll(/^\s*LangString (\w+) \$\{LANG_VIETNAMESE\} "[^"\n]+"$/gm)].map(([, id]) => id);
    expect(new Set(given)).toEqual(new Set(texts));
  });
});
