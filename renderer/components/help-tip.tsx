import { Popover, Text, UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useWords } from '../i18n/words.ts';
import { HelpIcon } from './icons.tsx';

/** A question mark that says how something is reckoned. */
export const HelpTip = memo(function HelpTip({
  text,
  about,
}: {
  readonly text: string;
  readonly about: string;
}) {
  const { t } = useWords();
  return (
    <Popover width={300} position="bottom-start" shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton className="help" aria-label={t('chart.help', { title: about })}>
          <HelpIcon />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">{text}</Text>
      </Popover.Dropdown>
    </Popover>
  );
});
