import { parentPort, type MessagePort } from 'node:worker_threads';
import { readSpreadsheet } from '../node/fileReading.ts';
import type { ReadingReply, ReadingRequest } from '../node/readingPool.ts';
import { packWorkbook } from '../node/spreadsheet/workbookTransfer.ts';

/** Reads one file after the other, as asked, and hands the workbooks over. Anything it throws ends it; the pool names the
 *  file and starts another worker. */
function serve(port: MessagePort): void {
  port.on('message', ({ file, limits }: ReadingRequest) => {
    void readSpreadsheet(file, { limits }).then(({ bytes, sha256, opened }) => {
      if (!opened.ok) {
        port.postMessage({ bytes, sha256, opened } satisfies ReadingReply);
        return;
      }
      const { packed, transfer } = packWorkbook(opened.value);
      port.postMessage({ bytes, sha256, opened: { ok: true, value: packed } } satisfies ReadingReply, transfer);
    });
  });
}

if (parentPort !== null) serve(parentPort);
