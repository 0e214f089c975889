import type { ReactNode } from 'react';
import { HelpTip } from './help-tip.tsx';
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
  help,
  detail,
  wide = false,
  children,
}: {
  readonly label: string;
  /** How it is reckoned. */
  readonly help?: string;
  readonly detail: string;
  /** Whether it holds more than one figure. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? `${classes.fact ?? ''} ${classes.wide ?? ''}` : classes.fact}>
      <dt>
        {label}
        {help === undefined ? null : <HelpTip text={help} about={label} />}
      </dt>
      <dd>
        <span className={classes.value}>{children}</span>
        <span className={classes.detail}>{detail}</span>
      </dd>
    </div>
  );
}
