import { refused, type Reply } from '../../../shared/contract/envelope.ts';

/** Sends a file to the host that served the page. `fetch` doesn't tell how far it is, so this goes the older way.
 *  Errors: `upload.cancelled`, `host.noToken`, `host.disconnected`, those of the host.
 *  @param onProgress  told of bytes of the file that have gone */
export function upload(
  path: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Reply<unknown>> {
  if (signal.aborted) return Promise.resolve(refused('upload.cancelled'));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    const end = (reply: Reply<unknown>): void => {
      signal.removeEventListener('abort', abort);
      resolve(reply);
    };
    request.open('PUT', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size));
    request.onload = () => end(answerOf(request));
    request.onerror = () => end(refused('host.disconnected', {}, true));
    request.onabort = () => end(refused('upload.cancelled'));
    signal.addEventListener('abort', abort);
    request.send(file);
  });
}

function answerOf({ status, response }: XMLHttpRequest): Reply<unknown> {
  if (status === 401) return refused('host.noToken', {}, true);
  // Our own host is the only one who can answer here; what is no JSON is null.
  return status === 200 && response !== null ? (response as Reply<unknown>) : refused('host.disconnected', {}, true);
}
