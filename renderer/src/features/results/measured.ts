import { useLayoutEffect, useState, type RefObject } from 'react';

/** Size of an element in CSS pixels, followed as it changes. */
export function useMeasured(ref: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setSize({ width: Math.round(width), height: Math.round(height) });
    });
    setSize({ width: element.clientWidth, height: element.clientHeight });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
