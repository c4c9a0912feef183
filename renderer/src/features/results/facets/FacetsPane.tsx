import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useLayoutEffect } from 'react';
import type { FacetCounts } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import type { CallRefused } from '../../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';
import { useResultsState } from '../resultsState.ts';
import { Facets } from './Facets.tsx';

const useStyles = makeStyles({
  docked: {
    flexShrink: 0,
    width: '216px',
    padding: '4px 4px 16px',
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The filters: beside the list where there is room, else in a drawer over it. */
export function FacetsPane(props: {
  readonly answer: { readonly data: FacetCounts | undefined; readonly error: CallRefused | null; refetch(): unknown };
  readonly isDocked: boolean;
}) {
  const styles = useStyles();
  const t = useText();
  const { answer, isDocked } = props;
  const { areFacetsOpen, set } = useResultsState();
  // What stood beside the list must not drop over it when room gets short: at higher zoom, or by an opened finding.
  useLayoutEffect(() => {
    if (!isDocked) set({ areFacetsOpen: false });
  }, [isDocked, set]);
  if (isDocked && !areFacetsOpen) return null;
  const fault = faultOf(answer.error);
  const content =
    fault !== null ? (
      <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
    ) : answer.data === undefined ? (
      <Spinner size="tiny" label={t('app.loading')} />
    ) : (
      <Facets counts={answer.data} />
    );
  if (isDocked) {
    return (
      <section className={styles.docked} aria-label={t('results.filters')}>
        {content}
      </section>
    );
  }
  const close = (): void => set({ areFacetsOpen: false });
  return (
    <OverlayDrawer open={areFacetsOpen} position="start" onOpenChange={close}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label={t('app.close')} onClick={close} />}
        >
          {t('results.filters')}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{content}</DrawerBody>
    </OverlayDrawer>
  );
}
