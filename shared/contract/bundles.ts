import { count, fault, id, method, shortText, text, z } from './schema.ts';

/** What came of running a bundle again. */
export const bundleVerdict = z.object({
  /** Whether every input is as it was and the findings are the same byte for byte. */
  same: z.boolean(),
  /** What stands for the whole bundle: it was told when the bundle was made. */
  id: shortText,
  round: text,
  /** Day of the round, ISO. */
  today: shortText,
  /** How many findings running it again gave; null when it was not run, because an input was changed. */
  findings: count.nullable(),
  /** Which inputs, or which files' findings, differ: the first of them, and how many there are. */
  differences: z.array(fault),
  differing: count,
  /** What may explain a difference but is none itself. */
  notes: z.array(fault),
});
export type BundleVerdict = z.infer<typeof bundleVerdict>;

export const bundleMethods = {
  /** Runs a bundle again and compares byte for byte. `bundle` is a handle of its folder or of a .zip of it. A job of kind
   *  `verify` tells how far it is and can be cancelled; the answer comes when it has ended. Errors: `bundle.…`. */
  'bundles.verify': method(z.object({ bundle: id }), bundleVerdict),
};
