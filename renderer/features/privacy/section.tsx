import { useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './privacy-page.module.css';

/** One part of the page under its own heading. */
export function Section({
  title,
  anchor,
  children,
}: {
  readonly title: string;
  /** Names the part, for what leads to it. */
  readonly anchor?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section id={anchor} className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
