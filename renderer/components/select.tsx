import { Select as MantineSelect, type SelectProps } from '@mantine/core';
import { useState } from 'react';

/**
 * A field with a list to choose from. The list is made when the field first has the focus, and is there when a key opens it:
 * kept in the page from the start, as the library does, it is laid out and placed at every opening of the page.
 */
export function Select<Value extends string = string>({ onFocus, ...props }: SelectProps<Value>) {
  const [isReached, setReached] = useState(false);
  return (
    <MantineSelect
      {...props}
      comboboxProps={{ withinPortal: false, keepMounted: isReached }}
      onFocus={(event) => {
        setReached(true);
        onFocus?.(event);
      }}
    />
  );
}
