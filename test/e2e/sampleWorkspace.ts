import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost } from './runningHost.ts';

/** Makes a workspace that holds the sample round and nothing else, to be copied by the tests that are not about its making.
 *  @returns its folder */
export async function makeSampleWorkspace(screen: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-e2e-sample-'));
  try {
    await using host = await startHost(folder, screen);
    await host.ended((await host.call('rounds.createSample', {})).job);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
