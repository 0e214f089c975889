import { Button, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { RuleDraft } from '../../../shared/settings/rule-file.ts';
import { isUnchosen, type UserRule } from '../../../shared/settings/settings.ts';
import { AddIcon } from '../../components/icons.tsx';
import { useWords } from '../../i18n/words.ts';
import { newRule } from './change-rules.ts';
import { RuleEditor } from './rule-editor.tsx';
import { type RowActions, RuleRow } from './rule-row.tsx';
import { useRowChanges } from './use-row-changes.ts';
import buttons from '../../components/quiet-button.module.css';
import classes from './rules-page.module.css';

/** Rows that are drawn at first, and that every asking for more adds. */
const AT_A_TIME = 100;

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

/** Asks once how far the rules reach that were made before that could be chosen. */
function Unchosen({ rules, onChange }: Pick<RuleListProps, 'rules' | 'onChange'>) {
  const { t } = useWords();
  if (!rules.some(isUnchosen)) return null;
  const choose = (elsewhereToo: boolean) => {
    onChange(
      rules.map((rule) => (isUnchosen(rule) ? { ...rule, elsewhereToo } : rule)),
      t('rules.list.changed'),
    );
  };
  return (
    <div role="note">
      <p className={classes.help}>{t('rules.list.unchosen')}</p>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            choose(false);
          }}
        >
          {t('rules.list.narrow')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            choose(true);
          }}
        >
          {t('rules.list.keepWide')}
        </Button>
      </div>
    </div>
  );
}

/** The rules, as many as were asked for; the one that is being written has its form in its place. */
function RuleRows({
  labelId,
  rules,
  draftAt,
  editor,
  ...actions
}: RowActions & {
  /** Of what names the list. */
  readonly labelId: string;
  readonly rules: readonly UserRule[];
  readonly draftAt: number | undefined;
  readonly editor: ReactNode;
}) {
  const { t } = useWords();
  const [most, setMost] = useState(AT_A_TIME);
  return (
    <>
      <ol className={classes.list} aria-labelledby={labelId}>
        {rules.slice(0, most).map((rule, at) =>
          draftAt === at ? (
            <li key={at} data-row={at}>
              {editor}
            </li>
          ) : (
            <RuleRow key={at} rule={rule} at={at} isLast={at === rules.length - 1} {...actions} />
          ),
        )}
      </ol>
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
    </>
  );
}

function AddButton({ onAdd }: { onAdd(): void }) {
  const { t } = useWords();
  return (
    <Button size="sm" leftSection={<AddIcon />} data-button="add" onClick={onAdd}>
      {t('rules.list.add')}
    </Button>
  );
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
  const { t } = useWords();
  const id = useId();
  const { card, move, remove } = useRowChanges(rules, draft?.at, onChange);
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
      <Unchosen rules={rules} onChange={onChange} />
      {rules.length === 0 && !draft ? (
        <p className={classes.empty}>{t('rules.list.empty')}</p>
      ) : (
        <RuleRows
          labelId={id}
          rules={rules}
          draftAt={draft?.at}
          editor={editor}
          onMove={move}
          onEdit={onDraft}
          onRemove={remove}
        />
      )}
      {draft && draft.at >= rules.length ? editor : null}
      <div className={classes.listFoot}>
        {draft ? null : (
          <AddButton
            onAdd={() => {
              onDraft({ at: rules.length, rule: newRule('') });
            }}
          />
        )}
        {children}
      </div>
    </section>
  );
}
