import type { ReactNode } from 'react';
import classes from './fact.module.css';

/** Figures with what each of them is. */
export function Facts({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="card" aria-label={label}>
      <dl className={classes.facts}>{children}</dl>
    </section>
  );
}

/** One figure. */
export function FactItem({
  label,
  detail,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly detail: string;
  /** Whether it holds more than one figure. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? `${classes.fact ?? ''} ${classes.wide ?? ''}` : classes.fact}>
      <dt>{label}</dt>
      <dd>
        <span className={classes.value}>{children}</span>
        <span className={classes.detail}>{detail}</span>
      </dd>
    </div>
  );
}
