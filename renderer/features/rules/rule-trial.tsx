import { Button, Switch, TextInput } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import type { RuleVerdict, SeenWindow, TriedRules } from '../../../shared/ipc/rule-views.ts';
import type { RuleDraft } from '../../../shared/settings/rule-file.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { ruleText } from '../../i18n/rule-words.ts';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { ActivityName } from './rule-sentence.tsx';
import classes from './rules-page.module.css';
import { unknownProfile } from './unknown-profile.ts';
import { useTypedTrial, useWatchedTrial } from './use-trial.ts';

/** The program that a typed title is taken to be in, until another is typed. */
const USUAL_BROWSER = 'Google Chrome';

function Verdict({
  verdict,
  withDraft,
}: {
  readonly verdict: RuleVerdict;
  readonly withDraft: boolean;
}) {
  const words = useWords();
  const { t } = words;
  return (
    <div className={classes.verdict} role="status" aria-label={t('rules.trial.result')}>
      <p className={classes.verdictActivity}>
        {verdict.activity === null ? (
          t('rules.trial.notMeasured')
        ) : (
          <ActivityName activity={verdict.activity} />
        )}
        {verdict.guess ? <span className={classes.mark}>{t('rule.guessMark')}</span> : null}
      </p>
      <p className={classes.help}>{ruleText(words, verdict.rule)}</p>
      {withDraft ? <p className={classes.help}>{t('rules.trial.withDraft')}</p> : null}
    </div>
  );
}

/** What the latest other window says of itself, for this moment. */
function Seen({ seen }: { readonly seen: SeenWindow }) {
  const { t } = useWords();
  return (
    <dl className={classes.seen}>
      <dt>{t('rules.trial.windowTitle')}</dt>
      <dd>
        <bdi>{seen.title === '' ? t('rules.trial.noTitle') : seen.title.slice(0, 500)}</bdi>
      </dd>
      <dt>{t('rules.trial.app')}</dt>
      <dd>
        <bdi>{seen.app.slice(0, 200)}</bdi>
      </dd>
      {seen.url === '' ? null : (
        <>
          <dt>{t('rules.field.url')}</dt>
          <dd>
            <bdi>{seen.url.slice(0, 500)}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}

interface TrialProps {
  readonly settings: Settings;
  readonly draft: RuleDraft | undefined;
  /** The window that a rule is offered for. */
  readonly offered: Pick<SeenWindow, 'app' | 'title'> | null;
  onMakeRule(title: string): void;
  onAddBrowser(app: string): void;
}

function Typed({ settings, draft, offered }: TrialProps) {
  const { t } = useWords();
  const [title, setTitle] = useState(offered?.title ?? '');
  const [app, setApp] = useState(offered?.app ?? USUAL_BROWSER);
  const [url, setUrl] = useState('');
  const tried = useTypedTrial({ draft: draft ?? null, sample: { app, title, url } }, settings);
  const field = (label: string, value: string, most: number, put: (value: string) => void) => (
    <TextInput
      label={label}
      autoComplete="off"
      spellCheck={false}
      maxLength={most}
      value={value}
      onChange={(event) => {
        put(event.currentTarget.value);
      }}
    />
  );
  return (
    <div className={classes.trial}>
      <h3>{t('rules.trial.typed')}</h3>
      <p className={classes.help}>{t('rules.trial.typedHelp')}</p>
      <div className={classes.typed}>
        <div className={classes.wide}>
          {field(t('rules.trial.windowTitle'), title, 5000, setTitle)}
        </div>
        {field(t('rules.trial.app'), app, 500, setApp)}
        {field(t('rules.trial.url'), url, 5000, setUrl)}
      </div>
      {tried?.verdict ? <Verdict verdict={tried.verdict} withDraft={draft !== undefined} /> : null}
    </div>
  );
}

/** What can follow from what a window was taken for. */
function NextSteps({
  seen,
  verdict,
  draft,
  onMakeRule,
  onAddBrowser,
}: Pick<TrialProps, 'draft' | 'onMakeRule' | 'onAddBrowser'> & {
  readonly seen: SeenWindow;
  readonly verdict: RuleVerdict;
}) {
  const { t } = useWords();
  const profile = verdict.rule === 'title:not-linkedin' ? unknownProfile(seen.title) : undefined;
  return (
    <div className={classes.seenButtons}>
      {verdict.rule === 'app:not-a-browser' ? (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onAddBrowser(seen.app);
          }}
        >
          {t('rules.trial.isBrowser')}
        </Button>
      ) : null}
      {profile === undefined ? null : (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onAddBrowser(profile);
          }}
        >
          {t('rules.trial.isProfile', { profile })}
        </Button>
      )}
      {draft || seen.title === '' ? null : (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onMakeRule(seen.title);
          }}
        >
          {t('rules.trial.makeRule')}
        </Button>
      )}
    </div>
  );
}

function Watched({ settings, draft, onMakeRule, onAddBrowser }: TrialProps) {
  const { t } = useWords();
  const id = useId();
  const [isOn, setIsOn] = useState(false);
  const tracker = useApp((state) => valueOf(state.tracker));
  const tried = useWatchedTrial(isOn, draft ?? null, settings);
  const isHalted = tracker !== undefined && !['tracking', 'idle'].includes(tracker.state);
  const { verdict, seen } = tried ?? {};
  const nothing = ({ watching }: TriedRules) =>
    !watching
      ? t('rules.trial.ended')
      : t(isHalted ? 'rules.trial.waitingHalted' : 'rules.trial.waiting');
  return (
    <div className={classes.trial}>
      <div className={classes.watch}>
        <h3 id={id}>{t('rules.trial.watch')}</h3>
        <Switch
          aria-labelledby={id}
          aria-describedby={`${id}-help`}
          checked={isOn}
          onChange={(event) => {
            setIsOn(event.currentTarget.checked);
          }}
        />
      </div>
      <p className={classes.help} id={`${id}-help`}>
        {t('rules.trial.watchHelp')}
      </p>
      {tried && !seen ? (
        <p className={classes.empty} role="status">
          {nothing(tried)}
        </p>
      ) : null}
      {seen && verdict ? (
        <>
          <Seen seen={seen} />
          <Verdict verdict={verdict} withDraft={draft !== undefined} />
          <NextSteps
            seen={seen}
            verdict={verdict}
            draft={draft}
            onMakeRule={onMakeRule}
            onAddBrowser={onAddBrowser}
          />
        </>
      ) : null}
    </div>
  );
}

/** Shows what a title is by the rules: one that is typed, or that of the user's latest other window. */
export function RuleTrial(props: TrialProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('rules.trial.title')}</h2>
      <div className={classes.trials}>
        <Typed {...props} />
        <Watched {...props} />
      </div>
    </section>
  );
}
