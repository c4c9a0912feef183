import type { Page } from '@playwright/test';

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
  for (const button of document.querySelectorAll('button, input, select, [role=button], [role=tab], [role=menuitem]')) {
    const box = button.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || getComputedStyle(button).visibility === 'hidden') continue;
    const name = button.getAttribute('aria-label') ?? button.innerText ?? button.tagName;
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(button, 'x')) found.push('cut at the side: ' + name);
    if ((box.bottom > innerHeight + 1 || box.top < -1) && !scrolls(button, 'y')) found.push('cut below: ' + name);
  }
  return found;
})()`;

/** What can't be reached in the window as large as it is. */
export const cutOff = (page: Page): Promise<readonly string[]> => page.evaluate(CUT);
