import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular, EditRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import type { FindingDetail } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import { useToasts } from '../../../client/toasts.ts';
import type { FindingCommands } from '../findingCommands.ts';

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    flexShrink: 0,
  },
});

/** What can be done with one finding. */
export function FindingActions(props: {
  readonly detail: FindingDetail;
  readonly isBusy: boolean;
  readonly commands: FindingCommands;
}) {
  const styles = useStyles();
  const t = useText();
  const show = useToasts((state) => state.show);
  const { detail, isBusy, commands } = props;
  const { line, fix, place } = detail;
  const isWaived = line.state === 'waived';
  const copy = async (): Promise<void> => {
    const address = addressOf(line);
    try {
      await navigator.clipboard.writeText(address);
      show(t('results.copied', { address }));
    } catch {
      show(t('results.notCopied', { address }));
    }
  };
  return (
    <div className={styles.actions} role="group" aria-label={t('results.actions')}>
      <Button
        size="small"
        appearance="primary"
        icon={<CheckmarkRegular />}
        aria-keyshortcuts="F"
        disabledFocusable={isBusy || fix === null}
        title={t(fix === null ? 'results.noFix' : 'results.acceptHint')}
        onClick={() => commands.fixOne(line.identity)}
      >
        {t('results.accept')}
      </Button>
      <Button
        size="small"
        icon={<ShieldCheckmarkRegular />}
        aria-keyshortcuts="W"
        disabledFocusable={isBusy || isWaived}
        title={t(isWaived ? 'results.alreadyWaived' : 'results.waiveHint')}
        onClick={() => commands.waiveOne(line.identity)}
      >
        {t('results.waive')}
      </Button>
      <Button
        size="small"
        icon={<EditRegular />}
        aria-keyshortcuts="F2"
        disabledFocusable={isBusy || place === null}
        title={t(place === null ? 'results.noCellToEdit' : 'results.editHint')}
        onClick={() => commands.edit()}
      >
        {t('results.edit')}
      </Button>
      {line.cell !== '' && (
        <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
          {t('results.copyAddress')}
        </Button>
      )}
    </div>
  );
}

/** An address that Excel's name box takes, e.g. `'Danh mục'!C12`. */
const addressOf = ({ sheet, cell }: FindingDetail['line']): string => `'${sheet.replaceAll("'", "''")}'!${cell}`;
