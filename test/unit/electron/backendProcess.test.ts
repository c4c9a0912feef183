import { describe, expect, test } from 'vitest';
import { startBackend } from '../../../electron/main/backendProcess.ts';
import { HandleRegistry } from '../../../electron/node/web/fileHandles.ts';
import { replied } from '../../../shared/contract/envelope.ts';
import { FakeChild } from './fakes.ts';

function services(maxRestarts = 2) {
  const children: FakeChild[] = [];
  const registry = new HandleRegistry();
  const stops: [number, boolean][] = [];
  const backend = startBackend({
    fork: () => {
      const child = new FakeChild();
      children.push(child);
      return child;
    },
    grants: () => registry.grants(),
    maxRestarts,
    onStopped: (code, willRestart) => stops.push([code, willRestart]),
  });
  return { backend, children, registry, stops, child: () => children.at(-1)! };
}

const stopped = { ok: false, error: { code: 'host.workerStopped' } };

describe('the services in their own process', () => {
  test('answer each call by its number, in whatever order', async () => {
    const { backend, child } = services();
    const first = backend.call('jobs.list', {});
    const second = backend.call('host.about', {});
    const [one, two] = child().sent as { id: number }[];
    child().emit('message', { id: two!.id, reply: replied('second') });
    child().emit('message', { id: one!.id, reply: replied('first') });
    expect(await Promise.all([first, second])).toEqual([replied('first'), replied('second')]);
  });

  test('tell every listener what happens, until it stops listening', () => {
    const { backend, child } = services();
    const heard: unknown[] = [];
    const end = backend.subscribe((event) => heard.push(event));
    child().emit('message', { event: { type: 'rounds' } });
    end();
    child().emit('message', { event: { type: 'references' } });
    expect(heard).toEqual([{ type: 'rounds' }]);
  });

  test('fail the calls under way when they crash, are started again, and repeat nothing by themselves', async () => {
    const { backend, children, child, stops } = services();
    const call = backend.call('jobs.list', {});
    child().emit('exit', 134);
    expect(await call).toMatchObject(stopped);
    expect([children.length, child().sent, stops]).toEqual([2, [], [[134, true]]]);
    const next = backend.call('jobs.list', {});
    const [sent] = child().sent as { id: number }[];
    child().emit('message', { id: sent!.id, reply: replied(1) });
    expect(await next).toEqual(replied(1));
  });

  test('know after a crash which files they may use', () => {
    const { backend, child, registry } = services();
    const grant = registry.register('read', '/a.xlsx');
    backend.grant(grant);
    child().emit('exit', 1);
    expect(child().sent).toEqual([{ grant }]);
  });

  test('are given up when they crash again and again, and every call says so', async () => {
    const { backend, children, child, stops } = services(2);
    for (let crash = 0; crash < 5; crash += 1) child().emit('exit', 1);
    expect(children).toHaveLength(3);
    expect(stops[2]).toEqual([1, false]);
    expect(await backend.call('jobs.list', {})).toMatchObject(stopped);
  });

  test('are not given up for crashes far apart: one that answered counts as well again', () => {
    const { children, child } = services(1);
    for (let crash = 0; crash < 4; crash += 1) {
      child().emit('message', { event: { type: 'rounds' } });
      child().emit('exit', 1);
    }
    expect(children).toHaveLength(5);
  });

  test('end with the program and are not started again', async () => {
    const { backend, children, stops } = services();
    const call = backend.call('jobs.list', {});
    backend.stop();
    expect(await call).toMatchObject(stopped);
    expect([children.length, stops]).toEqual([1, []]);
  });
});
