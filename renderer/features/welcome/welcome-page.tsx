import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import {
  type Agreement as AgreementTerms,
  type Role,
  ROLES,
} from '../../../shared/domain/agreement.ts';
import { versionOn } from '../../../shared/domain/versions.ts';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import { ExampleButton } from '../../components/example.tsx';
import { Mark, TrackerIcon } from '../../components/icons.tsx';
import { Notices } from '../../components/notices.tsx';
import { Select } from '../../components/select.tsx';
import { SightHelp } from '../../components/sight-help.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import type { WelcomeAnswers } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { answersOf, problemOfBlock, welcomePatch } from './welcome-answers.ts';
import { Card } from './welcome-card.tsx';
import { Hours } from './welcome-hours.tsx';
import classes from './welcome-page.module.css';

/** What this system lets the app see, as it is at this moment. */
function Sight() {
  const { t } = useWords();
  const info = useApp((state) => valueOf(state.info));
  const status = useApp((state) => valueOf(state.tracker));
  const platform =
    info?.platform === 'win32' || info?.platform === 'darwin' ? info.platform : 'linux';
  const isBlind = status?.state === 'not-measured';
  const isOnLinkedIn = status?.activity != null && status.activity !== 'elsewhere';
  return (
    <Card title={t('welcome.sight.title')}>
      <p className={classes.detail}>{t('welcome.sight.text')}</p>
      <p className={classes.detail}>{t(`welcome.sight.${platform}`)}</p>
      <div className={classes.live} role="status">
        {status ? <TrackerIcon state={status.state} /> : null}
        <p>
          {status
            ? isBlind
              ? t(`reason.short.${status.reason ?? 'unknown'}`)
              : status.state === 'tracking'
                ? t(isOnLinkedIn ? 'welcome.sight.onLinkedIn' : 'welcome.sight.works')
                : t('welcome.sight.resting', { state: t(`tracker.state.${status.state}`) })
            : t('tracker.loading')}
        </p>
      </div>
      {isBlind ? null : <SightHelp />}
      {info ? (
        <p className={classes.detail}>
          {t(info.hasTray ? 'welcome.sight.tray' : 'welcome.sight.noTray')}
        </p>
      ) : null}
    </Card>
  );
}

function Agreement({
  answers,
  window,
  onChange,
}: {
  readonly answers: WelcomeAnswers;
  /** The fixed window that was agreed already, if any. */
  readonly window: AgreementTerms['window'];
  onChange(change: Partial<WelcomeAnswers>): void;
}) {
  const { t } = useWords();
  const problem = problemOfBlock(answers, window);
  const isRole = (value: string | null): value is Role => ROLES.some((role) => role === value);
  const minutes = (key: 'minMinutes' | 'maxMinutes') => (
    <NumberInput
      className={classes.number ?? ''}
      label={t(`welcome.agreement.${key}`)}
      value={answers[key]}
      error={key === 'maxMinutes' && problem !== undefined}
      min={0}
      max={1440}
      step={5}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(value) => {
        if (typeof value === 'number') onChange({ [key]: value });
      }}
    />
  );
  return (
    <Card title={t('welcome.agreement.title')}>
      <p className={classes.detail}>{t('welcome.agreement.text')}</p>
      <div className={classes.fields}>
        <div className={classes.pair}>
          {minutes('minMinutes')}
          {minutes('maxMinutes')}
        </div>
        <Select
          className={classes.role ?? ''}
          label={t('welcome.agreement.role')}
          allowDeselect={false}
          value={answers.role}
          data={ROLES.map((role) => ({ value: role, label: t(`welcome.agreement.roles.${role}`) }))}
          onChange={(value) => {
            if (isRole(value)) onChange({ role: value });
          }}
        />
      </div>
      {problem ? (
        <p className={classes.problem} role="alert">
          {t(problem === 'wrong' ? 'welcome.agreement.wrong' : 'agreement.tooLong')}
        </p>
      ) : null}
    </Card>
  );
}

/** Today in the computer's zone. */
function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Greets, in the language that is chosen here. */
function Head({ language }: Pick<Settings, 'language'>) {
  const { t } = useWords();
  const changeSettings = useApp((state) => state.changeSettings);
  return (
    <header className={classes.head}>
      <h1 tabIndex={-1}>
        <Mark />
        {t('welcome.title')}
      </h1>
      <SegmentedControl
        aria-label={t('settings.language')}
        value={language}
        data={[
          { value: 'system', label: t('settings.languageSystem') },
          { value: 'nl', label: t('settings.languageNl') },
          { value: 'en', label: t('settings.languageEn') },
        ]}
        onChange={(next) => void changeSettings({ language: next })}
      />
    </header>
  );
}

function Promises() {
  const { t } = useWords();
  return (
    <Card title={t('welcome.promise.title')}>
      <ul className={classes.promise}>
        <li>{t('welcome.promise.yours')}</li>
        <li>{t('welcome.promise.here')}</li>
        <li>{t('welcome.promise.no')}</li>
      </ul>
    </Card>
  );
}

/** Starts with what was answered, or leaves things as they are. */
function Foot({
  patch,
  isWelcomed,
}: {
  /** What the answers come to; undefined while one of them is wrong. */
  readonly patch: SettingsPatch | undefined;
  readonly isWelcomed: boolean;
}) {
  const { t } = useWords();
  const changeSettings = useApp((state) => state.changeSettings);
  const closeWelcome = useApp((state) => state.closeWelcome);
  const keepDraft = useApp((state) => state.keepDraft);
  return (
    <footer className={classes.foot}>
      <p>{t('welcome.later')}</p>
      <div className={classes.buttons}>
        <ExampleButton page="week" />
        <Button
          variant="default"
          onClick={() => {
            keepDraft({ welcome: undefined });
            closeWelcome();
            if (!isWelcomed) void changeSettings({ welcomed: true });
          }}
        >
          {t('welcome.skip')}
        </Button>
        <Button
          disabled={patch === undefined}
          onClick={() => {
            if (!patch) return;
            void changeSettings(patch).then((done) => {
              if (!done) return;
              keepDraft({ welcome: undefined });
              closeWelcome();
            });
          }}
        >
          {t('welcome.start')}
        </Button>
      </div>
    </footer>
  );
}

/** The first minute: what is promised, what can be seen, and four things to set, or to leave as they are. */
export function WelcomePage({ settings }: { readonly settings: Settings }) {
  // Kept while the example is looked at.
  const changes = useApp((state) => state.drafts.welcome);
  const keepDraft = useApp((state) => state.keepDraft);
  const stored = answersOf(settings, localToday());
  const answers = stored && { ...stored, ...changes };
  const patch = answers ? welcomePatch(settings, localToday(), answers) : { welcomed: true };
  const change = (next: Partial<WelcomeAnswers>) => {
    keepDraft({ welcome: { ...changes, ...next } });
  };
  return (
    <main className={classes.page}>
      <Notices />
      <Head language={settings.language} />
      <Promises />
      <Sight />
      {answers ? (
        <>
          <Hours
            week={answers.week}
            onChange={(week) => {
              change({ week });
            }}
          />
          <Agreement
            answers={answers}
            window={versionOn(settings.agreements, localToday())?.window ?? null}
            onChange={change}
          />
        </>
      ) : null}
      <Foot patch={patch} isWelcomed={settings.welcomed} />
    </main>
  );
}
