import {
  Button,
  NumberInput,
  SegmentedControl,
  Select,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useId } from '@mantine/hooks';
import type { ReactNode } from 'react';
import {
  type Agreement as AgreementTerms,
  type Role,
  ROLES,
} from '../../../shared/domain/agreement.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { versionOn } from '../../../shared/domain/versions.ts';
import { WEEKDAYS } from '../../../shared/domain/work-schedule.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { ExampleButton } from '../../components/example.tsx';
import { Mark, TrackerIcon } from '../../components/icons.tsx';
import { Notices } from '../../components/notices.tsx';
import { SightHelp } from '../../components/sight-help.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import type { SimpleWeek, WelcomeAnswers } from '../../store/state/drafts.ts';
import { useApp } from '../../store/use-app.ts';
import { answersOf, problemOfBlock, problemOfWeek, welcomePatch } from './welcome-answers.ts';
import classes from './welcome-page.module.css';

/** Any Monday: only the names of weekdays are written. */
const A_MONDAY = '2024-01-01';

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

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

function Hours({
  week,
  onChange,
}: {
  readonly week: SimpleWeek | null;
  onChange(week: SimpleWeek): void;
}) {
  const { t, format } = useWords();
  if (!week) {
    return (
      <Card title={t('page.hours')}>
        <p className={classes.detail}>{t('welcome.hours.detailed')}</p>
      </Card>
    );
  }
  const problem = problemOfWeek(week);
  const time = (key: 'from' | 'to' | 'breakFrom' | 'breakTo') => (
    <TextInput
      type="time"
      label={t(`welcome.hours.${key}`)}
      value={week[key]}
      error={problem?.field === key}
      onChange={(event) => {
        onChange({ ...week, [key]: event.currentTarget.value });
      }}
    />
  );
  return (
    <Card title={t('page.hours')}>
      <p className={classes.detail}>{t('welcome.hours.text')}</p>
      <div className={classes.days} role="group" aria-label={t('welcome.hours.days')}>
        {WEEKDAYS.map((day, index) => {
          const isOn = week.days.includes(day);
          const date = addDays(A_MONDAY, index);
          return (
            <UnstyledButton
              key={day}
              className={classes.day}
              aria-pressed={isOn}
              aria-description={format.weekdayLong(date)}
              onClick={() => {
                const days = WEEKDAYS.filter((one) =>
                  one === day ? !isOn : week.days.includes(one),
                );
                onChange({ ...week, days });
              }}
            >
              {format.weekdayShort(date)}
            </UnstyledButton>
          );
        })}
      </div>
      <div className={classes.fields}>
        <div className={classes.pair}>
          {time('from')}
          {time('to')}
        </div>
        <div className={classes.pair}>
          {time('breakFrom')}
          {time('breakTo')}
        </div>
      </div>
      {problem ? (
        <p className={classes.problem} role="alert">
          {t(`welcome.hours.wrong.${problem.why}`)}
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

/** The first minute: what is promised, what can be seen, and four things to set, or to leave as they are. */
export function WelcomePage({ settings }: { readonly settings: Settings }) {
  const { t } = useWords();
  const changeSettings = useApp((state) => state.changeSettings);
  const closeWelcome = useApp((state) => state.closeWelcome);
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
      <header className={classes.head}>
        <h1 tabIndex={-1}>
          <Mark />
          {t('welcome.title')}
        </h1>
        <SegmentedControl
          aria-label={t('settings.language')}
          value={settings.language}
          data={[
            { value: 'system', label: t('settings.languageSystem') },
            { value: 'nl', label: t('settings.languageNl') },
            { value: 'en', label: t('settings.languageEn') },
          ]}
          onChange={(language) => void changeSettings({ language })}
        />
      </header>
      <Card title={t('welcome.promise.title')}>
        <ul className={classes.promise}>
          <li>{t('welcome.promise.yours')}</li>
          <li>{t('welcome.promise.here')}</li>
          <li>{t('welcome.promise.no')}</li>
        </ul>
      </Card>
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
      <footer className={classes.foot}>
        <p>{t('welcome.later')}</p>
        <div className={classes.buttons}>
          <ExampleButton page="week" />
          <Button
            variant="default"
            onClick={() => {
              keepDraft({ welcome: undefined });
              closeWelcome();
              if (!settings.welcomed) void changeSettings({ welcomed: true });
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
    </main>
  );
}
