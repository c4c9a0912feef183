import { CHANNELS, type Channel } from '../domain/channel.ts';
import { compareKey } from '../domain/vietnameseText.ts';
import type { AgencyRef } from '../table/table.ts';
import { COMPARED_FIELDS, relate, type ComparedField, type Meanings, type Relation } from './comparedFields.ts';
import type { Statement, StatedProcedure } from './statedProcedure.ts';

/** Who differs from whom. The first three: only that pair is found different, the third list says nothing of it or agrees
 *  with both. `…Alone`: that list differs from the two others. `unclear`: the texts differ and a person has to tell
 *  whether they mean the same. */
export type Pattern =
  | 'agencyNational'
  | 'provinceNational'
  | 'agencyProvince'
  | 'agencyAlone'
  | 'provinceAlone'
  | 'nationalAlone'
  | 'allDiffer'
  | 'unclear';

/** All patterns, those that most need a correction first. */
export const PATTERNS: readonly Pattern[] = [
  'allDiffer',
  'agencyAlone',
  'agencyNational',
  'nationalAlone',
  'agencyProvince',
  'provinceAlone',
  'provinceNational',
  'unclear',
];

/** A field in which the lists differ, with what each writes; '' where a list says nothing. */
export interface FieldDifference {
  readonly pattern: Pattern;
  readonly code: string;
  readonly name: string;
  /** The agency at which the difference stands; null when it is the province's system that differs, whatever agencies say. */
  readonly agency: AgencyRef | null;
  readonly caseText: string;
  readonly channels: readonly Channel[];
  readonly field: ComparedField;
  readonly agencyText: string;
  readonly nationalText: string;
  readonly provinceText: string;
  /** In which way the lower list's deadline differs. */
  readonly how?: NonNullable<Relation['how']>;
}

/** One procedure in all lists. */
export interface ComparedProcedure {
  readonly code: string;
  readonly agencies: readonly { readonly agency: AgencyRef; readonly stated: StatedProcedure }[];
  /** Undefined where there is no record to compare with. */
  readonly national: StatedProcedure | undefined;
  readonly province: StatedProcedure | undefined;
}

/** Everything in which the lists differ on a procedure, field by field. */
export const fieldDifferencesOf = (procedure: ComparedProcedure): readonly FieldDifference[] =>
  COMPARED_FIELDS.flatMap((field) => differencesIn(procedure, field));

/** A statement of the province's system and how it stands to the national record. */
interface ProvincePoint<Meaning> {
  readonly said: Statement<Meaning>;
  readonly national: readonly Statement<Meaning>[];
  readonly relation: Relation;
  /** Ids of agencies beside whose own difference it is shown already. */
  readonly shownBy: Set<string>;
  /** What agencies write that do not differ from the national record themselves, by id; `against`: they differ from this. */
  readonly beside: Map<string, { readonly texts: Set<string>; against: boolean }>;
}

// `Field` ties the meanings of all three lists together inside.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function differencesIn<Field extends ComparedField>(
  { code, agencies, national, province }: ComparedProcedure,
  field: Field,
): readonly FieldDifference[] {
  type Said = Statement<Meanings[Field]>;
  const nationals: readonly Said[] = national?.statements[field] ?? [];
  const points = (province?.statements[field] ?? []).map((said: Said): ProvincePoint<Meanings[Field]> => {
    const counterparts = counterpartsOf(said, nationals);
    const relation = relationOf(field, said, counterparts);
    return { said, national: counterparts, relation, shownBy: new Set(), beside: new Map() };
  });
  const name = [national, ...agencies.map(({ stated }) => stated), province].find((one) => one?.name)?.name ?? '';
  // Agencies mostly write the same: each spelling is compared once.
  const standings = new Map<string, Standing<Meanings[Field]>>();
  const standingOf = (said: Said): Standing<Meanings[Field]> => {
    const key = [said.caseKey, said.channels.join(), said.text].join('\u0001');
    let standing = standings.get(key);
    if (standing === undefined) standings.set(key, (standing = standingBetween(field, said, nationals, points)));
    return standing;
  };
  const found: Difference[] = [];
  for (const { agency, stated } of agencies) {
    for (const said of stated.statements[field] as readonly Said[]) {
      const difference = agencyDifference(field, said, agency, standingOf(said));
      if (difference !== null) found.push(difference);
    }
  }
  return [...found, ...points.flatMap((point) => provinceDifference(field, point) ?? [])].map((difference) => ({
    code,
    name,
    ...difference,
  }));
}

type Difference = Omit<FieldDifference, 'code' | 'name'>;

/** A statement of an agency between the two other lists. */
interface Standing<Meaning> {
  readonly nationalText: string;
  readonly provinceText: string;
  readonly toNation: Relation;
  readonly toProvince: Relation;
  readonly ofProvince: readonly ProvincePoint<Meaning>[];
  /** Those of `ofProvince` that differ from the national record. */
  readonly strayed: readonly ProvincePoint<Meaning>[];
}

function standingBetween<Field extends ComparedField>(
  field: Field,
  said: Statement<Meanings[Field]>,
  nationals: readonly Statement<Meanings[Field]>[],
  points: readonly ProvincePoint<Meanings[Field]>[],
): Standing<Meanings[Field]> {
  const ofNation = counterpartsOf(said, nationals);
  const ofProvince = counterpartsOf(said, points, (point) => point.said);
  const provincial = ofProvince.map((point) => point.said);
  return {
    nationalText: textOf(ofNation),
    provinceText: textOf(provincial),
    toNation: relationOf(field, said, ofNation),
    toProvince: relationOf(field, said, provincial),
    ofProvince,
    strayed: ofProvince.filter(({ relation }) => relation.verdict === 'different'),
  };
}

/** How an agency's statement differs from the two other lists; null when it agrees with them. */
function agencyDifference<Field extends ComparedField>(
  field: Field,
  said: Statement<Meanings[Field]>,
  agency: AgencyRef,
  { nationalText, provinceText, toNation, toProvince, ofProvince, strayed }: Standing<Meanings[Field]>,
): Difference | null {
  const differs = toNation.verdict === 'different';
  const differsFromProvince = toProvince.verdict === 'different';
  if (!differs && strayed.length > 0) {
    // The province's system is at odds with the record; what agencies write stands beside it, once for all of them.
    for (const { beside } of strayed) {
      const own = beside.get(agency.id) ?? { texts: new Set(), against: false };
      own.texts.add(said.text);
      own.against ||= differsFromProvince;
      beside.set(agency.id, own);
    }
    return null;
  }
  const isUnclear = toNation.verdict === 'unclear' || toProvince.verdict === 'unclear';
  if (!differs && !differsFromProvince && !isUnclear) return null;
  for (const { shownBy } of ofProvince) shownBy.add(agency.id);
  const how = differs ? toNation.how : toProvince.how;
  return {
    pattern: patternOf(differs, strayed.length > 0, differsFromProvince),
    agency,
    caseText: said.caseText,
    channels: said.channels,
    field,
    agencyText: said.text,
    nationalText,
    provinceText,
    ...(how !== undefined && { how }),
  };
}

/** How a statement of the province's system stands to the national record, told once beside all agencies that do not
 *  differ from that record; null when it agrees or is shown beside agencies' own differences. */
function provinceDifference<Field extends ComparedField>(
  field: Field,
  { said, national, relation, shownBy, beside }: ProvincePoint<Meanings[Field]>,
): Difference | null {
  const differs = relation.verdict === 'different';
  if (!differs && relation.verdict !== 'unclear') return null;
  const others = [...beside].filter(([id]) => !shownBy.has(id)).map(([, own]) => own);
  if (shownBy.size > 0 && others.length === 0) return null;
  const isAgainstAgencies = others.some(({ against }) => against);
  return {
    pattern: differs ? patternOf(false, true, isAgainstAgencies) : 'unclear',
    agency: null,
    caseText: said.caseText,
    channels: said.channels,
    field,
    agencyText: [...new Set(others.flatMap(({ texts }) => [...texts]))].sort().join('\n'),
    nationalText: textOf(national),
    provinceText: said.text,
    ...(relation.how !== undefined && { how: relation.how }),
  };
}

/** Relation of a statement to those of another list. What is unclear but written alike is no matter. */
function relationOf<Field extends ComparedField>(
  field: Field,
  said: Statement<Meanings[Field]>,
  others: readonly Statement<Meanings[Field]>[],
): Relation {
  const relation = relate(
    field,
    said.meaning,
    others.map(({ meaning }) => meaning),
  );
  if (relation.verdict !== 'unclear') return relation;
  const key = compareKey(said.text);
  return others.some(({ text }) => compareKey(text) === key) ? { verdict: 'same' } : relation;
}

/** The statements of another list that speak of the same channels, or all where it has none for them (as rules look up
 *  national lines); among those, the ones of the same case where it names that case. */
function counterpartsOf<Item, Meaning>(
  said: Statement<Meaning>,
  items: readonly Item[],
  statementOf: (item: Item) => Pick<Statement<Meaning>, 'caseKey' | 'channels'> = (item) =>
    item as unknown as Statement<Meaning>,
): readonly Item[] {
  const ofChannel =
    said.channels.length === 0
      ? items
      : items.filter((item) => {
          const { channels } = statementOf(item);
          return channels.length === 0 || channels.some((channel) => said.channels.includes(channel));
        });
  const pool = ofChannel.length > 0 ? ofChannel : items;
  const key = said.caseKey;
  const ofCase = key === '' ? [] : pool.filter((item) => statementOf(item).caseKey === key);
  return ofCase.length > 0 ? ofCase : pool;
}

function patternOf(agencyNational: boolean, provinceNational: boolean, agencyProvince: boolean): Pattern {
  if (agencyNational && provinceNational) return agencyProvince ? 'allDiffer' : 'nationalAlone';
  if (agencyNational) return agencyProvince ? 'agencyAlone' : 'agencyNational';
  if (provinceNational) return agencyProvince ? 'provinceAlone' : 'provinceNational';
  return agencyProvince ? 'agencyProvince' : 'unclear';
}

/** Distinct texts in the order of channels. */
const textOf = (statements: readonly Statement<unknown>[]): string =>
  [...new Set(statements.toSorted(byChannel).map(({ text }) => text))].join('\n');

const byChannel = (a: Statement<unknown>, b: Statement<unknown>): number => rank(a) - rank(b);
const rank = ({ channels }: Statement<unknown>): number =>
  channels[0] === undefined ? -1 : CHANNELS.indexOf(channels[0]);
