import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-bundle-'));
const built = path.join(folder, 'built');

beforeAll(async () => {
  await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'silent', build: { outDir: built } });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = (): readonly string[] =>
  readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));

describe('the built command line', () => {
  test('imports nothing but Node itself: no package, and no Electron in any form', () => {
    const text = (name: string): string => readFileSync(path.join(built, name), 'utf8');
    const imported = /^\s*(?:import|export)\b[^'"\n]*from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;
    const foreign = files().flatMap((name) =>
      [...text(name).matchAll(imported)]
        .map(([, from, dynamic]) => from ?? dynamic ?? '')
        .filter((target) => !/^(?:\.|node:)/.test(target) && !builtinModules.includes(target))
        .map((target) => `${name} → ${target}`),
    );
    expect(foreign).toEqual([]);
    expect(
      files().filter((name) => /(?:from|import|require)\s*\(?\s*["']electron(?:-store)?["']/.test(text(name))),
    ).toEqual([]);
  });

  test('runs far from the checkout, its reading worker included', () => {
    const away = path.join(folder, 'away');
    cpSync(built, away, { recursive: true });
    writeFileSync(
      path.join(folder, 'ds.csv'),
      'Mã TTHC;Tên TTHC;Lĩnh vực;Cơ quan thực hiện\n1,000123;Đăng ký khai sinh;Hộ tịch;UBND xã\n',
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(away, 'cli.js'), 'check', path.join(folder, 'ds.csv'), '--format', 'jsonl', '--quiet'],
      { encoding: 'utf8', cwd: folder },
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toContain('"ruleId":"FMT-01"');
  });
});
