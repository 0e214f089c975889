import { type ReactNode, useDeferredValue } from 'react';

/** The lower part of a long page, which is drawn right after the frame in which the page opens. */
export function Later({
  heights,
  children,
}: {
  /** Heights in pixels of the cards that are coming. */
  readonly heights: readonly number[];
  readonly children: ReactNode;
}) {
  const isOpen = useDeferredValue(true, false);
  if (isOpen) return children;
  return heights.map((height, index) => (
    <div key={index} className="card" style={{ height }} aria-busy="true" />
  ));
}
