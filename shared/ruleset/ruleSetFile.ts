import type { DatasetId } from '../domain/datasets.ts';
import type { LegalBasis } from '../engine/finding.ts';
import type { LegalTextChange } from '../legal/legalRegister.ts';
import type { Waiver } from '../engine/waivers.ts';
import type { LEVELS } from './fileSchema.ts';
import type { OwnRule } from './ownRule.ts';
import type { Position } from './problem.ts';
import type { Weight } from './severity.ts';
import type { Path } from './yamlSource.ts';

/** Level of government that issues a rule set. */
export type Level = (typeof LEVELS)[number];

/** Where a setting holds; a list that is absent fits everything. */
export interface Scope {
  readonly agencies?: readonly string[];
  readonly datasets?: readonly DatasetId[];
  readonly sheets?: readonly string[];
}

/** One thing that a file says of one rule. */
export interface SettingLine {
  readonly ruleId: string;
  /** Null: everywhere. */
  readonly scope: Scope | null;
  readonly severity?: Weight;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly from?: string;
  readonly until?: string;
  readonly locked?: boolean;
  /** Why it is set so, e.g. why it is locked. */
  readonly reason?: string;
  /** Legal bases in place of the rule's own. */
  readonly legal?: readonly LegalBasis[];
  /** It is part of the definition of an own rule. */
  readonly defines?: true;
  /** Place of a value inside the entry; without path, of the entry's key. */
  readonly at: (...path: Path) => Position;
  /** Place of a key inside the entry. */
  readonly keyAt: (...path: Path) => Position;
}

/** An own rule with the place where it is defined. */
export interface DefinedRule extends OwnRule {
  readonly at: Position;
}

/** An agency that a file gives a code, with names and ids (patterns) it goes by. */
export interface ListedAgency {
  readonly code: string;
  readonly names: readonly string[];
}

/** What a file says of a legal text. */
export interface LegalTextLine extends LegalTextChange {
  readonly at: Position;
}

/** A pinned rule set that a file builds on. */
export interface Pin {
  readonly id: string;
  readonly version: string;
  readonly at: Position;
}

/** A rule-set file that was read and makes sense by itself; whether its rules exist is told when it is resolved. */
export interface RuleSetFile {
  readonly file: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly level?: Level;
  readonly extends: readonly Pin[];
  /** In the order of the file; own rules' settings of their own definition among them. */
  readonly settings: readonly SettingLine[];
  readonly ownRules: readonly DefinedRule[];
  readonly agencies: readonly ListedAgency[];
  readonly legalTexts: readonly LegalTextLine[];
  readonly waivers: readonly Waiver[];
  /** Everything it says, in a form that does not depend on layout or comments; for the hash. */
  readonly content: string;
}
