import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RuleDraft } from '../../../shared/settings/rule-file.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';
import { DownIcon, EditIcon, RemoveIcon, UpIcon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.ts';
import { RuleSentence } from './rule-sentence.tsx';
import type { RowButton } from './use-row-changes.ts';
import classes from './rules-page.module.css';

/** What can be done to a rule. */
export interface RowActions {
  onMove(from: number, to: number): void;
  onEdit(draft: RuleDraft): void;
  onRemove(at: number): void;
}

/** One rule with what can be done to it. */
export function RuleRow({
  rule,
  at,
  isLast,
  onMove,
  onEdit,
  onRemove,
}: RowActions & {
  readonly rule: UserRule;
  readonly at: number;
  readonly isLast: boolean;
}) {
  const { t, format } = useWords();
  const position = format.number(at + 1);
  const button = (kind: RowButton, icon: ReactNode, disabled: boolean, act: () => void) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      data-button={kind}
      disabled={disabled}
      aria-label={t(`rules.list.${kind}`, { position })}
      onClick={act}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <li data-row={at} className={classes.row}>
      <span className={classes.position}>{position}</span>
      <RuleSentence rule={rule} />
      <span className={classes.rowButtons}>
        {button('up', <UpIcon />, at === 0, () => {
          onMove(at, at - 1);
        })}
        {button('down', <DownIcon />, isLast, () => {
          onMove(at, at + 1);
        })}
        {button('edit', <EditIcon />, false, () => {
          onEdit({ at, rule });
        })}
        {button('remove', <RemoveIcon />, false, () => {
          onRemove(at);
        })}
      </span>
    </li>
  );
}
