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

/** Everything that a check was made of, and what came out. Version 1; a bundle of a later one is refused. */
export const bundleManifest = z.object({
  bundle: z.literal(1),
  version: z.string(),
  round: z.string(),
  /** ISO date as of which the rules judged. */
  today: z.string(),
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
});
export type BundleManifest = z.infer<typeof bundleManifest>;
export type StoredFile = z.infer<typeof storedFile>;

/** All files that a manifest names. */
export const filesOf = ({
  inputs,
  reference,
  ruleSet,
  mappings,
  lists,
  previous,
}: BundleManifest): readonly StoredFile[] => [
  ...inputs,
  ...(reference === null ? [] : [reference]),
  ...ruleSet,
  ...mappings,
  ...lists,
  ...previous,
];
