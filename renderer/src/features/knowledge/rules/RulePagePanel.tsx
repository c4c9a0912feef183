import { Badge, makeStyles, Spinner, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { useAnswer } from '../../../client/workbench.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { usePlainTable } from '../../../ui/plainTable.ts';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '88ch', overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  id: { color: tokens.colorNeutralForeground2 },
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '20px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** What a rule wants, why, how to mend what it finds, and where that is written. */
export function RulePagePanel({ rule, round }: { readonly rule: string | null; readonly round: string | null }) {
  const styles = useStyles();
  const table = usePlainTable();
  const t = useText();
  const language = useLanguage();
  const { narrow, go } = usePlace();
  const answer = useAnswer('rules.page', rule === null ? null : { rule, language });
  const fault = faultOf(answer.error);
  if (fault !== null) return <FaultNote fault={fault} />;
  const page = answer.data;
  if (page === undefined) return <Spinner size="small" label={t('app.loading')} />;
  const { id, title, severity, group, datasets, letters, why, howToFix, legal, messages, fields, params, locked } =
    page;

  const part = (name: string, content: ReactNode) => (
    <section className={styles.part}>
      <h3 className={styles.name}>{t(`knowledge.rule.${name}`)}</h3>
      {content}
    </section>
  );
  const list = (items: readonly string[]) => (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  const chips = (items: readonly string[]) => (
    <div className={styles.chips}>
      {items.map((item) => (
        <Badge key={item} appearance="outline" color="informative">
          {item}
        </Badge>
      ))}
    </div>
  );

  return (
    <article className={styles.page}>
      <div className={styles.head}>
        <Text className={styles.id}>{`${group} · ${id}`}</Text>
        <SeverityMark severity={severity} />
        {locked && (
          <Badge
            appearance="outline"
            color="informative"
            icon={<LockClosedRegular />}
            title={t('knowledge.lockedHint')}
          >
            {t('knowledge.locked')}
          </Badge>
        )}
      </div>
      <Subtitle1 as="h2">{title}</Subtitle1>
      <div>
        <ReasonedButton
          reason={round === null ? t('knowledge.needsRound') : null}
          onClick={() => {
            if (round === null) return;
            narrow({ rule: [id] });
            go('results');
          }}
        >
          {t('knowledge.rule.showFindings')}
        </ReasonedButton>
      </div>
      {part('why', <Text>{why}</Text>)}
      {part('howToFix', <Text>{howToFix}</Text>)}
      {legal.length > 0 && part('legal', list(legal.map(({ text }) => text)))}
      {letters.length > 0 &&
        part(
          'asks',
          list(
            letters.map(({ letter, paragraph, demand }) =>
              [[paragraph, letter].filter((text) => text !== '').join(' '), demand]
                .filter((text) => text !== '')
                .join(': '),
            ),
          ),
        )}
      {part('datasets', chips(datasets))}
      {fields.length > 0 && part('fields', chips(fields))}
      {part('messages', list(messages.map((message) => message.replaceAll(/\{\w+\}/g, '…'))))}
      {part(
        'params',
        params.length === 0 ? (
          <Text>{t('knowledge.rule.noParams')}</Text>
        ) : (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('knowledge.param')}</th>
                <th scope="col">{t('knowledge.paramDefault')}</th>
                <th scope="col">{t('knowledge.paramAbout')}</th>
              </tr>
            </thead>
            <tbody>
              {params.map(({ name, value, about }) => (
                <tr key={name}>
                  <th scope="row" className={styles.code}>
                    {name}
                  </th>
                  <td className={styles.code}>{value}</td>
                  <td>{about}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
    </article>
  );
}
