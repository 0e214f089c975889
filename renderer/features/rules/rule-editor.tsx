import { Button, Checkbox, TextInput } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { ACTIVITIES, isActivity, isLinkedIn } from '../../../shared/domain/activity.ts';
import { fold } from '../../../shared/linkedin/fold.ts';
import type { RuleDraft } from '../../../shared/settings/rule-file.ts';
import { reachesElsewhere, type UserRule } from '../../../shared/settings/settings.ts';
import { Select } from '../../components/select.tsx';
import { useWords, type Words } from '../../i18n/words.ts';
import classes from './rules-page.module.css';

const FIELDS = ['title', 'app', 'url'] as const satisfies readonly UserRule['field'][];
const MATCHES = [
  'contains',
  'starts',
  'ends',
  'equals',
  'glob',
] as const satisfies readonly UserRule['match'][];

/** Whether something is left of a text when it is compared; invisible characters are not. */
function saysSomething(text: string): boolean {
  return fold(text) !== '';
}

interface RuleProps {
  readonly rule: UserRule;
  onChange(rule: UserRule): void;
}

/** What of a window is compared, how, with what, and what it is then. */
function RuleFields({ rule, onChange }: RuleProps) {
  const { t } = useWords();
  const activities = ACTIVITIES.filter(
    // What is called private is job search, kept private; a file may call it so.
    (activity) => activity !== 'private' || rule.activity === 'private',
  );
  return (
    <div className={classes.fields}>
      <Select
        label={t('rules.editor.field')}
        allowDeselect={false}
        value={rule.field}
        data={FIELDS.map((field) => ({ value: field, label: t(`rules.field.${field}`) }))}
        onChange={(value) => {
          const field = FIELDS.find((known) => known === value);
          if (field) onChange({ ...rule, field });
        }}
      />
      <Select
        label={t('rules.editor.match')}
        allowDeselect={false}
        value={rule.match}
        data={MATCHES.map((match) => ({ value: match, label: t(`rules.match.${match}`) }))}
        onChange={(value) => {
          const match = MATCHES.find((known) => known === value);
          if (match) onChange({ ...rule, match });
        }}
      />
      <TextInput
        className={classes.textField ?? ''}
        label={t('rules.editor.text')}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        data-autofocus
        autoFocus
        value={rule.text}
        onChange={(event) => {
          onChange({ ...rule, text: event.currentTarget.value });
        }}
      />
      <Select
        label={t('rules.editor.activity')}
        allowDeselect={false}
        value={rule.activity}
        data={activities.map((activity) => ({
          value: activity,
          label: t(`activity.${activity}`),
        }))}
        onChange={(value) => {
          if (isActivity(value)) onChange({ ...rule, activity: value });
        }}
      />
    </div>
  );
}

/** Whether a rule holds outside of LinkedIn too; asked where that makes a difference. */
function Reach({ rule, onChange }: RuleProps) {
  const { t } = useWords();
  return isLinkedIn(rule.activity) ? (
    <Checkbox
      label={t('rules.editor.elsewhereToo')}
      description={t('rules.editor.elsewhereTooHelp')}
      checked={reachesElsewhere(rule)}
      onChange={(event) => {
        onChange({ ...rule, elsewhereToo: event.currentTarget.checked });
      }}
    />
  ) : null;
}

/** What can be written as the text. */
function helpText({ t }: Words, { match, field }: UserRule): string {
  if (match === 'glob') return t('rules.editor.globHelp');
  return t(field === 'url' ? 'rules.editor.urlHelp' : 'rules.editor.help');
}

/** Writes or changes one rule; nothing holds until it is saved. */
export function RuleEditor({
  draft,
  isNew,
  onChange,
  onSave,
  onCancel,
}: {
  readonly draft: RuleDraft;
  readonly isNew: boolean;
  onChange(rule: UserRule): void;
  onSave(): void;
  onCancel(): void;
}) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const { rule, at } = draft;
  const isSound = saysSomething(rule.text);
  return (
    <form
      className={classes.editor}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
      }}
    >
      <h3 id={id}>
        {isNew ? t('rules.editor.newTitle') : t('rules.editor.title', { position: at + 1 })}
      </h3>
      <RuleFields rule={rule} onChange={onChange} />
      <Reach rule={rule} onChange={onChange} />
      <div className={classes.editorFoot}>
        <p className={classes.help} role="status">
          {isSound ? helpText(words, rule) : t('rules.editor.empty')}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" size="sm" onClick={onCancel}>
            {t('rules.editor.cancel')}
          </Button>
          <Button type="submit" size="sm" disabled={!isSound}>
            {t('rules.editor.save')}
          </Button>
        </div>
      </div>
    </form>
  );
}
