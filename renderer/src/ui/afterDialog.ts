/** Longest that a dialog takes to go; the page is not left waiting. */
const LONGEST_MILLISECONDS = 1500;

/** Runs something that takes the whole screen away, once a dialog that was just closed has let the page go: torn away before,
 *  it would leave the page hidden from screen readers. */
export function afterDialog(run: () => void): void {
  const started = performance.now();
  const look = (): void => {
    const isHidden = document.querySelector('#app')?.hasAttribute('aria-hidden') === true;
    if (isHidden && performance.now() - started < LONGEST_MILLISECONDS) requestAnimationFrame(look);
    else run();
  };
  look();
}
