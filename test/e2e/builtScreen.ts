import path from 'node:path';
import process from 'node:process';
import { ensureScreen } from '../../scripts/ensure-screen.ts';

/** Folder of the built screen; `RASOAT_SCREEN` names one that is to be tested as it is. */
export const SCREEN = path.resolve(
  process.env['RASOAT_SCREEN'] ?? path.join(import.meta.dirname, '../../out/renderer'),
);

/** Before the first test: builds the screen when it is older than what it is made of. */
export default function buildScreen(): void {
  if (process.env['RASOAT_SCREEN'] === undefined && !ensureScreen()) throw new Error('the screen could not be built');
}
