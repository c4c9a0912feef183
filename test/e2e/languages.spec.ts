import { appMessages } from '../../shared/i18n/areas/app.ts';
import { intakeScreenMessages } from '../../shared/i18n/areas/intakeScreen.ts';
import { knowledgeMessages } from '../../shared/i18n/areas/knowledge.ts';
import { reportsScreenMessages } from '../../shared/i18n/areas/reportsScreen.ts';
import { resultsMessages } from '../../shared/i18n/areas/results.ts';
import { roundsMessages } from '../../shared/i18n/areas/rounds.ts';
import { settingsScreenMessages } from '../../shared/i18n/areas/settingsScreen.ts';
import { translate, type Language } from '../../shared/i18n/index.ts';
import { throughEveryScreen } from './everyScreen.ts';
import { expect, test } from './workbench.ts';

test.use({ starts: 'with the sample round' });

const SCREEN_TEXTS = [
  appMessages,
  roundsMessages,
  intakeScreenMessages,
  resultsMessages,
  knowledgeMessages,
  reportsScreenMessages,
  settingsScreenMessages,
];

/** Words of the sample's own data, which stay as they are in every language. */
const DATA = new Set(['Dữ liệu mẫu', 'Danh mục', 'Đơn vị', 'Tên', 'Báo cáo ngày']);

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

for (const [language, other] of [
  ['vi', 'en'],
  ['en', 'vi'],
] as const) {
  test(`every screen speaks ${language} throughout`, async ({ program }) => {
    test.setTimeout(120_000);
    if (language !== 'vi') {
      await program.go('settings');
      await program.settings.chooseLanguage(language);
    }
    const foreign = onlyIn(other);
    const found = new Set<string>();
    await throughEveryScreen(program, async ({ name }) => {
      for (const text of (await program.page.evaluate(SHOWN)) as string[]) {
        if (foreign.has(text) && !(language === 'en' && DATA.has(text))) found.add(`${name}: not translated: ${text}`);
        if (/^[a-z]\w*(?:\.\w+)+$/.test(text) && !/\.(?:xlsx?|csv|ods)$/.test(text))
          found.add(`${name}: a key instead of a text: ${text}`);
        // Only the page of a rule shows messages as they are written, with their placeholders.
        if (name !== 'rules' && /\{[a-z]\w*\}/i.test(text))
          found.add(`${name}: a placeholder instead of a value: ${text}`);
        if (language === 'vi' && LIBRARY_WORDS.test(text)) found.add(`${name}: the library's own word: ${text}`);
      }
    });
    expect([...found]).toEqual([]);
  });
}
