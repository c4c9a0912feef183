import { useAnswer } from '../client/workbench.tsx';
import { readSettings, type Settings } from './settings.ts';

/** What the person chose for this computer, on any screen. */
export const useSettings = (): Settings => readSettings(useAnswer('settings.read', {}).data?.settings);
