import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { throughEveryScreen } from './everyScreen.ts';
import { expect, test } from './workbench.ts';

const PICTURES = path.resolve(import.meta.dirname, '../../out/e2e/screens');

test.use({ starts: 'with the sample round' });

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

for (const [mode, emulation] of Object.entries(MODES)) {
  test(`axe finds nothing on any screen in ${mode}, and each is kept as a picture`, async ({ program }) => {
    test.setTimeout(120_000);
    mkdirSync(PICTURES, { recursive: true });
    await program.page.emulateMedia({ ...emulation, reducedMotion: 'reduce' });
    const found: string[] = [];
    await throughEveryScreen(program, async ({ name }) => {
      // The frame of the report runs no scripts, axe included. Tabster's sentinels pass the focus on at once.
      const { violations } = await new AxeBuilder({ page: program.page })
        .exclude('iframe')
        .exclude('[data-tabster-dummy]')
        .analyze();
      for (const { id, help, nodes } of violations) {
        for (const { target, html } of nodes)
          found.push(`${name}: ${id} (${help}) at ${target.join(' ')}: ${html.slice(0, 160)}`);
      }
      await program.page.screenshot({ path: path.join(PICTURES, `${name}-${mode.replace(' ', '-')}.png`) });
    });
    expect(found).toEqual([]);
  });
}
