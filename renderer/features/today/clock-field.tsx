import { TextInput, type TextInputProps } from '@mantine/core';

/** A time of the clock, to the second. */
export function ClockField({
  onChange,
  ...field
}: Omit<TextInputProps, 'onChange'> & { readonly onChange: (text: string) => void }) {
  return (
    <TextInput
      type="time"
      step={1}
      {...field}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
