import { useEffect, useState } from 'react';
import { useText } from '../../app/language.tsx';
import { drawSheets } from './paperSheets.ts';
import { fitPage, writePage } from './reportFrame.ts';

/** Lays a page out on its sheets in a frame.
 *  @param frame  null while it is not there; a new one is written anew
 *  @param html  left out while it is not there yet
 *  @returns how many sheets; undefined while they are laid out, null in a browser that cannot show them */
export function usePaperSheets(
  frame: HTMLIFrameElement | null,
  html: string | undefined,
  isFitted: boolean,
): number | null | undefined {
  const t = useText();
  const [sheets, setSheets] = useState<number | null>();

  useEffect(() => {
    const page = frame?.contentDocument;
    if (frame === null || page === null || page === undefined || html === undefined) return;
    writePage(frame, html);
    // This drawing asks for the fonts, the next one sets the text in them.
    drawSheets(page, () => '');
    let isShown = true;
    void page.fonts.ready.then(() => {
      if (isShown) setSheets(drawSheets(page, (number, count) => t('reports.sheet', { number, count })));
    });
    return () => {
      isShown = false;
      setSheets(undefined);
    };
  }, [frame, html, t]);

  useEffect(() => {
    if (frame === null || sheets === undefined) return;
    const sizes = new ResizeObserver(() => fitPage(frame, isFitted));
    sizes.observe(frame);
    return () => sizes.disconnect();
  }, [frame, isFitted, sheets]);

  return sheets;
}
