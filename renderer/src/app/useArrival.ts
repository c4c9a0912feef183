import { useEffect } from 'react';

/** Another screen may have taken away what had the focus, a dialog for instance: it goes on where the new one begins.
 *  @param screen  another text when another screen is shown */
export function useArrival(screen: string): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.querySelector('main')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [screen]);
}
