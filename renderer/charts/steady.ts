import { type FunctionComponent, memo } from 'react';

/**
 * A chart that is drawn anew only where what it shows has changed. The figures of a day that runs are
 * fetched every few seconds and mostly say what they said before, and drawing takes longer than a frame.
 *
 * Functions among the properties are left out of the comparison: they must do the same for as long as the
 * rest is the same.
 */
export function steady<Props extends object>(
  component: FunctionComponent<Props>,
): FunctionComponent<Props> {
  return memo(component, (before, after) => JSON.stringify(before) === JSON.stringify(after));
}
