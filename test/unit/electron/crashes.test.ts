import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { handleCrash, keepReport, type CrashDesk } from '../../../electron/main/crashHandling.ts';
import { crashReport } from '../../../electron/main/crashReport.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-crash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const surroundings = {
  version: '0.1.0',
  versions: { electron: '45.4.1', chrome: '156.0', node: '24.18.1', sqlite: '3.53.4', v8: 'x' },
  system: 'Windows_NT 10.0.19045 x64',
  time: '2026-11-21T08:30:00.000Z',
};

/** An error as it comes out of a run over agencies' data on somebody's computer. */
function telltale(): Error {
  const error = new TypeError(
    'Không đọc được "Nguyễn Văn A", CCCD 001099012345, at C:\\Users\\nguyenvana\\Hồ sơ.xlsx:1:1',
  );
  error.stack = [
    `TypeError: ${error.message}`,
    'second line of the message',
    'at home: 12 Lê Lợi',
    '    at judge (C:\\Users\\nguyenvana\\AppData\\Local\\Programs\\ra-soat-tthc\\resources\\app.asar\\out\\main\\index.js:10:5)',
    '    at async Promise.all (index 0)',
    '    at async run (file:///C:/Users/nguyenvana/out/node/chunks/xlsx-1a2b.js:200:17)',
    '    at /home/nguyenvana/x/main.js:1:2',
    '    at new Table (node:internal/process/task_queues:95:5)',
  ].join('\n');
  return Object.assign(error, { code: 'ERR_X' });
}

describe('a crash report', () => {
  test('says what is needed to find the fault', () => {
    expect(crashReport({ what: 'program', reason: 'uncaught', error: telltale() }, surroundings)).toBe(
      [
        'Rà soát TTHC 0.1.0',
        'electron 45.4.1 · chrome 156.0 · node 24.18.1 · sqlite 3.53.4',
        'Windows_NT 10.0.19045 x64',
        '2026-11-21T08:30:00.000Z',
        '',
        'program: uncaught',
        'TypeError (ERR_X)',
        '  at judge index.js:10:5',
        '  at run xlsx-1a2b.js:200:17',
        '  at ? main.js:1:2',
        '  at Table task_queues:95:5',
        '',
      ].join('\n'),
    );
  });

  test('holds no cell, no user name and no path', () => {
    const report = crashReport({ what: 'program', reason: 'uncaught', error: telltale() }, surroundings);
    for (const secret of ['Nguyễn', '001099012345', 'nguyenvana', 'Hồ sơ', 'Users', 'Lê Lợi', 'second line']) {
      expect(report).not.toContain(secret);
    }
  });

  test('can be made of anything that was thrown', () => {
    for (const error of [
      undefined,
      null,
      'text with Nguyễn Văn A',
      { message: 'x' },
      Object.assign(new Error('x'), { stack: undefined }),
    ]) {
      expect(crashReport({ what: 'process', reason: 'oom\nNguyễn', error }, surroundings)).toContain('process: oom');
    }
  });
});

describe('after a crash', () => {
  function desk(presses: readonly number[]) {
    const asked: string[][] = [];
    const copied: string[] = [];
    const left = [...presses];
    const made: CrashDesk = {
      folder,
      language: () => 'vi',
      surroundings: () => surroundings,
      ask: async (_message, _detail, buttons) => {
        asked.push([...buttons]);
        return left.shift() ?? 1;
      },
      copy: (text) => copied.push(text),
    };
    return { made, asked, copied };
  }

  test('the report is kept, and can be copied as often as wanted before going on', async () => {
    const { made, asked, copied } = desk([0, 0, 1]);
    expect(await handleCrash({ what: 'window', reason: 'oom' }, made)).toBe('reopen');
    expect(asked[0]).toEqual(['Sao chép báo cáo', 'Mở lại cửa sổ', 'Đóng chương trình']);
    expect(copied).toHaveLength(2);
    expect(readFileSync(path.join(folder, readdirSync(folder)[0]!), 'utf8')).toBe(copied[0]);
  });

  test('of the program itself, only closing is offered', async () => {
    const { made, asked } = desk([1]);
    expect(await handleCrash({ what: 'program', reason: 'uncaught' }, made)).toBe('quit');
    expect(asked[0]).toEqual(['Sao chép báo cáo', 'Đóng chương trình']);
  });

  test('a report that can not be kept can still be copied', async () => {
    const { made, copied } = desk([0, 1]);
    await handleCrash({ what: 'window', reason: 'crashed' }, { ...made, folder: path.join(folder, 'a\u0000b') });
    expect(copied[0]).toContain('window: crashed');
  });

  test('the oldest reports make room', async () => {
    const place = path.join(folder, 'many');
    for (let day = 10; day < 35; day += 1) await keepReport(place, `2026-11-${day}T00:00:00.000Z`, 'x');
    const kept = readdirSync(place).sort();
    expect([kept.length, kept[0]]).toEqual([20, '2026-11-15T00-00-00-000Z.txt']);
  });
});
