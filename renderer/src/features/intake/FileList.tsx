import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { IntakeFile } from '../../../../shared/contract/intake.ts';
import { useText } from '../../app/language.tsx';
import { useSettings } from '../../app/useSettings.ts';
import { agenciesOf, type SheetPlace } from './fileStatus.ts';
import { FileRow } from './FileRow.tsx';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '160px',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    contain: 'strict',
  },
  whole: { position: 'relative', width: '100%' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

/** The files of the round, drawn only where they are seen. Arrow keys go from file to file.
 *  @param start  the sheet that was just reviewed: the list begins there, with the focus on its button */
export function FileList(props: {
  readonly files: readonly IntakeFile[];
  readonly all: readonly IntakeFile[];
  readonly start: SheetPlace | null;
  readonly onReview: (file: string, sheet: string) => void;
  readonly onSetAgency: (file: IntakeFile, agency: string | null) => void;
  readonly onUnconfirm: (file: IntakeFile, sheet: string) => void;
  readonly onRemove: (file: IntakeFile) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const isRoomy = useSettings().density === 'comfortable';
  const scroll = useRef<HTMLDivElement>(null);
  const { files, all, start, ...actions } = props;
  const agencies = useMemo(() => agenciesOf(all), [all]);
  const [active, setActive] = useState(0);
  const list = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => files[index]!.file,
    estimateSize: (index) => 40 + 28 * Math.max(1, files[index]!.sheets.length),
    overscan: 6,
    useFlushSync: false,
  });

  useEffect(() => {
    const index = files.findIndex(({ file }) => file === start?.file);
    if (start === null || index < 0) return;
    list.scrollToIndex(index, { align: 'center' });
    setActive(index);
    focusSoon(() =>
      rowAt(scroll.current, index)?.querySelector<HTMLElement>(`[data-review=${CSS.escape(start.sheet)}]`),
    );
    // Once, when the list comes back.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const go = (index: number): void => {
    const to = Math.max(0, Math.min(files.length - 1, index));
    setActive(to);
    list.scrollToIndex(to);
    focusSoon(() => rowAt(scroll.current, to));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>, index: number): void => {
    if (event.target !== event.currentTarget) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: files.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      go(to);
    } else if (event.key === 'Delete') actions.onRemove(files[index]!);
  };

  return (
    <div ref={scroll} className={styles.scroll}>
      <div
        className={styles.whole}
        role="list"
        aria-label={t('intakeScreen.files')}
        style={{ height: list.getTotalSize() }}
      >
        {list.getVirtualItems().map(({ key, index, start: top }) => (
          <div
            key={key}
            ref={list.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={files.length}
            aria-posinset={index + 1}
            aria-label={files[index]!.name}
            tabIndex={index === Math.min(active, files.length - 1) ? 0 : -1}
            className={styles.item}
            style={{ transform: `translateY(${top}px)` }}
            onFocus={() => setActive(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <FileRow file={files[index]!} agencies={agencies} isRoomy={isRoomy} {...actions} />
          </div>
        ))}
      </div>
    </div>
  );
}

const rowAt = (scroll: HTMLElement | null, index: number): HTMLElement | null =>
  scroll?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;

/** Focuses what is drawn only after the list has scrolled to it; two frames, since rows are measured first. */
function focusSoon(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
}
