import { Field, Input, Textarea } from '@fluentui/react-components';
import { faultText } from '../../../../../shared/i18n/index.ts';
import type { Fault } from '../../../../../shared/result.ts';
import { useLanguage, useText } from '../../../app/language.tsx';
import {
  DAY_FIELDS,
  LINE_FIELDS,
  LIST_FIELDS,
  type DateField,
  type DayField,
  type LineField,
  type ListField,
} from './officeDraft.ts';

type FieldName = LineField | ListField | DayField | DateField;

/** What a field of the form needs to know. */
export interface DraftProps {
  /** Hints stand below the fields that have them in the texts. */
  readonly hint?: string;
  readonly className?: string;
  valueOf(field: FieldName): string;
  change(field: FieldName, value: string): void;
  faultOf(field: string): Fault | undefined;
}

/** Message of a field that holds what can't be used, else its hint. */
export function useFieldNotes(): (fault: Fault | undefined, hint?: string) => object {
  const language = useLanguage();
  return (fault, hint) =>
    fault !== undefined
      ? { validationState: 'error', validationMessage: faultText(language, fault) }
      : hint === undefined
        ? {}
        : { hint };
}

/** A field of one line. */
export function LineInput({ name, hint, className, ...form }: DraftProps & { readonly name: LineField }) {
  const t = useText();
  const notes = useFieldNotes();
  return (
    <Field
      size="small"
      className={className ?? ''}
      label={t(`officeForm.${name}`)}
      {...notes(form.faultOf(name), hint === undefined ? undefined : t(`officeForm.${hint}`))}
    >
      <Input
        size="small"
        maxLength={LINE_FIELDS[name]}
        value={form.valueOf(name)}
        onChange={(_, { value }) => form.change(name, value)}
      />
    </Field>
  );
}

/** A field with one entry per line. */
export function ListInput({ name, hint, className, ...form }: DraftProps & { readonly name: ListField }) {
  const t = useText();
  const notes = useFieldNotes();
  const [most, longest] = LIST_FIELDS[name];
  return (
    <Field
      size="small"
      className={className ?? ''}
      label={t(`officeForm.${name}`)}
      {...notes(form.faultOf(name), t(`officeForm.${hint ?? 'onePerLine'}`))}
    >
      <Textarea
        size="small"
        resize="vertical"
        rows={3}
        maxLength={most * (longest + 1)}
        value={form.valueOf(name)}
        onChange={(_, { value }) => form.change(name, value)}
      />
    </Field>
  );
}

/** A number of days. */
export function DaysInput({ name, hint, className, ...form }: DraftProps & { readonly name: DayField }) {
  const t = useText();
  const notes = useFieldNotes();
  return (
    <Field
      size="small"
      className={className ?? ''}
      label={t(`officeForm.${name}`)}
      {...notes(form.faultOf(name), hint === undefined ? undefined : t(`officeForm.${hint}`))}
    >
      <Input
        size="small"
        inputMode="numeric"
        maxLength={String(DAY_FIELDS[name]).length}
        value={form.valueOf(name)}
        onChange={(_, { value }) => form.change(name, value)}
      />
    </Field>
  );
}

/** Longest text of a list of days: a hundred lines with a run of days each. */
const LONGEST_DAYS = 3000;

/** Days, one or a run of them per line. */
export function DatesInput({ name, hint, className, ...form }: DraftProps & { readonly name: DateField }) {
  const t = useText();
  const notes = useFieldNotes();
  return (
    <Field
      size="small"
      className={className ?? ''}
      label={t(`officeForm.${name}`)}
      {...notes(form.faultOf(name), hint === undefined ? undefined : t(`officeForm.${hint}`))}
    >
      <Textarea
        size="small"
        resize="vertical"
        rows={3}
        maxLength={LONGEST_DAYS}
        placeholder={t(`officeForm.${name}.example`)}
        value={form.valueOf(name)}
        onChange={(_, { value }) => form.change(name, value)}
      />
    </Field>
  );
}
