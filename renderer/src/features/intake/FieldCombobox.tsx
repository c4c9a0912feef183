import { Combobox, makeStyles, Option, OptionGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { FIELDS, isFieldKey, type FieldKey } from '../../../../shared/domain/fields.ts';
import type { DatasetId } from '../../../../shared/domain/datasets.ts';
import { searchKey } from '../../../../shared/domain/vietnameseText.ts';
import { useLanguage, useText } from '../../app/language.tsx';
import { fieldChoices, type ChosenColumn } from './columnChoices.ts';

const useStyles = makeStyles({
  // Over the heads of the table below, which stay in sight.
  list: { zIndex: 10, maxHeight: '240px' },
});

/** Value of the option that leaves a column without a field; no field is called so. */
const UNUSED = '-';

/** The field of a column, found by typing some of its name, with or without accents. */
export function FieldCombobox(props: {
  readonly column: ChosenColumn;
  readonly dataset: DatasetId;
  readonly onChoose: (field: FieldKey | null) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { column, dataset, onChoose } = props;
  /** null: nothing was typed, the field that is chosen is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = column.field === null ? t('review.unused') : FIELDS[column.field][language];
  const key = searchKey(typed ?? '');
  const fits = (field: FieldKey): boolean =>
    searchKey(`${FIELDS[field].vi} ${FIELDS[field].en} ${field}`).includes(key);
  const { suggested, others } = fieldChoices(column, dataset);
  const groups = [
    ['review.suggested', suggested.filter(fits)],
    ['review.fieldsOfKind', others.filter(fits)],
  ] as const;
  const isNone = groups.every(([, fields]) => fields.length === 0);
  return (
    <Combobox
      size="small"
      expandIcon={{ 'aria-label': t('app.openList') }}
      aria-label={t('review.field', { letters: column.letters })}
      // A space is a letter of what is typed, not a choice.
      freeform
      inlinePopup
      listbox={{ className: styles.list }}
      placeholder={t('review.fieldSearch')}
      value={typed ?? chosen}
      selectedOptions={[column.field ?? UNUSED]}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onOpenChange={(_, { open }) => {
        if (!open) setTyped(null);
      }}
      onOptionSelect={(_, { optionValue }) => {
        // Typing over a choice tells that nothing is chosen any more; that is no answer yet.
        if (optionValue === undefined) return;
        setTyped(null);
        if (optionValue === UNUSED) onChoose(null);
        else if (isFieldKey(optionValue)) onChoose(optionValue);
      }}
    >
      {key === '' && <Option value={UNUSED}>{t('review.unused')}</Option>}
      {groups.map(
        ([label, fields]) =>
          fields.length > 0 && (
            <OptionGroup key={label} label={t(label)}>
              {fields.map((field) => (
                <Option key={field} value={field}>
                  {FIELDS[field][language]}
                </Option>
              ))}
            </OptionGroup>
          ),
      )}
      {isNone && (
        <Option key="none" value="" disabled>
          {t('review.noField')}
        </Option>
      )}
    </Combobox>
  );
}
