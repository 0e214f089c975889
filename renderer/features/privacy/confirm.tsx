import { Button } from '@mantine/core';
import { useId } from '@mantine/hooks';
import classes from './privacy-page.module.css';

/** Asks before something is taken away; "no" has the focus. */
export function Confirm({
  question,
  yes,
  no,
  onYes,
  onNo,
}: {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  onYes(): void;
  onNo(): void;
}) {
  const id = useId();
  return (
    <div className={classes.confirm} role="alertdialog" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div>
        <Button mr="sm" onClick={onYes}>
          {yes}
        </Button>
        <Button variant="default" autoFocus onClick={onNo}>
          {no}
        </Button>
      </div>
    </div>
  );
}
