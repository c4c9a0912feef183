import { describe, expect, test } from 'vitest';
import type { ReturnedFile } from '../../../shared/contract/returned.ts';
import {
  AS_PROPOSED,
  asSent,
  chosenOf,
  fileTick,
  isChosen,
  withFile,
  withLine,
} from '../../../renderer/src/features/returned/choice.ts';

const file = (list: number, ready: number, look = 0): ReturnedFile => ({
  list,
  file: `${list}.xlsx`,
  fault: null,
  agency: '',
  saidRound: '',
  isThisRound: true,
  groups: { ready, look, refused: 0, unanswered: 0, done: 0 },
  standings: {},
});
const line = (number: number, list: number, group: 'ready' | 'look' | 'refused') => ({
  line: number,
  list,
  group,
  takeable: group !== 'refused',
});
const [READY, LOOK, REFUSED] = [line(0, 0, 'ready'), line(1, 0, 'look'), line(2, 0, 'refused')];

describe('what is chosen of returned lists', () => {
  test('is all that is ready, and nothing else, before anybody has said anything', () => {
    expect([READY, LOOK, REFUSED].map((one) => isChosen(AS_PROPOSED, one))).toEqual([true, false, false]);
    expect([chosenOf(AS_PROPOSED, file(0, 3, 2)), fileTick(AS_PROPOSED, file(0, 3))]).toEqual([3, true]);
    expect(fileTick(AS_PROPOSED, file(0, 0, 2))).toBe(false);
  });

  test('is never less than nothing when a line that was left out has become so by other means', () => {
    const choice = withLine(AS_PROPOSED, READY, false);
    expect([chosenOf(choice, file(0, 0)), fileTick(choice, file(0, 0))]).toEqual([0, false]);
  });

  test('follows each line, and what can not be taken stays out', () => {
    const choice = withLine(withLine(withLine(AS_PROPOSED, READY, false), LOOK, true), REFUSED, true);
    expect([READY, LOOK, REFUSED].map((one) => isChosen(choice, one))).toEqual([false, true, false]);
    expect([chosenOf(choice, file(0, 3, 1)), fileTick(choice, file(0, 3, 1))]).toEqual([3, 'mixed']);
    expect(asSent(choice, [file(0, 3, 1)])).toEqual({ lists: [0], without: [0], also: [1] });
    expect(withLine(withLine(choice, READY, true), LOOK, false)).toEqual(AS_PROPOSED);
  });

  test('leaves out a file with all its lines; one line of it, or its tick, brings it back', () => {
    const without = withFile(withLine(AS_PROPOSED, READY, false), 0, false);
    expect([isChosen(without, READY), chosenOf(without, file(0, 3)), chosenOf(without, file(1, 2))]).toEqual([
      false,
      0,
      2,
    ]);
    expect(asSent(without, [file(0, 3), file(1, 2)]).lists).toEqual([1]);
    expect(isChosen(withLine(without, LOOK, true), LOOK)).toBe(true);
    expect(withFile(without, 0, true)).toEqual(AS_PROPOSED);
  });

  test('never sends a file that could not be read', () => {
    const broken = { ...file(1, 0), fault: { code: 'returned.notAList', params: {} } };
    expect(asSent(AS_PROPOSED, [file(0, 1), broken]).lists).toEqual([0]);
  });
});
