import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  DocumentDismissRegular,
  DocumentRegular,
  QuestionCircleFilled,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { IntakeSheet } from '../../../../shared/contract/intake.ts';
import { DATASETS } from '../../../../shared/domain/datasets.ts';
import { faultText } from '../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { isReturnedList } from './fileStatus.ts';

const useStyles = makeStyles({
  sheet: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px', minHeight: '24px' },
  name: { overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  mark: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  unsure: { color: tokens.colorPaletteMarigoldForeground2 },
  notes: {
    margin: 0,
    paddingLeft: '20px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  more: { alignSelf: 'flex-start' },
});

const ICONS = {
  recognised: CheckmarkCircleRegular,
  unsure: QuestionCircleFilled,
  notACatalogue: DocumentDismissRegular,
  empty: DocumentRegular,
};

/** Notes shown at once; the rest on demand, so that the list stays a list. */
const SHOWN = 2;

/** A sheet of a file: what it is, how many rows, how sure, and what should be known. */
export function SheetLine(props: {
  readonly sheet: IntakeSheet;
  readonly file: string;
  readonly onReview: () => void;
  readonly onUnconfirm: () => void;
  readonly onTakeBack: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { sheet, verdict, dataset, rows, hidden, questions, confirmed } = props.sheet;
  const Icon = ICONS[verdict];
  const isReturned = isReturnedList(props.sheet);
  const action = isReturned ? null : ACTIONS[verdict];
  const shown = isOpen ? questions : questions.slice(0, SHOWN);
  return (
    <li className={styles.sheet}>
      <div className={styles.line}>
        <span className={styles.name}>{sheet}</span>
        {dataset !== null && <span>{DATASETS[dataset][language]}</span>}
        {verdict !== 'empty' && verdict !== 'notACatalogue' && (
          <span className={styles.quiet}>{t('intakeScreen.rows', { rows: format.number(rows) })}</span>
        )}
        <span className={mergeClasses(styles.mark, verdict === 'unsure' ? styles.unsure : styles.quiet)}>
          <Icon aria-hidden />
          {t(`intakeScreen.verdict.${verdict === 'recognised' && confirmed ? 'confirmed' : verdict}`)}
        </span>
        {hidden && <span className={styles.quiet}>{t('intakeScreen.hiddenSheet')}</span>}
        {action !== null && (
          <Button
            size="small"
            appearance={verdict === 'unsure' ? 'primary' : 'transparent'}
            aria-label={t('intakeScreen.actionOn', { action: t(action), sheet, file: props.file })}
            data-review={sheet}
            onClick={props.onReview}
          >
            {t(action)}
          </Button>
        )}
        {isReturned && (
          <Button
            size="small"
            appearance="primary"
            aria-label={t('returned.takeThisOf', { file: props.file })}
            onClick={props.onTakeBack}
          >
            {t('returned.takeThis')}
          </Button>
        )}
        {confirmed && (
          <Button
            size="small"
            appearance="transparent"
            aria-label={t('intakeScreen.unconfirmThis', { sheet, file: props.file })}
            title={t('intakeScreen.unconfirmHint')}
            onClick={({ currentTarget }) => {
              // This button goes away.
              currentTarget.parentElement?.querySelector<HTMLElement>('[data-review]')?.focus();
              props.onUnconfirm();
            }}
          >
            {t('intakeScreen.unconfirm')}
          </Button>
        )}
      </div>
      {(verdict !== 'notACatalogue' || isReturned) && shown.length > 0 && (
        <ul className={styles.notes}>
          {shown.map((question, at) => (
            // The same note may stand twice; their order doesn't change.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{faultText(language, question)}</li>
          ))}
        </ul>
      )}
      {verdict !== 'notACatalogue' && questions.length > shown.length && (
        <Button size="small" appearance="transparent" className={styles.more} onClick={() => setOpen(true)}>
          {t('intakeScreen.moreNotes', { count: format.number(questions.length - shown.length) })}
        </Button>
      )}
    </li>
  );
}

const ACTIONS = {
  recognised: 'intakeScreen.review',
  unsure: 'intakeScreen.answer',
  notACatalogue: 'intakeScreen.choose',
  empty: null,
} as const;
