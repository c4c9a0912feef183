import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { DATASET_IDS, DATASETS, type DatasetId } from '../../../../shared/domain/datasets.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';
import { headerWith, HIGHEST_HEADER } from './columnChoices.ts';
import type { Review } from './useReview.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  number: { width: '88px' },
});

/** What kind of sheet it is and where its header stands. */
export function KindAndHeader({ review }: { readonly review: Review }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { header, dataset } = review;
  const likely = review.before?.candidates ?? [];
  const others = DATASET_IDS.filter((id) => !likely.some((candidate) => candidate.dataset === id));
  const setRow = (which: 'firstRow' | 'lastRow', text: string): void => {
    const row = Number(text);
    if (!Number.isInteger(row) || row < 1) return;
    review.setHeader(headerWith(header, row, which === 'lastRow'));
  };
  return (
    <div className={styles.line}>
      <Field size="small" label={t('review.kind')} required>
        <Select
          size="small"
          value={dataset ?? ''}
          onChange={(_, { value }) => value !== '' && review.setDataset(value as DatasetId)}
        >
          {dataset === null && <option value="">{t('review.kindNone')}</option>}
          {likely.length > 0 && (
            <optgroup label={t('review.kindLikely')}>
              {likely.map(({ dataset: id, score }) => (
                <option key={id} value={id}>
                  {t('review.kindOption', {
                    kind: DATASETS[id][language],
                    percent: format.percent(Math.round(score * 100)),
                  })}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t('review.kindOthers')}>
            {others.map((id) => (
              <option key={id} value={id}>
                {DATASETS[id][language]}
              </option>
            ))}
          </optgroup>
        </Select>
      </Field>
      <Field size="small" label={t('review.headerFrom')} required>
        <Input
          size="small"
          type="number"
          className={styles.number}
          min={1}
          value={String(header?.firstRow ?? '')}
          onChange={(_, { value }) => setRow('firstRow', value)}
        />
      </Field>
      <Field size="small" label={t('review.headerTo')}>
        <Input
          size="small"
          type="number"
          className={styles.number}
          min={header?.firstRow ?? 1}
          max={(header?.firstRow ?? 1) + HIGHEST_HEADER - 1}
          disabled={header === null}
          value={String(header?.lastRow ?? '')}
          onChange={(_, { value }) => setRow('lastRow', value)}
        />
      </Field>
    </div>
  );
}
