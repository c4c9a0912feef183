import type { ReturnedFile, ReturnedLine } from '../../../../shared/contract/returned.ts';

/** What a person has changed in what is chosen for them. */
export interface Choice {
  /** Files that are left out as a whole. */
  readonly leftOut: ReadonlySet<number>;
  /** Lines that are ready and left out all the same, and lines that were looked at and are wanted; each with its file. */
  readonly without: ReadonlyMap<number, number>;
  readonly also: ReadonlyMap<number, number>;
}

/** What is chosen before anybody has said anything: all that is ready. */
export const AS_PROPOSED: Choice = { leftOut: new Set(), without: new Map(), also: new Map() };

type ChoosableLine = Pick<ReturnedLine, 'line' | 'list' | 'group' | 'takeable'>;

/** Whether a line would be applied. */
export const isChosen = ({ leftOut, without, also }: Choice, { line, list, group, takeable }: ChoosableLine): boolean =>
  takeable && !leftOut.has(list) && (group === 'ready' ? !without.has(line) : also.has(line));

/** The choice after a line was ticked or unticked; a line of a file that is left out brings the file back. */
export function withLine(choice: Choice, { line, list, group, takeable }: ChoosableLine, isWanted: boolean): Choice {
  if (!takeable) return choice;
  const without = new Map(choice.without);
  const also = new Map(choice.also);
  if (group === 'ready') {
    if (isWanted) without.delete(line);
    else without.set(line, list);
  } else if (isWanted) also.set(line, list);
  else also.delete(line);
  return { leftOut: isWanted ? filesBut(choice.leftOut, list) : choice.leftOut, without, also };
}

/** The choice after a file was ticked, with all in it that is ready, or unticked. */
export const withFile = (choice: Choice, list: number, isWanted: boolean): Choice => ({
  leftOut: isWanted ? filesBut(choice.leftOut, list) : new Set([...choice.leftOut, list]),
  without: isWanted ? new Map([...choice.without].filter(([, own]) => own !== list)) : choice.without,
  also: choice.also,
});

/** How the tick of a file stands: nothing of it, all that is ready, or some. */
export function fileTick(choice: Choice, file: Pick<ReturnedFile, 'list' | 'groups'>): boolean | 'mixed' {
  if (chosenOf(choice, file) === 0) return false;
  return [...choice.without.values()].includes(file.list) ? 'mixed' : true;
}

const filesBut = (files: ReadonlySet<number>, file: number): ReadonlySet<number> =>
  new Set([...files].filter((one) => one !== file));

/** How many answers of a file would be applied. */
export function chosenOf(choice: Choice, { list, groups }: Pick<ReturnedFile, 'list' | 'groups'>): number {
  if (choice.leftOut.has(list)) return 0;
  const own = (lines: ReadonlyMap<number, number>): number => [...lines.values()].filter((one) => one === list).length;
  // Lines that were left out may have become so by other means, and are ready no more.
  return Math.max(0, groups.ready - own(choice.without)) + own(choice.also);
}

/** The choice as the services take it. */
export const asSent = ({ leftOut, without, also }: Choice, files: readonly ReturnedFile[]) => ({
  lists: files.filter(({ list, fault }) => fault === null && !leftOut.has(list)).map(({ list }) => list),
  without: [...without.keys()],
  also: [...also.keys()],
});
