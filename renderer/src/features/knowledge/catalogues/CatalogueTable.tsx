import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DeleteRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReferenceLine } from '../../../../../shared/contract/knowledge.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';
import { usePlainTable } from '../../../ui/plainTable.ts';
import { isDay } from './catalogueDay.ts';

const useStyles = makeStyles({
  title: { overflowWrap: 'anywhere', minWidth: '180px' },
  badge: { marginLeft: '8px', verticalAlign: 'middle' },
  hash: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: 'nowrap' },
  state: { display: 'inline-flex', alignItems: 'center', gap: '4px', minWidth: 'max-content' },
  actions: { display: 'flex', gap: '4px', justifyContent: 'flex-end', minWidth: 'max-content' },
});

/** Enough of a hash to tell two catalogues apart. */
const SHORT_HASH = 10;

/** The catalogues that are kept, with what can be done with each. */
export function CatalogueTable(props: {
  readonly references: readonly ReferenceLine[];
  /** The one that the open round leans on. */
  readonly inUse: string | null;
  readonly hasRound: boolean;
  /** The one whose doubts are shown. */
  readonly doubtsOf: string | null;
  onUse(reference: ReferenceLine): void;
  onDoubts(reference: ReferenceLine): void;
  onRemove(reference: ReferenceLine): void;
}) {
  const styles = useStyles();
  const table = usePlainTable();
  const t = useText();
  const { references } = props;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('knowledge.catalogue')}</th>
          <th scope="col">{t('knowledge.date')}</th>
          <th scope="col">{t('knowledge.hash')}</th>
          <th scope="col" className={table.number}>
            {t('knowledge.records')}
          </th>
          <th scope="col">{t('knowledge.extent')}</th>
          <th scope="col">{t('knowledge.doubts')}</th>
          <th scope="col">
            <span className={table.spoken}>{t('knowledge.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {references.map((reference) => (
          <CatalogueRow key={reference.id} {...props} reference={reference} styles={styles} table={table} />
        ))}
      </tbody>
    </table>
  );
}

function CatalogueRow(
  props: Omit<Parameters<typeof CatalogueTable>[0], 'references'> & {
    readonly reference: ReferenceLine;
    readonly styles: ReturnType<typeof useStyles>;
    readonly table: ReturnType<typeof usePlainTable>;
  },
) {
  const t = useText();
  const format = useFormat();
  const { reference, styles, table } = props;
  const { title, date, hash, records, complete, doubts, sample } = reference;
  const isUsed = props.inUse === reference.id;
  return (
    <tr>
      <th scope="row" className={styles.title}>
        {title}
        {sample && (
          <Badge className={styles.badge} appearance="outline" size="small">
            {t('knowledge.sample')}
          </Badge>
        )}
        {isUsed && (
          <Badge className={styles.badge} appearance="tint" size="small" icon={<CheckmarkCircleRegular />}>
            {t('knowledge.inUse')}
          </Badge>
        )}
      </th>
      <td>{isDay(date) ? format.day(date) : date === '' ? '–' : date}</td>
      <td className={styles.hash} title={hash}>
        {hash.slice(0, SHORT_HASH)}
        {hash.length > SHORT_HASH && '…'}
      </td>
      <td className={table.number}>{format.number(records)}</td>
      <td title={t(complete ? 'knowledge.completeHint' : 'knowledge.partialHint')}>
        <span className={styles.state}>
          {complete ? <CheckmarkCircleRegular aria-hidden /> : <WarningRegular aria-hidden />}
          {t(complete ? 'knowledge.complete' : 'knowledge.partial')}
        </span>
      </td>
      <td>
        {doubts === 0 ? (
          t('knowledge.noDoubts')
        ) : (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={props.doubtsOf === reference.id}
            onClick={() => props.onDoubts(reference)}
          >
            {t('knowledge.showDoubts', { count: format.number(doubts) })}
          </Button>
        )}
      </td>
      <td>
        <div className={styles.actions}>
          <ReasonedButton
            reason={isUsed ? t('knowledge.alreadyInUse') : props.hasRound ? null : t('knowledge.needsRound')}
            aria-label={t('knowledge.useThis', { title })}
            onClick={() => !isUsed && props.hasRound && props.onUse(reference)}
          >
            {t('knowledge.use')}
          </ReasonedButton>
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t('knowledge.removeThis', { title })}
            title={t('knowledge.remove')}
            onClick={() => props.onRemove(reference)}
          />
        </div>
      </td>
    </tr>
  );
}
