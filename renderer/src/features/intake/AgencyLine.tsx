import { Button, Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { IntakeFile } from '../../../../shared/contract/intake.ts';
import { searchKey } from '../../../../shared/domain/vietnameseText.ts';
import { useText } from '../../app/language.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: 'anywhere' },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px' },
  box: { minWidth: '160px' },
});

/** More names than a person reads through. */
const LISTED = 50;

/** Whose data a file is, and a way to say so. */
export function AgencyLine(props: {
  readonly file: IntakeFile;
  readonly agencies: readonly string[];
  /** null: what the file says. */
  readonly onSet: (agency: string | null) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  const line = useRef<HTMLDivElement>(null);
  const { file, agencies, onSet } = props;
  if (isEditing) {
    return (
      <AgencyForm
        agency={file.agency ?? ''}
        agencies={agencies}
        onEnd={(agency) => {
          setEditing(false);
          if (agency !== undefined && agency !== file.agency) onSet(agency);
          // The button comes back with the next drawing.
          requestAnimationFrame(() => line.current?.querySelector('button')?.focus());
        }}
      />
    );
  }
  const isSeveral = file.sheets.some(({ verdict }) => verdict === 'recognised');
  const shown = file.agency ?? t(isSeveral ? 'intakeScreen.severalAgencies' : 'intakeScreen.noAgency');
  return (
    <div ref={line} className={styles.line}>
      <span className={styles.name}>{t('intakeScreen.agency', { agency: shown })}</span>
      <Button
        size="small"
        appearance="transparent"
        icon={<EditRegular />}
        aria-label={t('intakeScreen.editAgency', { file: file.name })}
        onClick={() => setEditing(true)}
      />
    </div>
  );
}

function AgencyForm(props: {
  readonly agency: string;
  readonly agencies: readonly string[];
  /** undefined: left as it is. */
  readonly onEnd: (agency: string | null | undefined) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const [text, setText] = useState(props.agency);
  const [isOpen, setOpen] = useState(false);
  const name = text.trim();
  const key = searchKey(name);
  const offered = props.agencies
    .filter((one) => name === props.agency || searchKey(one).includes(key))
    .slice(0, LISTED);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.length !== 1) props.onEnd(name === '' ? null : name);
      }}
      onKeyDown={(event) => {
        // The first Escape closes the list of names.
        if (event.key === 'Escape' && !isOpen) props.onEnd(undefined);
      }}
    >
      <Field
        size="small"
        label={t('intakeScreen.agencyLabel')}
        {...(name.length === 1
          ? { validationMessage: t('intakeScreen.agencyTooShort') }
          : { hint: t('intakeScreen.agencyHint') })}
      >
        <Combobox
          size="small"
          expandIcon={{ 'aria-label': t('app.openList') }}
          freeform
          open={isOpen}
          onOpenChange={(_, { open }) => setOpen(open)}
          autoFocus
          className={styles.box}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onOptionSelect={(_, { optionText }) => optionText !== undefined && setText(optionText)}
        >
          {offered.map((one) => (
            <Option key={one}>{one}</Option>
          ))}
        </Combobox>
      </Field>
      <Button size="small" type="submit" appearance="primary" disabled={name.length === 1}>
        {t('intakeScreen.save')}
      </Button>
      <Button size="small" onClick={() => props.onEnd(undefined)}>
        {t('intakeScreen.cancel')}
      </Button>
    </form>
  );
}
