import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settled } from '../settled.ts';

/** Rules of axe whose answer hangs on the colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the page as it stands.
 *  @param part  all rules, those on colours, or the others: where the same screen is looked at again, only what is other
 *  there is asked again */
export async function accessibilityFaults(
  page: Page,
  part: 'all' | 'colours' | 'all but colours',
): Promise<readonly string[]> {
  // Colours that are on their way from one to another are none that people read.
  await settled(page);
  // The frame of the report runs no scripts, axe included. Tabster's sentinels pass the focus on at once.
  const axe = new AxeBuilder({ page }).exclude('iframe').exclude('[data-tabster-dummy]');
  // There are no frames of other origins, for which a page of its own would be opened each time.
  axe.setLegacyMode();
  // What passes is not described node by node, which takes most of the time.
  axe.options({ resultTypes: ['violations'] });
  if (part === 'colours') axe.withRules(COLOURS);
  if (part === 'all but colours') axe.disableRules(COLOURS);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}
