import type { bundleMethods } from '../../../../shared/contract/bundles.ts';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import { succeed, type Fault } from '../../../../shared/result.ts';
import { openBundle } from '../../batch/openBundle.ts';
import { verifyBundle, type Verification } from '../../batch/verifyBundle.ts';
import { Cancelled } from '../jobs.ts';
import type { Surroundings } from '../surroundings.ts';

const MOST_DIFFERENCES = 100;

/** Bundles that came from elsewhere: run again, and compared with what they say. */
export function bundleHandlers({ jobs, handles, limits }: Surroundings): Handlers<keyof typeof bundleMethods> {
  return {
    'bundles.verify': async ({ bundle }) => {
      const chosen = handles.resolve('folder', bundle);
      const place = chosen.ok ? chosen : handles.resolve('read', bundle);
      if (!place.ok) return refused(place.error.code, place.error.params);
      let verification: Verification | null = null;
      const job = jobs.start('verify', null, async ({ signal, report }) => {
        const stopped = (error: unknown): never => {
          throw signal.aborted ? new Cancelled() : error;
        };
        const opened = await openBundle(place.value, signal).catch(stopped);
        if (!opened.ok) return opened;
        await using held = opened.value;
        const onProgress = ({ phase, done, total }: { phase: 'reading' | 'checking'; done: number; total: number }) =>
          report(phase, done, total);
        const options = { onProgress, signal, ...(limits === undefined ? {} : { limits }) };
        const verified = await verifyBundle(held.folder, options).catch(stopped);
        if (!verified.ok) return verified;
        verification = verified.value;
        return succeed(null);
      });
      const ended = await jobs.ended(job);
      if (verification === null) return refused(ended?.fault?.code ?? 'bundle.stopped', ended?.fault?.params, true);
      const { differences, notes, ...said } = verification as Verification;
      return replied({
        ...said,
        differences: differences.slice(0, MOST_DIFFERENCES).map(plain),
        differing: differences.length,
        notes: notes.map(plain),
      });
    },
  };
}

const plain = ({ code, params }: Fault): { code: string; params: Record<string, string | number> } => ({
  code,
  params: { ...params },
});
