import { useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './privacy-page.module.css';

/** One part of the page under its own heading. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`card ${classes.section ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
