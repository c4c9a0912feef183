import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowForwardRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { CHANNELS, formatChannel, type Channel } from '../../../../shared/domain/channel.ts';
import type { DatasetId } from '../../../../shared/domain/datasets.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import type { ChosenColumn, ColumnChoice } from './columnChoices.ts';
import { FieldCombobox } from './FieldCombobox.tsx';

const useStyles = makeStyles({
  editor: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: '4px 12px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  steps: { display: 'flex', gap: '4px' },
  about: { flexBasis: '100%', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The column that is chosen in the preview: its heading, its field, and steps to the others. */
export function ColumnEditor(props: {
  readonly columns: readonly ChosenColumn[];
  readonly at: number;
  readonly dataset: DatasetId;
  readonly onMove: (at: number) => void;
  readonly onChoose: (column: number, choice: ColumnChoice) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { columns, at, dataset, onMove, onChoose } = props;
  const column = columns[at];
  if (column === undefined) return null;
  const { sheetColumn, letters, heading, field, channel = null, evidence } = column;
  const unsure = columns.filter(({ isUnsure }) => isUnsure);
  const next = columns.findIndex(({ isUnsure }, index) => isUnsure && index > at);
  const nextUnsure = next >= 0 ? next : columns.findIndex(({ isUnsure }) => isUnsure);
  const why = [
    ...(column.isUnsure ? [t('review.unsure')] : []),
    ...(column.isChosen
      ? [t('review.chosen')]
      : field === null
        ? []
        : [
            t('review.confidence', { percent: format.percent(Math.round(column.confidence * 100)) }),
            ...(evidence === null ? [] : [t(`review.evidence.${evidence}`)]),
          ]),
  ];
  return (
    <section className={styles.editor} aria-label={t('review.column', { letters })}>
      <div className={styles.about} aria-live="polite">
        <strong>{t('review.column', { letters })}</strong>{' '}
        <span>{t('review.heading', { heading: heading === '' ? t('review.noHeading') : heading })}</span>{' '}
        {why.length > 0 && <span className={styles.quiet}>({why.join(', ')})</span>}
      </div>
      <FieldCombobox
        key={`${sheetColumn} ${dataset}`}
        column={column}
        dataset={dataset}
        onChoose={(chosen) => onChoose(sheetColumn, { field: chosen, channel: chosen === null ? null : channel })}
      />
      {(dataset === 'procedures' || channel !== null) && field !== null && (
        <Field size="small" label={t('review.channel')}>
          <Select
            size="small"
            value={channel ?? ''}
            onChange={(_, { value }) =>
              onChoose(sheetColumn, { field, channel: value === '' ? null : (value as Channel) })
            }
          >
            <option value="">{t('review.channelAny')}</option>
            {CHANNELS.map((one) => (
              <option key={one} value={one}>
                {formatChannel(one, language)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.steps}>
        <Button
          size="small"
          icon={<ChevronLeftRegular />}
          aria-label={t('review.previousColumn')}
          title={t('review.previousColumn')}
          disabledFocusable={at === 0}
          onClick={() => onMove(at - 1)}
        />
        <Button
          size="small"
          icon={<ChevronRightRegular />}
          aria-label={t('review.nextColumn')}
          title={t('review.nextColumn')}
          disabledFocusable={at === columns.length - 1}
          onClick={() => onMove(at + 1)}
        />
        {unsure.length > 0 && (
          <Button size="small" icon={<ArrowForwardRegular />} onClick={() => onMove(nextUnsure)}>
            {t('review.nextUnsure', { count: format.number(unsure.length) })}
          </Button>
        )}
      </div>
    </section>
  );
}
