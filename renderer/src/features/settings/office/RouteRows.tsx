import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { dailyRoutes } from '../../../../../shared/reports/daily/routes.ts';
import type { Fault } from '../../../../../shared/result.ts';
import { UNKNOWN_OFFICE, type DailyRoute } from '../../../../../shared/settings/office.ts';
import { useText } from '../../../app/language.tsx';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';
import { useFieldNotes } from './DraftFields.tsx';
import { MOST_ROUTES } from './officeDraft.ts';

export const LEVELS = ['commune', 'department', 'province'] as const;

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '4px' },
  name: { fontWeight: tokens.fontWeightRegular },
  list: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '4px 8px' },
  from: { width: '144px' },
  to: { flexGrow: 1, flexBasis: '200px' },
  due: { width: '120px', flexShrink: 0 },
  // As wide as its field, not as wide as twenty letters.
  whole: { width: '100%', minWidth: 0 },
  /** Beside the input, not beside its label. */
  remove: { marginTop: '20px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Who sends a daily report to whom by when: the common rules, or this office's own. @param routes  null: the common ones */
export function RouteRows(props: {
  readonly routes: readonly DailyRoute[] | null;
  readonly province: string;
  faultOf(field: string): Fault | undefined;
  onChange(routes: readonly DailyRoute[] | null): void;
}) {
  const styles = useStyles();
  const t = useText();
  const notes = useFieldNotes();
  const { routes, province, faultOf, onChange } = props;
  const common = dailyRoutes(
    /^\d{2}$/.test(province.trim()) ? { ...UNKNOWN_OFFICE, province: province.trim() } : UNKNOWN_OFFICE,
  );
  const set = (at: number, change: Partial<DailyRoute>): void =>
    onChange(routes!.map((route, index) => (index === at ? { ...route, ...change } : route)));
  return (
    <div role="group" aria-labelledby="office-routes" className={styles.group}>
      <Text id="office-routes" className={styles.name}>
        {t('officeForm.routes')}
      </Text>
      <Text size={200}>{t('officeForm.everyDay')}</Text>
      <Text size={200}>{t(routes === null ? 'officeForm.routesCommon' : 'officeForm.routesOwn')}</Text>
      {routes === null ? (
        <ul className={styles.list}>
          {common.map((route) => (
            <li key={route.from}>{t('officeForm.route', { ...route, from: t(`officeForm.level.${route.from}`) })}</li>
          ))}
        </ul>
      ) : (
        routes.map(({ from, to, due }, at) => (
          // Rows have no name of their own; they are only added at the end.
          <div key={at} className={styles.row}>
            <Field size="small" className={styles.from} label={t('officeForm.from')}>
              <Select
                size="small"
                aria-label={t('officeForm.fromOf', { line: at + 1 })}
                value={from}
                onChange={(_, { value }) => set(at, { from: LEVELS.find((level) => level === value) ?? from })}
              >
                {LEVELS.map((level) => (
                  <option key={level} value={level}>
                    {t(`officeForm.level.${level}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field size="small" className={styles.to} label={t('officeForm.to')} {...notes(faultOf(`to.${at}`))}>
              <Input
                size="small"
                aria-label={t('officeForm.toOf', { line: at + 1 })}
                maxLength={200}
                value={to}
                onChange={(_, { value }) => set(at, { to: value })}
              />
            </Field>
            <Field size="small" className={styles.due} label={t('officeForm.due')} {...notes(faultOf(`due.${at}`))}>
              <Input
                size="small"
                className={styles.whole}
                inputMode="numeric"
                maxLength={5}
                placeholder="16:00"
                aria-label={t('officeForm.dueOf', { line: at + 1 })}
                value={due}
                onChange={(_, { value }) => set(at, { due: value.replace(/[hg.,]/i, ':') })}
                onBlur={() => /^\d:/.test(due) && set(at, { due: `0${due}` })}
              />
            </Field>
            <Button
              size="small"
              appearance="subtle"
              className={styles.remove}
              icon={<DeleteRegular />}
              aria-label={t('officeForm.removeRoute', { line: at + 1 })}
              title={t('officeForm.removeRoute', { line: at + 1 })}
              onClick={() => onChange(routes.filter((_, index) => index !== at))}
            />
          </div>
        ))
      )}
      {routes?.length === 0 && <Text size={200}>{t('officeForm.noRoutes')}</Text>}
      <div className={styles.actions}>
        {routes === null ? (
          <Button size="small" onClick={() => onChange(common)}>
            {t('officeForm.setRoutes')}
          </Button>
        ) : (
          <>
            <ReasonedButton
              icon={<AddRegular />}
              reason={routes.length < MOST_ROUTES ? null : t('officeForm.enoughRoutes', { most: MOST_ROUTES })}
              onClick={() =>
                routes.length < MOST_ROUTES && onChange([...routes, { from: 'department', to: '', due: '16:00' }])
              }
            >
              {t('officeForm.addRoute')}
            </ReasonedButton>
            <Button size="small" onClick={() => onChange(null)}>
              {t('officeForm.commonRoutes')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
