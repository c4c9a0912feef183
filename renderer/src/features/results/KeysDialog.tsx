import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useText } from '../../app/language.tsx';
import { RESULT_KEYS } from './keyList.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: { padding: '4px 12px 4px 0', textAlign: 'left', verticalAlign: 'top' },
  key: {
    padding: '0 6px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
  },
});

/** What the keys of this screen do. */
export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const styles = useStyles();
  const t = useText();
  return (
    <Dialog open={isOpen} modalType="modal" onOpenChange={() => onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('results.keys')}</DialogTitle>
          <DialogContent tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col" className={styles.cell}>
                    {t('results.key')}
                  </th>
                  <th scope="col" className={styles.cell}>
                    {t('results.keyDoes')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {RESULT_KEYS.map(([key, does]) => (
                  <tr key={key}>
                    <td className={styles.cell}>
                      <kbd className={styles.key}>{key}</kbd>
                    </td>
                    <td className={styles.cell}>{t(`results.keys.${does}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions>
            <Button size="small" appearance="primary" onClick={onClose}>
              {t('app.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
