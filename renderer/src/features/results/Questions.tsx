import { useState } from 'react';
import { useAnswer } from '../../client/workbench.tsx';
import { afterDialog } from '../../ui/afterDialog.ts';
import { BulkFixDialog } from './decide/BulkFixDialog.tsx';
import type { Decisions } from './decide/decisions.ts';
import { HistoryDrawer } from './decide/HistoryDrawer.tsx';
import { WaiveDialog } from './decide/WaiveDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import type { ListQuery } from './list/findingPages.ts';
import { GoToCellDialog } from './list/GoToCellDialog.tsx';
import { NONE } from './list/selection.ts';
import { useResultsState } from './resultsState.ts';

/** The dialog that is open above the results. The last one stays until it has faded. */
export function Questions(props: {
  readonly query: ListQuery;
  /** Finding that is at hand. */
  readonly near: string | null;
  readonly decisions: Decisions;
  readonly toList: () => void;
}) {
  const { query, near, decisions, toList } = props;
  const { round } = query;
  const { question: asked, set, moveTo } = useResultsState();
  const rounds = useAnswer('rounds.list', {});
  const [last, setLast] = useState({ question: asked, serial: 0 });
  if (asked !== null && asked !== last.question) setLast({ question: asked, serial: last.serial + 1 });
  const { question, serial } = last;
  if (question === null) return null;

  const close = (): void => {
    set({ question: null });
    afterDialog(() => {
      const { opener, question: next } = useResultsState.getState();
      // Another question came up meanwhile and has the keyboard.
      if (next !== null) return;
      const isRow = opener?.hasAttribute('data-index') === true;
      if (!isRow && opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      else toList();
    });
  };
  const done = (): void => {
    set({ selection: NONE });
    close();
  };
  const shared = { isOpen: asked !== null, onClose: close };
  switch (question.kind) {
    case 'bulkFix': {
      const { target, about } = question;
      return (
        <BulkFixDialog
          {...shared}
          key={serial}
          round={round}
          target={target}
          about={about}
          decisions={decisions}
          onDone={done}
        />
      );
    }
    case 'waive': {
      const { target, findings } = question;
      const day = rounds.data?.rounds.find(({ id }) => id === round)?.date;
      if (day === undefined) return null;
      return (
        <WaiveDialog
          {...shared}
          key={serial}
          target={target}
          findings={findings}
          day={day}
          decisions={decisions}
          onDone={done}
        />
      );
    }
    case 'goTo':
      return (
        <GoToCellDialog
          {...shared}
          key={serial}
          query={query}
          near={near}
          onFound={(position) => {
            set({ question: null, anchor: position });
            moveTo(position);
            afterDialog(toList);
          }}
        />
      );
    case 'history':
      return <HistoryDrawer {...shared} key={serial} round={round} decisions={decisions} />;
    case 'keys':
      return <KeysDialog {...shared} key={serial} />;
  }
}
