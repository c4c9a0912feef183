import type { Page } from '@playwright/test';
import { appMessages } from '../../../shared/i18n/areas/app.ts';
import { bundleScreenMessages } from '../../../shared/i18n/areas/bundleScreen.ts';
import { helpMessages } from '../../../shared/i18n/areas/help.ts';
import { intakeScreenMessages } from '../../../shared/i18n/areas/intakeScreen.ts';
import { knowledgeMessages } from '../../../shared/i18n/areas/knowledge.ts';
import { officeFormMessages } from '../../../shared/i18n/areas/officeForm.ts';
import { readinessScreenMessages } from '../../../shared/i18n/areas/readinessScreen.ts';
import { reportsScreenMessages } from '../../../shared/i18n/areas/reportsScreen.ts';
import { resultsMessages } from '../../../shared/i18n/areas/results.ts';
import { returnedMessages } from '../../../shared/i18n/areas/returned.ts';
import { roundsMessages } from '../../../shared/i18n/areas/rounds.ts';
import { settingsScreenMessages } from '../../../shared/i18n/areas/settingsScreen.ts';
import { stoppedWorkMessages } from '../../../shared/i18n/areas/stoppedWork.ts';
import { translate, type Language } from '../../../shared/i18n/index.ts';

const SCREEN_TEXTS = [
  appMessages,
  roundsMessages,
  intakeScreenMessages,
  resultsMessages,
  knowledgeMessages,
  reportsScreenMessages,
  settingsScreenMessages,
  officeFormMessages,
  helpMessages,
  readinessScreenMessages,
  returnedMessages,
  bundleScreenMessages,
  stoppedWorkMessages,
];

/** Words of the sample's own data, which stay as they are in every language. */
const DATA = new Set(['Dữ liệu mẫu', 'Danh mục', 'Đơn vị', 'Tên', 'Báo cáo ngày', 'Cơ quan ban hành']);

/** What the library says by itself when nobody gave it a word. */
const LIBRARY_WORDS = /^(?:open|close|clear|dismiss|expand|more)\b/i;

/** Texts of the screens without placeholders, by what they say in a language and not in the other. */
function onlyIn(language: Language): ReadonlySet<string> {
  const keys = SCREEN_TEXTS.flatMap((area) => Object.keys(area.vi));
  const says = (which: Language): Set<string> => new Set(keys.map((key) => translate(which, key)));
  const elsewhere = says(language === 'vi' ? 'en' : 'vi');
  return new Set([...says(language)].filter((text) => !elsewhere.has(text)));
}

/** Every text and every name for assistive technology that the page shows. */
const SHOWN = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement.closest('script, style') === null) texts.push(node.data.trim());
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push((element.getAttribute(name) ?? '').trim());
  }
  return texts.filter((text) => text !== '');
})()`;

const FOREIGN = { vi: onlyIn('en'), en: onlyIn('vi') } as const;

/** What does not speak the language: texts of the other one, keys, placeholders, words of the library. */
export async function foreignTexts(page: Page, language: Language): Promise<readonly string[]> {
  const found: string[] = [];
  for (const text of new Set((await page.evaluate(SHOWN)) as string[])) {
    if (FOREIGN[language].has(text) && !(language === 'en' && DATA.has(text))) found.push(`not translated: ${text}`);
    if (/^[a-z]\w*(?:\.\w+)+$/.test(text) && !/\.(?:xlsx?|csv|ods)$/.test(text))
      found.push(`a key instead of a text: ${text}`);
    if (/\{[a-z]\w*\}/i.test(text)) found.push(`a placeholder instead of a value: ${text}`);
    if (language === 'vi' && LIBRARY_WORDS.test(text)) found.push(`the library's own word: ${text}`);
  }
  return found;
}
