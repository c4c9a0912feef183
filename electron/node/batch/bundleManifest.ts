import { z } from '../../../shared/zod.ts';

/** Name of the manifest inside a bundle. */
export const MANIFEST = 'bundle.json';

const digest = z.object({ count: z.number().int(), sha256: z.string() });

const storedFile = z.object({
  /** Below the bundle's folder, with `/`. */
  path: z.string(),
  /** Name that findings and messages show. */
  shown: z.string(),
  sha256: z.string(),
});
export type StoredFile = z.infer<typeof storedFile>;

/** Longest name of a round, as the contract takes names that files bring along. */
const LONGEST_NAME = 8192;

const common = {
  version: z.string(),
  round: z.string().max(LONGEST_NAME),
  /** ISO date as of which the rules judged. */
  today: z.iso.date(),
  ruleSetHash: z.string(),
  findings: digest,
  inputs: z.array(storedFile.extend({ findings: digest })),
  reference: storedFile.extend({ id: z.string() }).nullable(),
  /** The rule set's file first, then what it builds on. */
  ruleSet: z.array(storedFile),
  mappings: z.array(storedFile),
  lists: z.array(storedFile.extend({ list: z.string() })),
  previous: z.array(storedFile),
  /** Name of the earlier round as findings say it. */
  previousTitle: z.string(),
};

const current = z.object({
  bundle: z.literal(2),
  ...common,
  /** Files of the round that could not be read: nothing in them was judged, and the bundle may not hold them. */
  unread: z.array(z.object({ shown: z.string(), sha256: z.string() })),
  /** How people said that files are to be understood (`bundleReadings.ts`); null when files were checked outside of a round. */
  readings: storedFile.nullable(),
  /** What people decided (`bundleDecisions.ts`); null when files were checked outside of a round. */
  decisions: storedFile.nullable(),
});

/** What bundles were while they could not hold a round. */
const first = z.object({ bundle: z.literal(1), ...common });

/** Everything that a check was made of, and what came out. Version 2; version 1 is read as one, a later one is refused. */
export const bundleManifest = z.discriminatedUnion('bundle', [
  current,
  first.transform((manifest): z.infer<typeof current> => ({
    ...manifest,
    bundle: 2,
    unread: [],
    readings: null,
    decisions: null,
  })),
]);
export type BundleManifest = z.infer<typeof current>;

/** What a file of a bundle is to the check. */
export type BundlePart = 'input' | 'reference' | 'ruleSet' | 'mapping' | 'list' | 'previous' | 'readings' | 'decisions';

/** All files that a manifest names. */
export function filesOf(manifest: BundleManifest): readonly (StoredFile & { readonly part: BundlePart })[] {
  const { inputs, reference, ruleSet, mappings, lists, previous, readings, decisions } = manifest;
  const of = (part: BundlePart, files: readonly (StoredFile | null)[]) =>
    files.filter((file) => file !== null).map(({ path, shown, sha256 }) => ({ part, path, shown, sha256 }));
  return [
    ...of('input', inputs),
    ...of('reference', [reference]),
    ...of('ruleSet', ruleSet),
    ...of('mapping', mappings),
    ...of('list', lists),
    ...of('previous', previous),
    ...of('readings', [readings]),
    ...of('decisions', [decisions]),
  ];
}
