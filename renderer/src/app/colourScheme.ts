import { useSyncExternalStore } from 'react';
import type { Settings } from './settings.ts';

export type ColourScheme = 'light' | 'dark' | 'contrast';

const dark = matchMedia('(prefers-color-scheme: dark)');
const forced = matchMedia('(forced-colors: active)');

const subscribe = (onChange: () => void): (() => void) => {
  dark.addEventListener('change', onChange);
  forced.addEventListener('change', onChange);
  return () => {
    dark.removeEventListener('change', onChange);
    forced.removeEventListener('change', onChange);
  };
};

/** The colours to draw with: Windows' high contrast goes before everything, then what the user chose, then Windows. */
export function useColourScheme(theme: Settings['theme']): ColourScheme {
  const system = useSyncExternalStore(subscribe, () => (forced.matches ? 'contrast' : dark.matches ? 'dark' : 'light'));
  return theme === 'system' || system === 'contrast' ? system : theme;
}
