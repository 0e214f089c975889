import type { ReactNode } from 'react';
import { useId } from '@mantine/hooks';
import classes from './settings.module.css';

/** A group of settings under its heading. */
export function SettingGroup({
  title,
  detail,
  children,
}: {
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`card ${classes.group ?? ''}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {detail === undefined ? null : <p className={classes.detail}>{detail}</p>}
      </header>
      <div className={classes.rows}>{children}</div>
    </section>
  );
}

/** One setting: what it is and what it does at the left, its control at the right. */
export function SettingRow({
  label,
  detail,
  control,
}: {
  readonly label: string;
  readonly detail?: string;
  /** Gets the ids of the label and of the detail, to be named and described by them. */
  control(ids: { readonly labelledBy: string; readonly describedBy: string }): ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.row}>
      <div className={classes.text}>
        <p className={classes.label} id={`${id}-label`}>
          {label}
        </p>
        <p className={classes.detail} id={`${id}-detail`}>
          {detail}
        </p>
      </div>
      <div className={classes.control}>
        {control({ labelledBy: `${id}-label`, describedBy: `${id}-detail` })}
      </div>
    </div>
  );
}
