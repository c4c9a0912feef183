import { Button, Checkbox, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { IntakeFile } from '../../../../shared/contract/intake.ts';
import { FIELDS } from '../../../../shared/domain/fields.ts';
import { faultText } from '../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { headerWith, isAboutColumns, missingKey, sameFields } from './columnChoices.ts';
import { ColumnEditor } from './ColumnEditor.tsx';
import { KindAndHeader } from './KindAndHeader.tsx';
import { SheetTable } from './SheetTable.tsx';
import { useConfirm } from './useConfirm.ts';
import { useReview } from './useReview.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', padding: '8px 16px' },
  title: { ...typographyStyles.title3, margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '0 16px 8px',
    // Little room: the whole panel scrolls instead of the table in it.
    '@media (max-height: 640px)': { flexShrink: 0, flexGrow: 0 },
  },
  notes: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 4,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '8px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rest: { flexGrow: 1 },
});

/** A sheet as intake understands it, to be confirmed or corrected. */
export function ReviewPanel(props: {
  readonly round: string;
  readonly file: IntakeFile;
  readonly sheet: string;
  readonly files: readonly IntakeFile[];
  readonly onReview: (file: string, sheet: string) => void;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { round, file, sheet, onClose } = props;
  const review = useReview(round, file.file, sheet);
  const confirm = useConfirm(props);
  const [at, setAt] = useState(0);
  const [remember, setRemember] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const { preview, header, dataset, columns } = review;
  const firstUnsure = columns.findIndex(({ isUnsure }) => isUnsure);
  const hasColumns = columns.length > 0;
  useEffect(() => {
    if (hasColumns) setAt(Math.max(0, firstUnsure));
    // Only when the columns become others, not with each answer about one of them.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [hasColumns, header?.firstRow, header?.lastRow, dataset]);

  const missing =
    header === null
      ? t('review.headerMissing')
      : dataset === null
        ? t('review.kindMissing')
        : columns.every(({ field }) => field === null)
          ? t('review.noColumns')
          : null;
  const fault = faultOf(review.error) ?? confirm.fault;
  const keyless = dataset === null || !hasColumns ? null : missingKey(columns, dataset);
  const doubts = [
    ...(preview?.questions ?? [])
      .filter((question) => !isAboutColumns(question))
      .map((question) => faultText(language, question)),
    ...sameFields(columns).map(({ field, letters }) =>
      t('review.sameField', { columns: letters.join(', '), field: FIELDS[field][language] }),
    ),
    ...(keyless === null ? [] : [t('review.missingKey', { field: FIELDS[keyless][language] })]),
  ];

  return (
    <section
      className={styles.panel}
      aria-labelledby="review-title"
      onKeyDown={(event) => {
        // In a list that is open Escape closes the list.
        const isInForm = event.target instanceof Element && event.target.closest('input, select') !== null;
        if (event.key === 'Escape' && !isInForm) onClose();
      }}
    >
      <header className={styles.head}>
        <Button size="small" icon={<ArrowLeftRegular />} onClick={onClose}>
          {t('review.back')}
        </Button>
        <h1 id="review-title" ref={title} tabIndex={-1} className={styles.title}>
          {t('review.title', { sheet })}
        </h1>
        <span className={styles.quiet}>{file.name}</span>
      </header>
      <div className={styles.body}>
        {fault !== null && <FaultNote fault={fault} onRetry={review.retry} />}
        {review.isLoading && <Spinner size="tiny" label={t('review.loading')} />}
        {preview !== undefined && (
          <>
            {doubts.length > 0 && (
              <ul className={styles.notes} aria-label={t('review.notes')}>
                {[...new Set(doubts)].map((doubt) => (
                  <li key={doubt}>{doubt}</li>
                ))}
              </ul>
            )}
            <KindAndHeader review={review} />
            {dataset !== null && hasColumns && (
              <ColumnEditor columns={columns} at={at} dataset={dataset} onMove={setAt} onChoose={review.choose} />
            )}
            <SheetTable
              sheet={sheet}
              preview={preview}
              header={header}
              columns={columns}
              at={at}
              onColumn={setAt}
              onRow={(row, isExtending) => review.setHeader(headerWith(header, row, isExtending))}
            />
            <span className={styles.quiet}>
              {t('review.headerHint')}{' '}
              {t('review.shownRows', {
                shown: format.number(preview.rows.length),
                total: format.number(preview.totalRows),
              })}
            </span>
          </>
        )}
      </div>
      <footer className={styles.foot}>
        <Checkbox
          label={t('review.remember')}
          checked={remember}
          onChange={(_, { checked }) => setRemember(checked === true)}
        />
        <span className={styles.rest} />
        {missing !== null && preview !== undefined && <span id="review-missing">{missing}</span>}
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={missing !== null || review.isLoading || confirm.isPending}
          {...(missing === null ? {} : { 'aria-describedby': 'review-missing' })}
          onClick={() => {
            if (header !== null && dataset !== null) confirm.run({ header, dataset, columns, remember }, review.before);
          }}
        >
          {t(confirm.isPending ? 'review.confirming' : 'review.confirm')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('review.cancel')}
        </Button>
      </footer>
    </section>
  );
}
