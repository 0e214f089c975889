import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { RuleDraft } from '../../../shared/settings/rule-file.ts';
import { isUnchosen, type UserRule } from '../../../shared/settings/settings.ts';
import { AddIcon, DownIcon, EditIcon, RemoveIcon, UpIcon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.ts';
import { moveRule } from './change-rules.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import buttons from '../../components/quiet-button.module.css';
import classes from './rules-page.module.css';

/** Rows that are drawn at first, and that every asking for more adds. */
const AT_A_TIME = 100;

type RowButton = 'up' | 'down' | 'edit' | 'remove';

interface Focus {
  readonly at: number;
  readonly button: RowButton;
}

/** Focuses a button of a row; of one that is gone or does nothing now, the next best. */
function focusButton(card: HTMLElement | null, { at, button }: Focus): void {
  const find = (kind: RowButton) =>
    card?.querySelector<HTMLElement>(
      `[data-row="${String(at)}"] [data-button="${kind}"]:not(:disabled)`,
    );
  const other = button === 'up' ? find('down') : button === 'down' ? find('up') : undefined;
  const target = find(button) ?? other ?? card?.querySelector<HTMLElement>('[data-button="add"]');
  target?.focus();
}

/** One rule with what can be done to it. */
function RuleRow({
  rule,
  at,
  isLast,
  onMove,
  onEdit,
  onRemove,
}: {
  readonly rule: UserRule;
  readonly at: number;
  readonly isLast: boolean;
  onMove(from: number, to: number): void;
  onEdit(draft: RuleDraft): void;
  onRemove(at: number): void;
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

/** Asks once how far the rules reach that were made before that could be chosen. */
function Unchosen({ onChoose }: { onChoose(elsewhereToo: boolean): void }) {
  const { t } = useWords();
  return (
    <div role="note">
      <p className={classes.help}>{t('rules.list.unchosen')}</p>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onChoose(false);
          }}
        >
          {t('rules.list.narrow')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            onChoose(true);
          }}
        >
          {t('rules.list.keepWide')}
        </Button>
      </div>
    </div>
  );
}

/** What the list asks of its page. */
export interface RuleListProps {
  readonly rules: readonly UserRule[];
  /** The rule that is being written; its place tells whether it is a new one. */
  readonly draft: RuleDraft | undefined;
  onDraft(draft: RuleDraft): void;
  onCancel(): void;
  onSaveDraft(): void;
  /** @param said what is told to the user once it holds. */
  onChange(rules: UserRule[], said: string): void;
  readonly children?: ReactNode;
}

/** The user's rules in their order. */
export function RuleList({
  rules,
  draft,
  onDraft,
  onCancel,
  onSaveDraft,
  onChange,
  children,
}: RuleListProps) {
  const { t, format } = useWords();
  const id = useId();
  const [most, setMost] = useState(AT_A_TIME);
  const card = useRef<HTMLElement>(null);
  // Where the focus goes once a change holds, as the button that had it may have moved or gone.
  const wanted = useRef<Focus>(undefined);
  useLayoutEffect(() => {
    const focus = wanted.current;
    wanted.current = undefined;
    if (focus) focusButton(card.current, focus);
  }, [rules]);
  const draftAt = draft?.at;
  const hadDraftAt = useRef<number>(undefined);
  useLayoutEffect(() => {
    const at = hadDraftAt.current;
    hadDraftAt.current = draftAt;
    if (at !== undefined && draftAt === undefined)
      focusButton(card.current, { at, button: 'edit' });
  }, [draftAt]);

  const move = (from: number, to: number) => {
    const total = format.number(rules.length);
    onChange(
      moveRule(rules, from, to),
      t('rules.list.moved', { position: format.number(to + 1), total }),
    );
    wanted.current = { at: to, button: to < from ? 'up' : 'down' };
  };
  const remove = (at: number) => {
    wanted.current = { at: Math.min(at, rules.length - 2), button: 'remove' };
    onChange(
      rules.filter((_, other) => other !== at),
      t('rules.list.removed'),
    );
  };
  const editor = draft ? (
    <RuleEditor
      key={draft.at}
      draft={draft}
      isNew={draft.at >= rules.length}
      onChange={(rule) => {
        onDraft({ at: draft.at, rule });
      }}
      onSave={onSaveDraft}
      onCancel={onCancel}
    />
  ) : null;

  return (
    <section className="card" aria-labelledby={id} ref={card}>
      <header className={classes.head}>
        <div>
          <h2 id={id}>{t('rules.list.title')}</h2>
          <p className={classes.help}>{t('rules.list.help')}</p>
        </div>
      </header>
      {rules.some(isUnchosen) ? (
        <Unchosen
          onChoose={(elsewhereToo) => {
            onChange(
              rules.map((rule) => (isUnchosen(rule) ? { ...rule, elsewhereToo } : rule)),
              t('rules.list.changed'),
            );
          }}
        />
      ) : null}
      {rules.length === 0 && !draft ? (
        <p className={classes.empty}>{t('rules.list.empty')}</p>
      ) : (
        <ol className={classes.list} aria-labelledby={id}>
          {rules.slice(0, most).map((rule, at) =>
            draft?.at === at ? (
              <li key={at} data-row={at}>
                {editor}
              </li>
            ) : (
              <RuleRow
                key={at}
                rule={rule}
                at={at}
                isLast={at === rules.length - 1}
                onMove={move}
                onEdit={onDraft}
                onRemove={remove}
              />
            ),
          )}
        </ol>
      )}
      {rules.length > most ? (
        <UnstyledButton
          className={buttons.quiet}
          onClick={() => {
            setMost(most + AT_A_TIME);
          }}
        >
          {t('rules.list.more', {
            count: Math.min(AT_A_TIME, rules.length - most),
          })}
        </UnstyledButton>
      ) : null}
      {draft && draft.at >= rules.length ? editor : null}
      <div className={classes.listFoot}>
        {draft ? null : (
          <Button
            size="sm"
            leftSection={<AddIcon />}
            data-button="add"
            onClick={() => {
              onDraft({
                at: rules.length,
                rule: {
                  field: 'title',
                  match: 'contains',
                  text: '',
                  activity: 'networking',
                  elsewhereToo: false,
                },
              });
            }}
          >
            {t('rules.list.add')}
          </Button>
        )}
        {children}
      </div>
    </section>
  );
}
