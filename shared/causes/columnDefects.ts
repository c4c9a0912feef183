import { parseWebAddress } from '../domain/webAddress.ts';
import { holdsCodes } from '../rules/text/codeFields.ts';
import type { Cell } from '../table/cell.ts';
import { typedCell } from './batchFix.ts';
import { LEAST_FINDINGS } from './cause.ts';
import { Groups, TextNumbers, ValueNumbers, type Explanation, type Repair } from './explanation.ts';
import { DEFECTS } from './namedDefects.ts';
import { NO_COLUMN, type Strikes } from './strikes.ts';

/** Rules about the form of a code. On a cell that Excel keeps as a number they only say what the number has lost. */
const ABOUT_FORM: ReadonlySet<string> = new Set(
  (
    'FMT-01 FMT-02 FMT-06 FMT-07 FMT-08 FMT-10 FMT-11 FMT-12 FMT-14 ACC-02 ACC-04 ACC-06 ACC-07 ACC-08 ACC-09 ACC-14 ' +
    'ACC-15 USR-01 USR-02 USR-03 USR-04 ADM-03'
  ).split(' '),
);

const TURNED = DEFECTS.indexOf('turnedToNumbers');
const LOOK_ALIKES = DEFECTS.indexOf('lookAlikes');
const LINK_HOST = DEFECTS.indexOf('linkHost');
const UNREADABLE: ReadonlySet<number> = new Set([DEFECTS.indexOf('legacyFont'), DEFECTS.indexOf('misreadEncoding')]);
/** More than the kinds of {@link DEFECTS}. */
const KINDS = 32;
/** More details than a column can tell apart. */
const DETAILS = 2 ** 22;

/** One cause per column and defect that its findings name; links are parted by host, look-alikes by their letters. */
export function columnDefects(strikes: Strikes): readonly Explanation[] {
  const groups = new Groups();
  const details = new TextNumbers();
  details.of('');
  const hosts = new ValueNumbers();
  const detailOf = (finding: number, defect: number): number => {
    if (defect === LOOK_ALIKES) return details.of(String(strikes.verdict(finding).args?.['characters'] ?? ''));
    if (defect !== LINK_HOST) return 0;
    const columnId = strikes.columnOf[finding]!;
    const code = strikes.columns[columnId]!.column.codes[strikes.rowOf[finding]!]!;
    return hosts.of(strikes, columnId, code, (cell) => details.of(hostOf(cell)));
  };
  for (let finding = 0; finding < strikes.size; finding += 1) {
    const columnId = strikes.columnOf[finding]!;
    if (columnId === NO_COLUMN || !strikes.isFree(finding)) continue;
    const defect = isLostForm(strikes, finding) ? TURNED : strikes.defectOf[finding]!;
    if (defect < 0) continue;
    groups.add((columnId * KINDS + defect) * DETAILS + (detailOf(finding, defect) % DETAILS), finding);
  }
  const found = groups.atLeast(LEAST_FINDINGS);
  const follow = followers(strikes, found);
  return found.map((findings) => {
    const [first] = findings as readonly [number];
    const defect = isLostForm(strikes, first) ? TURNED : strikes.defectOf[first]!;
    const detail = details.text(detailOf(first, defect));
    return {
      kind: DEFECTS[defect]!,
      about: [detail],
      placed: true,
      findings: [...findings, ...(follow.get(findings) ?? [])],
      ...(detail === '' ? {} : { args: { detail } }),
      // Others' fixes of an unreadable text replace it by what they would like to read.
      ...(UNREADABLE.has(defect) ? { repairs: decoded(strikes, findings), ownFixes: 'none' as const } : {}),
    };
  });
}

/** What other rules say of cells that no one can read: it goes away with the encoding. By the group they belong to. */
function followers(
  strikes: Strikes,
  groups: readonly (readonly number[])[],
): ReadonlyMap<readonly number[], readonly number[]> {
  const groupOf = new Map<number, readonly number[]>();
  const members = new Set<number>();
  for (const group of groups) {
    if (!UNREADABLE.has(strikes.defectOf[group[0]!]!)) continue;
    for (const finding of group) {
      members.add(finding);
      groupOf.set(strikes.cellNumber(finding), group);
    }
  }
  const following = new Map<readonly number[], number[]>();
  if (groupOf.size === 0) return following;
  for (let finding = 0; finding < strikes.size; finding += 1) {
    if (!strikes.isFree(finding) || members.has(finding) || strikes.defectOf[finding]! >= 0) continue;
    const group = groupOf.get(strikes.cellNumber(finding));
    if (group === undefined) continue;
    const known = following.get(group);
    if (known === undefined) following.set(group, [finding]);
    else known.push(finding);
  }
  return following;
}

function decoded(strikes: Strikes, findings: readonly number[]): readonly Repair[] {
  return findings.flatMap((finding) => {
    const { fix } = strikes.verdict(finding);
    const { tableId, index } = strikes.column(finding)!;
    if (fix === undefined || fix.confidence === 'possible') return [];
    return [
      {
        tableId,
        row: strikes.rowOf[finding]!,
        column: index,
        after: typedCell(fix.value),
        confidence: fix.confidence,
      },
    ];
  });
}

function isLostForm(strikes: Strikes, finding: number): boolean {
  if (!ABOUT_FORM.has(strikes.rule(finding).id)) return false;
  const { column } = strikes.column(finding)!;
  if (!holdsCodes(column.field)) return false;
  const { kind } = column.at(strikes.rowOf[finding]!);
  return kind === 'number' || kind === 'date';
}

function hostOf(cell: Cell): string {
  const address = parseWebAddress(cell.text.trim());
  return address.ok ? address.value.host : '';
}
