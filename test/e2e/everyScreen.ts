import { EMPTY_SCREENS } from './screens/empty.ts';
import { INTAKE_SCREENS, ROUND_SCREENS } from './screens/beginning.ts';
import { KNOWLEDGE_SCREENS } from './screens/knowledge.ts';
import { REPORT_SCREENS } from './screens/reports.ts';
import { RESULT_SCREENS } from './screens/results.ts';
import { SETTING_SCREENS } from './screens/settings.ts';
import type { Screen } from './screens/screen.ts';
import type { Program } from './pages/program.ts';
import { settled } from './settled.ts';

/** Every screen of the program over the sample round, with its dialogs, panels and states. The last ones empty the program. */
export const SCREENS: readonly Screen[] = [
  ...ROUND_SCREENS,
  ...INTAKE_SCREENS,
  ...RESULT_SCREENS,
  ...KNOWLEDGE_SCREENS,
  ...REPORT_SCREENS,
  ...SETTING_SCREENS,
  ...EMPTY_SCREENS,
];

/** Below this width, in CSS pixels, what stands side by side lies above each other. */
const NARROW = 900;

/** Shows every screen in turn and does something with each. What lies over a screen is closed before the next. */
export async function throughEveryScreen(program: Program, look: (screen: Screen) => Promise<void>): Promise<void> {
  const isNarrow = program.page.viewportSize()!.width < NARROW;
  for (const screen of SCREENS) {
    if (screen.onlyNarrow === true && !isNarrow) continue;
    await screen.show(program);
    await settled(program.page);
    await look(screen);
    await program.closeWhatLiesOver();
  }
}
