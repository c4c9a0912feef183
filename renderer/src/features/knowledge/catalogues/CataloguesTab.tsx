import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { BranchCompareRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReferenceLine } from '../../../../../shared/contract/knowledge.ts';
import { useText } from '../../../app/language.tsx';
import { useNotices } from '../../../client/notices.ts';
import { useToasts } from '../../../client/toasts.ts';
import { useAction, useAnswer, type CallRefused } from '../../../client/workbench.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';
import { useRoundSetting } from '../useRoundSetting.ts';
import { CatalogueTable } from './CatalogueTable.tsx';
import { CompareCatalogues } from './CompareCatalogues.tsx';
import { DoubtList } from './DoubtList.tsx';
import { ImportCatalogue } from './ImportCatalogue.tsx';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px 16px', minHeight: 0, flexGrow: 1 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', flexShrink: 0 },
  tables: {
    flexShrink: 0,
    maxHeight: '40%',
    overflow: 'auto',
    '@media (max-width: 900px)': { maxHeight: 'none' },
  },
  below: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { flexShrink: 0, minHeight: '280px' },
  },
  leaning: { margin: '8px 0 0', paddingLeft: '20px' },
});

type Shown = { readonly kind: 'compare' } | { readonly kind: 'doubts'; readonly reference: string } | null;

/** National catalogues that are kept: which one the round leans on, what they doubt themselves, what changed. */
export function CataloguesTab({ round }: { readonly round: string | null }) {
  const styles = useStyles();
  const t = useText();
  const answer = useAnswer('references.list', {});
  const setting = useRoundSetting(round);
  const [shown, show] = useState<Shown>(null);
  const [leaving, setLeaving] = useState<ReferenceLine | null>(null);
  const references = answer.data?.references ?? [];
  const fault = faultOf(answer.error);
  const doubted = shown?.kind === 'doubts' ? references.find(({ id }) => id === shown.reference) : undefined;

  if (fault !== null) return <FaultNote fault={fault} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Spinner size="small" label={t('app.loading')} />;
  if (references.length === 0) {
    return (
      <EmptyState title={t('knowledge.noCatalogue')} text={t('knowledge.noCatalogueText')}>
        <ImportCatalogue />
      </EmptyState>
    );
  }
  return (
    <div className={styles.tab}>
      <div className={styles.tools}>
        <ImportCatalogue />
        <ReasonedButton
          icon={<BranchCompareRegular />}
          aria-pressed={shown?.kind === 'compare'}
          reason={references.length < 2 ? t('knowledge.compareNeedsTwo') : null}
          onClick={() => references.length > 1 && show(shown?.kind === 'compare' ? null : { kind: 'compare' })}
        >
          {t('knowledge.compare')}
        </ReasonedButton>
        {setting.card !== null && setting.card.reference !== null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => setting.useReference(null, t('knowledge.usesNoCatalogue'))}
          >
            {t('knowledge.useNoCatalogue')}
          </Button>
        )}
      </div>
      <div className={styles.tables} role="region" aria-label={t('knowledge.tab.catalogues')} tabIndex={0}>
        <CatalogueTable
          references={references}
          inUse={setting.card?.reference ?? null}
          hasRound={setting.card !== null}
          doubtsOf={doubted?.id ?? null}
          onUse={({ id, title }) => setting.useReference(id, t('knowledge.usesCatalogue', { title }))}
          onDoubts={({ id }) => show(doubted?.id === id ? null : { kind: 'doubts', reference: id })}
          onRemove={setLeaving}
        />
      </div>
      {shown?.kind === 'compare' && references.length > 1 && (
        <div className={styles.below}>
          <CompareCatalogues references={references} round={round} />
        </div>
      )}
      {doubted !== undefined && (
        <div className={styles.below}>
          <DoubtList reference={doubted} />
        </div>
      )}
      {leaving !== null && <RemoveDialog reference={leaving} setting={setting} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function RemoveDialog(props: {
  readonly reference: ReferenceLine;
  readonly setting: ReturnType<typeof useRoundSetting>;
  onClose(): void;
}) {
  const styles = useStyles();
  const t = useText();
  const remove = useAction('references.remove');
  const say = useNotices((state) => state.say);
  const show = useToasts((state) => state.show);
  const { reference, setting, onClose } = props;
  const leaning = setting.rounds.filter((one) => one.reference === reference.id);
  const confirm = (): void => {
    onClose();
    // A promise, because this dialog is gone by the time of the answer.
    remove.mutateAsync({ reference: reference.id }).then(
      () => {
        show(t('knowledge.removed', { title: reference.title }));
        if (setting.card?.reference === reference.id) void setting.judgeAnew();
      },
      ({ fault }: CallRefused) => say(fault),
    );
  };
  return (
    <ConfirmDialog
      title={t('knowledge.removeTitle', { title: reference.title })}
      confirm={t('knowledge.remove')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('knowledge.removeText')}
      {leaning.length > 0 && (
        <>
          <p>{t('knowledge.removeLeaning')}</p>
          <ul className={styles.leaning}>
            {leaning.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
