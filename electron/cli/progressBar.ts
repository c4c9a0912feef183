/** A one-line progress bar on a terminal; silent where stderr is not one. */
export interface ProgressBar {
  show(label: string, done: number, total: number): void;
  /** Wipes the line. */
  clear(): void;
}

const WIDTH = 24;

/** At most this often, in milliseconds. */
const INTERVAL = 100;

/** A bar on the given stream. */
export function progressBar(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  quiet: boolean,
): ProgressBar {
  if (quiet || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  let last = 0;
  let shown = false;
  return {
    show(label, done, total) {
      const now = performance.now();
      if (now - last < INTERVAL && done < total) return;
      last = now;
      shown = true;
      const share = total === 0 ? 1 : done / total;
      const full = Math.round(share * WIDTH);
      stream.write(
        `\r\u001B[K${label} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(share * 100)} % (${done}/${total})`,
      );
    },
    clear() {
      if (shown) stream.write('\r\u001B[K');
    },
  };
}
