import { parentPort, type MessagePort } from 'node:worker_threads';
import { readWorkbook } from '../../shared/intake/readWorkbook.ts';
import type { Workbook } from '../../shared/table/sheet.ts';
import { readSpreadsheet } from '../node/fileReading.ts';
import type { ReadingReply, ReadingRequest } from '../node/readingPool.ts';
import { packReadings } from '../node/readingTransfer.ts';
import { packWorkbook } from '../node/spreadsheet/workbookTransfer.ts';

/** Reads one file after the other, as asked, and hands over its workbook or what intake makes of it. Anything it throws
 *  ends it; the pool names the file and starts another worker. */
function serve(port: MessagePort): void {
  let last = Promise.resolve();
  port.on('message', (request: ReadingRequest) => {
    last = last.then(() => answer(port, request));
  });
}

async function answer(port: MessagePort, request: ReadingRequest): Promise<void> {
  const { bytes, sha256, opened } = await readSpreadsheet(request.file, { limits: request.limits });
  if (!opened.ok) {
    port.postMessage({ bytes, sha256, opened } satisfies ReadingReply);
    return;
  }
  const { packed, transfer } = packedFor(request, opened.value);
  port.postMessage({ bytes, sha256, opened: { ok: true, value: packed } } satisfies ReadingReply, transfer);
}

function packedFor({ file, mappings }: ReadingRequest, workbook: Workbook) {
  if (mappings === null) return packWorkbook(workbook);
  return packReadings({ format: workbook.format, readings: readWorkbook(workbook, { file: file.shown, mappings }) });
}

if (parentPort !== null) serve(parentPort);
