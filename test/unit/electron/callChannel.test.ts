import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  answerCalls,
  answerDrops,
  CALL_CHANNEL,
  DESKTOP_CHANNEL,
  DROP_CHANNEL,
  EVENT_CHANNEL,
  type HostMethods,
} from '../../../electron/main/callChannel.ts';
import { TrustedSenders } from '../../../electron/main/security/trustedSender.ts';
import { replied } from '../../../shared/contract/envelope.ts';
import { FakeIpc, ownMessage } from './fakes.ts';

function channel(hostMethods: HostMethods = {}) {
  const ipc = new FakeIpc();
  const senders = new TrustedSenders();
  senders.trust(1);
  const passedOn: unknown[] = [];
  const adopted: unknown[] = [];
  const failures: string[] = [];
  answerCalls(ipc, {
    senders,
    hostMethods,
    backend: {
      call: async (method, input) => {
        passedOn.push([method, input]);
        return replied('from the services');
      },
    },
    onFailure: (method) => failures.push(method),
  });
  answerDrops(ipc, senders, async (paths) => {
    adopted.push(...paths);
    return replied([]);
  });
  const call = (message: unknown, event = ownMessage()) => ipc.send(CALL_CHANNEL, event, message);
  const drop = (message: unknown, event = ownMessage()) => ipc.send(DROP_CHANNEL, event, message);
  return { call, drop, passedOn, adopted, failures, senders };
}

const refusal = (code: string) => ({ ok: false, error: { code } });

describe('a call of the screen', () => {
  test('reaches the services when its name is one of the contract', async () => {
    const { call, passedOn } = channel();
    expect(await call({ method: 'jobs.list', input: {} })).toEqual(replied('from the services'));
    expect(passedOn).toEqual([['jobs.list', {}]]);
  });

  test('is answered by the host itself when it is one of its own', async () => {
    const { call, passedOn } = channel({ 'host.about': async () => replied('here') });
    expect(await call({ method: 'host.about', input: {} })).toEqual(replied('here'));
    expect(passedOn).toEqual([]);
  });

  test.each(['no.such', 'constructor', '__proto__', 'toString', 'hasOwnProperty', ''])(
    'is refused when its name is %j',
    async (method) => {
      const { call, passedOn } = channel();
      expect(await call({ method, input: {} })).toMatchObject(refusal('contract.unknownMethod'));
      expect(passedOn).toEqual([]);
    },
  );

  test.each([
    ['no object', 'jobs.list'],
    ['nothing', undefined],
    ['a number as name', { method: 1, input: {} }],
    ['an endless name', { method: 'x'.repeat(101), input: {} }],
    ['more than is asked', { method: 'jobs.list', input: {}, path: 'C:\\' }],
  ])('is refused when it is %s', async (_what, message) => {
    expect(await channel().call(message)).toMatchObject(refusal('host.badCall'));
  });

  test.each([
    ['another origin', ownMessage({ origin: 'https://evil.example' })],
    ['an origin that only begins like ours', ownMessage({ origin: 'app://rasoat.evil.example' })],
    ['an opaque origin', ownMessage({ origin: 'null' })],
    ['a frame inside the page', ownMessage({ frame: 'inner' })],
    ['a frame that has gone', ownMessage({ frame: 'gone' })],
    ['a window that we did not open', ownMessage({ id: 2 })],
  ])('is refused when it comes from %s, before it is even read', async (_what, event) => {
    const { call, drop, passedOn, adopted } = channel();
    expect(await call({ method: 'jobs.list', input: {} }, event)).toMatchObject(refusal('host.refusedSender'));
    expect(await drop(['/a.xlsx'], event)).toMatchObject(refusal('host.refusedSender'));
    expect([passedOn, adopted]).toEqual([[], []]);
  });

  test('is refused once its window is closed', async () => {
    const { call, senders } = channel();
    senders.forget(1);
    expect(await call({ method: 'jobs.list', input: {} })).toMatchObject(refusal('host.refusedSender'));
  });

  test('gets an answer and no exception when the host fails, and the host notes it', async () => {
    const { call, failures } = channel({ 'host.about': () => Promise.reject(new Error('C:\\Users\\a: boom')) });
    const reply = await call({ method: 'host.about', input: {} });
    expect(reply).toEqual({
      ok: false,
      error: { code: 'host.failed', params: { method: 'host.about' }, retryable: false },
    });
    expect(failures).toEqual(['host.about']);
  });
});

test.each([['no list'], [[1]], [['']], [Array.from({ length: 10_001 }, () => '/x')], [undefined]])(
  'dropped files that are %j are refused',
  async (message) => {
    expect(await channel().drop(message)).toMatchObject(refusal('host.badCall'));
  },
);

test('the preload speaks on the same channels as the main process, and on no other', () => {
  const source = readFileSync(path.resolve(import.meta.dirname, '../../../electron/preload/index.ts'), 'utf8');
  const named = [...source.matchAll(/'(rasoat:[\w:]+)'/g)].map(([, name]) => name);
  expect(named).toEqual([CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL, DESKTOP_CHANNEL]);
});
