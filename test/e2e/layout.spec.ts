import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { throughEveryScreen } from './everyScreen.ts';
import { expect, test } from './workbench.ts';

const PICTURES = path.resolve(import.meta.dirname, '../../out/e2e/screens');

test.use({ starts: 'with the sample round' });

/** Whether the page or its main part scrolls sideways, and which buttons lie outside of everything that could scroll to
 *  them. */
const CUT = `(() => {
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth + 1) found.push('the page scrolls sideways: ' + page.scrollWidth + ' > ' + innerWidth);
  if (page.scrollHeight > innerHeight + 1) found.push('the page itself scrolls: ' + page.scrollHeight + ' > ' + innerHeight);
  const scrolls = (element, axis) => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      const flow = axis === 'x' ? style.overflowX : style.overflowY;
      if (flow === 'auto' || flow === 'scroll') return true;
    }
    return false;
  };
  for (const button of document.querySelectorAll('button, input, select, [role=button], [role=tab]')) {
    const box = button.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || getComputedStyle(button).visibility === 'hidden') continue;
    const name = button.getAttribute('aria-label') ?? button.innerText ?? button.tagName;
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(button, 'x')) found.push('cut at the side: ' + name);
    if ((box.bottom > innerHeight + 1 || box.top < -1) && !scrolls(button, 'y')) found.push('cut below: ' + name);
  }
  return found;
})()`;

const SIZES = {
  'a 1366 × 768 screen': { width: 1366, height: 768 },
  'the same at 200 %': { width: 683, height: 384 },
} as const;

for (const [what, size] of Object.entries(SIZES)) {
  test(`nothing is cut off and nothing scrolls sideways on ${what}`, async ({ program }) => {
    test.setTimeout(120_000);
    mkdirSync(PICTURES, { recursive: true });
    // Zoomed while it is open, as people do.
    await program.page.setViewportSize(size);
    const found: string[] = [];
    await throughEveryScreen(program, async ({ name }) => {
      const cut = (await program.page.evaluate(CUT)) as string[];
      found.push(...cut.map((fault) => `${name}: ${fault}`));
      if (size.width < 1000) await program.page.screenshot({ path: path.join(PICTURES, `${name}-zoomed.png`) });
    });
    expect(found).toEqual([]);
  });
}
