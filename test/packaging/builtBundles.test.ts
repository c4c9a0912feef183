import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DesktopBridge } from '../../shared/desktop/bridge.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const out = mkdtempSync(path.join(tmpdir(), 'rasoat-bundles-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const BUNDLES = { ssr: 'node', main: 'main', preload: 'preload' } as const;

beforeAll(async () => {
  const environments = Object.fromEntries(
    Object.entries(BUNDLES).map(([name, folder]) => [name, { build: { outDir: path.join(out, folder) } }]),
  );
  const builder = await createBuilder({
    configFile: path.join(ROOT, 'vite.config.ts'),
    logLevel: 'silent',
    environments,
  });
  for (const name of Object.keys(BUNDLES)) await builder.build(builder.environments[name]!);
});

/** Modules that the files of a bundle load from outside themselves. (A library's templates of code also say `require`, in
 *  texts that are never run; what the bundler leaves to be loaded stands in an assignment or behind `__require`.) */
function loadedBy(folder: string): readonly string[] {
  const loads =
    /^\s*(?:import|export)\b[^'"\n]*from\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|^(?!\s*\*).*(?:=\s*|__)require\(\s*["']([^"']+)["']\s*\)/gm;
  const found = readdirSync(path.join(out, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.c?js$/.test(name))
    .flatMap((name) => [...readFileSync(path.join(out, folder, name), 'utf8').matchAll(loads)])
    .map((match) => match.slice(1).find((one) => one !== undefined)!)
    .filter((target) => !target.startsWith('.') && !target.startsWith('node:') && !builtinModules.includes(target));
  return [...new Set(found)];
}

describe('the built bundles', () => {
  test('that run on Node load nothing but Node itself, so the command line and loopback host never reach Electron', () => {
    expect(loadedBy('node')).toEqual([]);
  });

  test('that run in Electron load nothing but Electron and Node', () => {
    expect(loadedBy('main')).toEqual(['electron']);
  });

  test('give the sandboxed preload as one CommonJS file that loads Electron alone', () => {
    expect(readdirSync(path.join(out, 'preload'))).toEqual(['index.cjs']);
    expect(loadedBy('preload')).toEqual(['electron']);
    expect(readFileSync(path.join(out, 'preload/index.cjs'), 'utf8')).not.toMatch(/^\s*(?:import|export)\s/m);
  });

  test('keep the main process in one file, beside which it finds every other part', () => {
    expect(readdirSync(path.join(out, 'main'))).toEqual(['index.js']);
    expect(readdirSync(path.join(out, 'node'))).toEqual(expect.arrayContaining(['cli.js', 'readingWorker.js']));
  });
});

describe('the built preload', () => {
  /** Runs it as the sandbox would, with a stand-in for the little of Electron that it uses. */
  function inPage() {
    const ipc = new EventEmitter();
    const invoked: unknown[][] = [];
    const exposed: Record<string, DesktopBridge> = {};
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, bridge: DesktopBridge) => (exposed[name] = bridge) },
      ipcRenderer: Object.assign(ipc, {
        invoke: async (...message: unknown[]) => {
          invoked.push(message);
          return { ok: true, value: { id: 'f1', name: 'x', kind: 'folder' } };
        },
      }),
      webUtils: {
        getPathForFile: (file: unknown) => {
          if (typeof file === 'string') return file;
          throw new TypeError('no file');
        },
      },
    };
    const code = readFileSync(path.join(out, 'preload/index.cjs'), 'utf8');
    runInNewContext(code, { require: (name: string) => (name === 'electron' ? electron : undefined) });
    return { ipc, invoked, exposed, bridge: exposed['raSoat']! };
  }

  test('gives the page these calls and nothing else', () => {
    const { exposed, bridge } = inPage();
    expect(Object.keys(exposed)).toEqual(['raSoat']);
    expect(Object.keys(bridge).sort()).toEqual([
      'call',
      'chooseFolder',
      'handlesOf',
      'onDesktop',
      'saveAs',
      'showInFolder',
      'subscribe',
    ]);
  });

  test('sends calls by their name on one channel, and files on another, those without a path left out', async () => {
    const { bridge, invoked } = inPage();
    await bridge.call('jobs.list', {});
    await bridge.handlesOf(['/a.xlsx', '', { path: '/etc/passwd' }, null, '/b.xlsx']);
    expect(await bridge.chooseFolder()).toBe('f1');
    expect(structuredClone(invoked)).toEqual([
      ['rasoat:call', { method: 'jobs.list', input: {} }],
      ['rasoat:drop', ['/a.xlsx', '/b.xlsx']],
      ['rasoat:call', { method: 'desktop.chooseFolder', input: {} }],
    ]);
  });

  test('keeps what happened before the page listened, hands it over once, and none of the events of Electron', () => {
    const { ipc, bridge } = inPage();
    const heard: unknown[] = [];
    ipc.emit('rasoat:desktop', { sender: 'secret' }, { type: 'filesOpened', files: [] });
    const end = bridge.onDesktop((...told) => heard.push(...told));
    ipc.emit('rasoat:desktop', { sender: 'secret' }, { type: 'command', command: 'find' });
    end();
    ipc.emit('rasoat:desktop', { sender: 'secret' }, { type: 'command', command: 'guide' });
    expect(heard).toEqual([
      { type: 'filesOpened', files: [] },
      { type: 'command', command: 'find' },
    ]);
  });
});
