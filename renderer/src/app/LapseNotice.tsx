import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useNotices } from '../client/notices.ts';
import { wish } from './commands.ts';
import { useFormat, useText } from './language.tsx';
import { usePlace } from './place.ts';

/** Says that files which came put earlier decisions of the open round out of force, until it was read. */
export function LapseNotice() {
  const t = useText();
  const { number } = useFormat();
  const round = usePlace((state) => state.round);
  const { lapses, dismissLapse } = useNotices();
  const lapse = lapses.find((one) => one.round === round);
  if (lapse === undefined) return null;
  const { cells, findings } = lapse;
  return (
    <MessageBar intent="warning" politeness="polite">
      <MessageBarBody>
        {[
          t('results.lapsed'),
          ...(cells > 0 ? [t('results.lapsed.cells', { cells: number(cells) })] : []),
          ...(findings > 0 ? [t('results.lapsed.findings', { findings: number(findings) })] : []),
        ].join(' ')}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => {
            dismissLapse(lapse.round);
            wish('history');
          }}
        >
          {t('results.lapsed.show')}
        </Button>
        <Button size="small" onClick={() => dismissLapse(lapse.round)}>
          {t('app.dismiss')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
