import { createContext, useCallback, useContext } from 'react';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import type { Fault } from '../../../shared/result.ts';

export const LanguageContext = createContext<Language>('vi');

export const useLanguage = (): Language => useContext(LanguageContext);

/** Text of a key in the user's language. */
export function useText(): (key: string, params?: Fault['params']) => string {
  const language = useLanguage();
  return useCallback((key, params) => translate(language, key, params), [language]);
}

const DAY = { day: 'numeric', month: 'numeric', year: 'numeric' } as const;

/** Numbers, days and sizes as people write them: 1.234.567, 29/5/2026, 1,5 MB. */
export function useFormat() {
  const language = useLanguage();
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  return {
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    percent: (value: number) => `${new Intl.NumberFormat(locale).format(value)}%`,
    /** @param iso  a day (2026-05-29) or an instant */
    day: (iso: string) =>
      // A day without a time is the same day everywhere.
      new Intl.DateTimeFormat(locale, iso.length === 10 ? { ...DAY, timeZone: 'UTC' } : DAY).format(new Date(iso)),
    instant: (iso: string) =>
      new Intl.DateTimeFormat(locale, { ...DAY, hour: '2-digit', minute: '2-digit' }).format(new Date(iso)),
    /** A file's size: 640 KB, 1,5 MB. */
    size: (bytes: number) =>
      bytes < 1_048_576
        ? `${new Intl.NumberFormat(locale).format(Math.ceil(bytes / 1024))} KB`
        : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_048_576)} MB`,
    megabytes: (bytes: number) =>
      `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1_048_576)} MB`,
  };
}
