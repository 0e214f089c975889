import { type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * The lower part of a long page, which is drawn right after the frame in which the page opens. It is not begun before:
 * that frame would wait for it.
 */
export function Later({
  heights,
  children,
}: {
  /** Heights in pixels of the cards that are coming. */
  readonly heights: readonly number[];
  readonly children: ReactNode;
}) {
  // A page that is out of sight has no frames to wait for.
  const [isOpen, setOpen] = useState(document.hidden);
  useEffect(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      startTransition(() => {
        setOpen(true);
      });
    };
    const frame = requestAnimationFrame(() => {
      port2.postMessage(null);
    });
    return () => {
      cancelAnimationFrame(frame);
      port1.close();
    };
  }, []);
  if (isOpen) return children;
  return heights.map((height, index) => (
    <div key={index} className="card" style={{ height }} aria-busy="true" />
  ));
}
