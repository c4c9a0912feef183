import { expect, test } from 'vitest';
import { useNotices } from '../../../renderer/src/client/notices.ts';

test('what files put out of force adds up round by round until it is read', () => {
  const { tellLapse, dismissLapse } = useNotices.getState();
  tellLapse({ round: 'a', cells: 1, findings: 0 });
  tellLapse({ round: 'b', cells: 0, findings: 5 });
  tellLapse({ round: 'a', cells: 2, findings: 3 });
  const lapses = () => useNotices.getState().lapses.toSorted((one, other) => one.round.localeCompare(other.round));
  expect(lapses()).toEqual([
    { round: 'a', cells: 3, findings: 3 },
    { round: 'b', cells: 0, findings: 5 },
  ]);
  dismissLapse('a');
  expect(lapses()).toEqual([{ round: 'b', cells: 0, findings: 5 }]);
});
