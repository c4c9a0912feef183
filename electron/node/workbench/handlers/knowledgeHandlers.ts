import { CHANNELS, formatChannel } from '../../../../shared/domain/channel.ts';
import { DATASETS } from '../../../../shared/domain/datasets.ts';
import { parseProcedureCode } from '../../../../shared/domain/procedureCode.ts';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { knowledgeMethods, RuleLine, RulePage, RuleSetProblem } from '../../../../shared/contract/knowledge.ts';
import { ruleTexts } from '../../../../shared/engine/findings.ts';
import type { Rule } from '../../../../shared/engine/rule.ts';
import { faultText, type Language } from '../../../../shared/i18n/index.ts';
import type { CatalogueChange } from '../../../../shared/reference/compareSnapshots.ts';
import { compareSnapshots } from '../../../../shared/reference/compareSnapshots.ts';
import { selfCheckReport } from '../../../../shared/reference/selfCheck.ts';
import { succeed } from '../../../../shared/result.ts';
import { RULE_GROUPS, RULES } from '../../../../shared/rules/index.ts';
import { readRuleSetForm } from '../../../../shared/ruleset/editRuleSetText.ts';
import { fieldLabel } from '../../../../shared/results/sheetColumns.ts';
import { columnOf } from '../../../../shared/table/table.ts';
import { rulesOnDay } from '../../../../shared/legal/rulesOnDay.ts';
import type { LoadedRuleSet } from '../../ruleSetFiles.ts';
import type { StoredRuleSet } from '../../workspace/knowledgeStore.ts';
import { keepReference } from '../keepReference.ts';
import { legalLines, lettersOf, lockedRules, paramsOf } from '../ruleFacts.ts';
import { resolveText, storedIdOf } from '../ruleSetsInForce.ts';
import { dayOf, type Surroundings } from '../surroundings.ts';
import { unpackSnapshot } from '../storedReference.ts';
import type { RoundSession } from '../roundSession.ts';

const MOST_CHANGES = 500;

/** Rules, rule sets and national catalogues. */
export function knowledgeHandlers(around: Surroundings): Handlers<keyof typeof knowledgeMethods> {
  const { workspace, jobs, rounds, handles, emit, now } = around;
  const snapshot = (id: string) => {
    const content = workspace.knowledge.referenceContent(id);
    return content === null ? null : unpackSnapshot(content);
  };

  return {
    'rules.list': ({ language }) => replied({ rules: RULES.map((rule) => lineOf(rule, language)) }),

    'rules.page': ({ rule: id, language }) => {
      const rule = rulesOnDay(RULES, dayOf(now())).find((one) => one.id === id);
      return rule === undefined ? refused('rules.unknown', { rule: id }) : replied(pageOf(rule, language));
    },

    'ruleSets.list': () => {
      const ruleSets = workspace.knowledge.ruleSets();
      const heirs = heirsOf(ruleSets);
      return replied({
        ruleSets: ruleSets.map(({ id, title, version, hash, saved }) => ({
          id,
          title,
          version,
          hash,
          saved,
          heirs: heirs.get(id) ?? [],
        })),
      });
    },

    'ruleSets.read': ({ ruleSet }) => {
      const kept = workspace.knowledge.ruleSet(ruleSet);
      return kept === null ? refused('ruleSet.unknown') : replied({ yaml: kept.yaml });
    },

    'ruleSets.check': async ({ yaml, language }) =>
      replied({ problems: problemsOf(await resolveText(workspace, yaml, dayOf(now())), language) }),

    'ruleSets.save': async ({ yaml }) => {
      const resolved = await resolveText(workspace, yaml, dayOf(now()));
      if (!resolved.ok) return refused('ruleSet.faulty', { problems: resolved.problems.length });
      const { id, title, version, hash } = resolved.value;
      const storedId = storedIdOf(id, version);
      if (storedId === null) return refused('ruleSet.longName', { name: `${id} ${version}` });
      workspace.knowledge.saveRuleSet({ id: storedId, title, version, hash, yaml });
      // Rounds that are judged by it are judged anew when they are opened.
      for (const round of workspace.rounds.list()) if (round.ruleSet === storedId) rounds.close(round.id);
      emit({ type: 'rounds' });
      emit({ type: 'ruleSets' });
      return replied({ ruleSet: storedId });
    },

    'ruleSets.remove': ({ ruleSet }) => {
      if (workspace.knowledge.ruleSet(ruleSet) === null) return refused('ruleSet.unknown');
      const judged = workspace.rounds.list().filter((round) => round.ruleSet === ruleSet);
      if (judged.length > 0) return refused('ruleSet.inUse', { rounds: judged.map(({ name }) => name).join('; ') });
      const heirs = heirsOf(workspace.knowledge.ruleSets()).get(ruleSet) ?? [];
      if (heirs.length > 0) return refused('ruleSet.hasHeirs', { ruleSets: heirs.join('; ') });
      workspace.knowledge.setRuleSetRemoved(ruleSet, true);
      emit({ type: 'ruleSets' });
      return replied({});
    },

    'ruleSets.restore': ({ ruleSet }) => {
      if (!workspace.knowledge.setRuleSetRemoved(ruleSet, false)) return refused('ruleSet.unknown');
      emit({ type: 'ruleSets' });
      return replied({});
    },

    'ruleSets.tryOut': async ({ round, yaml, language }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const stored = workspace.rounds.get(round);
      if (stored === null) return refused('round.unknown');
      const resolved = await resolveText(workspace, yaml, stored.date);
      const problems = problemsOf(resolved, language);
      if (!resolved.ok) return replied({ come: 0, gone: 0, rules: [], problems });
      let trial: RoundSession | null = null;
      const job = jobs.start('tryOut', round, async (progress) => {
        const loaded = await rounds.load(stored, progress, yaml);
        if (!loaded.ok) return loaded;
        trial = loaded.value;
        return succeed(null);
      });
      const ended = await jobs.ended(job);
      if (trial === null) return refused(ended?.fault?.code ?? 'ruleSets.tryOutStopped', ended?.fault?.params, true);
      return replied({ ...differenceByRule(open.value, trial, language), problems });
    },

    'references.list': () =>
      replied({
        references: workspace.knowledge.references().map(({ id, title, date, records, complete, doubts, sample }) => ({
          id,
          title,
          date,
          hash: id,
          records,
          complete,
          doubts,
          sample,
        })),
      }),

    'references.import': ({ files }) => {
      const paths: string[] = [];
      for (const handle of files) {
        const place = handles.resolve('read', handle);
        if (!place.ok) return refused(place.error.code, place.error.params);
        paths.push(place.value);
      }
      const job = jobs.start('import', null, async (progress) => {
        progress.report('reading', 0, 1);
        const kept = await keepReference(around, paths, false);
        return kept.ok ? succeed(null) : kept;
      });
      return replied({ job });
    },

    'references.remove': ({ reference }) => {
      const leaning = workspace.rounds.list().filter((round) => round.reference === reference);
      workspace.knowledge.removeReference(reference);
      for (const { id } of leaning) rounds.close(id);
      emit({ type: 'references' });
      emit({ type: 'rounds' });
      return replied({});
    },

    'references.compare': ({ before, after, round, language }) => {
      const older = snapshot(before);
      const newer = snapshot(after);
      if (older === null || newer === null) return refused('reference.unknown');
      const changes = joinedChanges(compareSnapshots(older, newer), language);
      const session = round === undefined ? null : rounds.get(round);
      const codes = new Set(changes.map(({ code }) => code));
      const countOf = (kind: string): number => changes.filter((change) => change.kind === kind).length;
      return replied({
        added: countOf('added'),
        removed: countOf('removed'),
        changed: countOf('changed'),
        changes: changes.slice(0, MOST_CHANGES),
        touched: session?.ok === true ? touchedAgencies(session.value, codes) : [],
      });
    },

    'references.doubts': ({ reference, language }) => {
      const kept = snapshot(reference);
      if (kept === null) return refused('reference.unknown');
      return replied({
        doubts: selfCheckReport(kept).map(({ ma_tthc, ten_tthc, doubt, evidence }) => ({
          code: ma_tthc,
          name: ten_tthc,
          fault: { code: `reference.doubt.${doubt}`, params: { evidence, language } },
        })),
      });
    },
  };
}

const groupOf = (rule: Rule, language: Language): string =>
  RULE_GROUPS.find(({ prefix }) => rule.id.startsWith(`${prefix}-`))?.[language] ?? '';

const lineOf = (rule: Rule, language: Language): RuleLine => ({
  id: rule.id,
  title: ruleTexts(rule, language).title,
  severity: rule.severity,
  group: groupOf(rule, language),
  datasets: rule.datasets.map((dataset) => DATASETS[dataset][language]),
  asks: [...rule.asks],
  params: paramsOf(rule),
  locked: lockedRules().has(rule.id),
});

function pageOf(rule: Rule, language: Language): RulePage {
  const { why, howToFix, messages } = ruleTexts(rule, language);
  const fields = new Set([...rule.reads, ...(rule.mayRead ?? [])]);
  return {
    ...lineOf(rule, language),
    why,
    howToFix,
    legal: legalLines(rule.legal, language),
    messages: Object.values(messages),
    fields: [...fields].map((field) => fieldLabel(field, language)),
    letters: lettersOf(rule),
  };
}

const problemsOf = (loaded: LoadedRuleSet, language: Language): RuleSetProblem[] =>
  (loaded.ok ? loaded.warnings : loaded.problems)
    .map(({ line, column, level, fault }) => ({ line, column, level, message: faultText(language, fault) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);

/** Of each rule set, by its id, the sets that build on it, as people know them. */
function heirsOf(ruleSets: readonly StoredRuleSet[]): ReadonlyMap<string, string[]> {
  const forms = ruleSets.map(({ id, title, version, yaml }) => ({
    id,
    shown: `${title} ${version}`,
    form: readRuleSetForm(yaml),
  }));
  return new Map(
    forms.map(({ id, form }) => {
      const pin = form === null ? '' : `${form.id}@${form.version}`;
      const heirs = forms.filter((other) => other.id !== id && other.form?.extends.includes(pin));
      return [id, heirs.map(({ shown }) => shown)];
    }),
  );
}

/** Findings that come and go when a round is judged differently, per rule. */
function differenceByRule(before: RoundSession, after: RoundSession, language: Language) {
  const was = identitiesByRule(before);
  const is = identitiesByRule(after);
  const titles = new Map(
    [...before.result.rules, ...after.result.rules].map(({ rule }) => [rule.id, ruleTexts(rule, language).title]),
  );
  const empty: ReadonlySet<string> = new Set();
  let come = 0;
  let gone = 0;
  const rules = [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
    const old = was.get(id) ?? empty;
    const now = is.get(id) ?? empty;
    const added = countBeside(now, old);
    const removed = countBeside(old, now);
    come += added;
    gone += removed;
    const isSame = added === 0 && removed === 0;
    return isSame ? [] : [{ id, title: titles.get(id) ?? '', before: old.size, after: now.size }];
  });
  return { come, gone, rules };
}

const countBeside = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter((one) => !others.has(one)).length;

function identitiesByRule({ result: { log } }: RoundSession): ReadonlyMap<string, Set<string>> {
  const byRule = new Map<string, Set<string>>();
  for (let place = 0; place < log.size; place += 1) {
    const { piece, at } = log.place(place);
    let own = byRule.get(piece.rule.id);
    if (own === undefined) byRule.set(piece.rule.id, (own = new Set()));
    own.add(log.identities.of(piece, at));
  }
  return byRule;
}

interface JoinedChange {
  readonly code: string;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: { field: string; before: string; after: string }[];
}

/** Comparisons write one line per channel, `online: 3 ngày`; people know channels by their names. */
const withChannels = (text: string, language: Language): string =>
  CHANNELS.reduce(
    (named, channel) => named.replaceAll(new RegExp(`^${channel}: `, 'gm'), `${formatChannel(channel, language)}: `),
    text,
  );

/** One line per procedure. */
function joinedChanges(changes: readonly CatalogueChange[], language: Language): JoinedChange[] {
  const byCode = new Map<string, JoinedChange>();
  for (const change of changes) {
    let joined = byCode.get(change.ma_tthc);
    if (joined === undefined) {
      const kind = change.kind === 'added' || change.kind === 'changed' ? change.kind : 'removed';
      byCode.set(change.ma_tthc, (joined = { code: change.ma_tthc, name: change.ten_tthc, kind, fields: [] }));
    }
    if (change.kind === 'changed') {
      const { field, before, after } = change;
      joined.fields.push({
        field: fieldLabel(field, language),
        before: withChannels(before, language),
        after: withChannels(after, language),
      });
    }
  }
  return [...byCode.values()];
}

function touchedAgencies(session: RoundSession, codes: ReadonlySet<string>) {
  const byAgency = new Map<string, Set<string>>();
  for (const table of session.tables) {
    const column = columnOf(table, 'ma_tthc');
    if (column === undefined) continue;
    for (let code = 1; code < column.distinct; code += 1) {
      const parsed = parseProcedureCode(column.value(code).text);
      if (!parsed.ok || !codes.has(parsed.value.base)) continue;
      const own = byAgency.get(table.agency.name) ?? new Set();
      byAgency.set(table.agency.name, own.add(parsed.value.base));
    }
  }
  return [...byAgency]
    .map(([agency, procedures]) => ({ agency, procedures: procedures.size }))
    .sort((a, b) => b.procedures - a.procedures || (a.agency < b.agency ? -1 : 1));
}
