import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useText } from '../../../app/language.tsx';
import { CHANGE_ICONS } from './changeKinds.ts';

type ProcedureChange = OutputOf<'references.compare'>['changes'][number];

const useStyles = makeStyles({
  row: {
    padding: '4px 8px',
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  kind: { display: 'inline-flex', alignItems: 'center', gap: '4px', minWidth: '80px' },
  code: { fontWeight: tokens.fontWeightSemibold },
  fields: { margin: '4px 0 0', paddingLeft: '24px', listStyleType: 'none' },
  field: {
    display: 'grid',
    gridTemplateColumns: '144px minmax(0, 1fr) 16px minmax(0, 1fr)',
    gap: '0 8px',
    padding: '2px 0',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: tokens.colorNeutralForeground2 },
  before: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  after: { whiteSpace: 'pre-wrap' },
  empty: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
});

/** A procedure that changed, field by field: what it said before and what it says now. */
export function ProcedureChangeRow({ change }: { readonly change: ProcedureChange }) {
  const styles = useStyles();
  const t = useText();
  const { code, name, kind, fields } = change;
  const Icon = CHANGE_ICONS[kind];
  const value = (text: string, className: string) =>
    text === '' ? (
      <span className={styles.empty}>{t('knowledge.blank')}</span>
    ) : (
      <span className={className}>{text}</span>
    );
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.kind}>
          <Icon aria-hidden />
          {t(`knowledge.compare.${kind}`)}
        </span>
        <span className={styles.code}>{code}</span>
        <span>{name}</span>
      </div>
      {fields.length > 0 && (
        <ul className={styles.fields}>
          {fields.map(({ field, before, after }) => (
            <li key={field} className={styles.field}>
              <span className={styles.name}>{field}</span>
              {value(before, styles.before)}
              <ArrowRightRegular aria-label={t('knowledge.becomes')} />
              {value(after, styles.after)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
