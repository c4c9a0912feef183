import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { RuleLine } from '../../../../../shared/contract/knowledge.ts';
import { useText } from '../../../app/language.tsx';

const useStyles = makeStyles({ field: { minWidth: '200px', maxWidth: '360px', flexGrow: 1 } });

/** A parameter of a rule. An empty field leaves it to the level above; numbers, lists and texts are written as JSON would
 *  write them, texts without their quotes.
 *  @param given  what the rule set says; undefined: nothing */
export function ParameterField(props: {
  readonly rule: string;
  readonly param: RuleLine['params'][number];
  readonly given: unknown;
  readonly locked: boolean;
  onChange(value: unknown): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { param, given, locked, onChange } = props;
  const preset = readJson(param.value);
  const written = given === undefined ? '' : shownOf(given);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const value = valueOf(text, preset);
  const label = param.about === '' ? param.name : param.about;
  if (typeof preset === 'boolean') {
    return (
      <Checkbox
        label={label}
        title={param.name}
        disabled={locked}
        checked={given === undefined ? preset : given === true}
        onChange={(_, { checked }) => onChange(checked === preset ? undefined : checked)}
      />
    );
  }
  const keep = (): void => {
    if (text !== written && (text === '' || value !== undefined)) onChange(text === '' ? undefined : value);
  };
  return (
    <Field
      className={styles.field}
      size="small"
      label={label}
      title={`${props.rule} ${param.name}`}
      {...(text !== '' && value === undefined
        ? { validationState: 'error' as const, validationMessage: t('knowledge.paramForm', { example: param.value }) }
        : {})}
    >
      <Input
        size="small"
        disabled={locked}
        placeholder={shownOf(preset)}
        value={text}
        onChange={(_, { value: next }) => setText(next)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </Field>
  );
}

const shownOf = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value behind a text, of the same kind as the default; undefined when it is none. */
function valueOf(text: string, preset: unknown): unknown {
  if (typeof preset === 'string') return text;
  const read = readJson(typeof preset === 'number' ? text.replace(',', '.') : text);
  if (preset === undefined) return read ?? text;
  const isSameKind = typeof read === typeof preset && Array.isArray(read) === Array.isArray(preset);
  return isSameKind ? read : undefined;
}
