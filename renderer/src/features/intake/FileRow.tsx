import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  DeleteRegular,
  DocumentDismissRegular,
  ErrorCircleFilled,
  MailInboxArrowDownRegular,
  QuestionCircleFilled,
} from '@fluentui/react-icons';
import { memo } from 'react';
import type { IntakeFile } from '../../../../shared/contract/intake.ts';
import { faultText } from '../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { useTakeBack } from '../returned/useTakeBack.ts';
import { AgencyLine } from './AgencyLine.tsx';
import { statusOf } from './fileStatus.ts';
import { SheetLine } from './SheetLine.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '144px minmax(0, 2fr) minmax(0, 3fr) auto',
    gap: '4px 12px',
    alignItems: 'start',
    padding: '4px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) auto', padding: '4px 8px' },
  },
  roomy: { paddingTop: '8px', paddingBottom: '8px' },
  status: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    '@media (max-width: 900px)': { gridColumn: '1' },
  },
  unreadable: { color: tokens.colorPaletteRedForeground1 },
  unsure: { color: tokens.colorPaletteMarigoldForeground2 },
  recognised: { color: tokens.colorPaletteGreenForeground1 },
  nothing: { color: tokens.colorNeutralForeground2 },
  returned: { color: tokens.colorBrandForeground1 },
  file: { minWidth: 0, '@media (max-width: 900px)': { gridColumn: '1 / -1', gridRow: '2' } },
  name: { lineHeight: '24px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  what: { minWidth: 0, '@media (max-width: 900px)': { gridColumn: '1 / -1', gridRow: '3' } },
  sheets: { display: 'flex', flexDirection: 'column', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  fault: { color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere', lineHeight: '24px' },
});

const ICONS = {
  unreadable: ErrorCircleFilled,
  unsure: QuestionCircleFilled,
  recognised: CheckmarkCircleRegular,
  nothing: DocumentDismissRegular,
  returned: MailInboxArrowDownRegular,
};

/** A file: whose it is, its sheets, what is wrong with it, and a way to take it out. */
export const FileRow = memo(function FileRow(props: {
  readonly file: IntakeFile;
  readonly agencies: readonly string[];
  readonly isRoomy: boolean;
  readonly onReview: (file: string, sheet: string) => void;
  readonly onSetAgency: (file: IntakeFile, agency: string | null) => void;
  readonly onUnconfirm: (file: IntakeFile, sheet: string) => void;
  readonly onRemove: (file: IntakeFile) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { file, agencies, isRoomy, onReview, onSetAgency, onUnconfirm, onRemove } = props;
  const takeBack = useTakeBack();
  const status = statusOf(file);
  const Icon = ICONS[status];
  return (
    <div className={mergeClasses(styles.row, isRoomy && styles.roomy)}>
      <div className={mergeClasses(styles.status, styles[status])}>
        <Icon aria-hidden />
        <span>{t(`intakeScreen.status.${status}`)}</span>
      </div>
      <div className={styles.file}>
        <span className={styles.name}>{file.name}</span> <span className={styles.quiet}>{format.size(file.bytes)}</span>
        {file.fault === null && (
          <AgencyLine file={file} agencies={agencies} onSet={(agency) => onSetAgency(file, agency)} />
        )}
      </div>
      <div className={styles.what}>
        {file.fault === null ? (
          <ul className={styles.sheets}>
            {file.sheets.map((sheet) => (
              <SheetLine
                key={sheet.sheet}
                sheet={sheet}
                file={file.name}
                onReview={() => onReview(file.file, sheet.sheet)}
                onUnconfirm={() => onUnconfirm(file, sheet.sheet)}
                onTakeBack={() => void takeBack.ofRound(file.file)}
              />
            ))}
          </ul>
        ) : (
          <span className={styles.fault}>{faultText(language, file.fault)}</span>
        )}
      </div>
      <Button
        size="small"
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={t('intakeScreen.remove', { file: file.name })}
        title={t('intakeScreen.remove', { file: file.name })}
        onClick={() => onRemove(file)}
      />
    </div>
  );
});
