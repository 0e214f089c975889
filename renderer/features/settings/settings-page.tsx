import { SegmentedControl, Switch, UnstyledButton } from '@mantine/core';
import type { Settings, SettingsPatch } from '../../../shared/settings/settings.ts';
import { AutostartRow } from '../../components/autostart.tsx';
import { CompanionOffer } from '../../components/companion-offer.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RemoteView } from '../../components/remote-view.tsx';
import { Select } from '../../components/select.tsx';
import { AccessibilityHelp, hasSightHelp, SightHelp } from '../../components/sight-help.tsx';
import { useWords } from '../../i18n/words.ts';
import { valueOf } from '../../store/remote.ts';
import { useApp } from '../../store/use-app.ts';
import { SettingGroup, SettingRow } from '../../components/setting-row.tsx';
import classes from '../../components/settings.module.css';

interface GroupProps {
  readonly settings: Settings;
  onChange(patch: SettingsPatch): void;
}

function AppearanceGroup({ settings, onChange }: GroupProps) {
  const { t } = useWords();
  return (
    <SettingGroup title={t('settings.general')}>
      <SettingRow
        label={t('settings.language')}
        control={({ labelledBy }) => (
          <SegmentedControl
            aria-labelledby={labelledBy}
            value={settings.language}
            data={[
              { value: 'system', label: t('settings.languageSystem') },
              { value: 'nl', label: t('settings.languageNl') },
              { value: 'en', label: t('settings.languageEn') },
            ]}
            onChange={(language) => {
              onChange({ language });
            }}
          />
        )}
      />
      <SettingRow
        label={t('settings.theme')}
        control={({ labelledBy }) => (
          <SegmentedControl
            aria-labelledby={labelledBy}
            value={settings.theme}
            data={[
              { value: 'system', label: t('settings.themeSystem') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
            ]}
            onChange={(theme) => {
              onChange({ theme });
            }}
          />
        )}
      />
    </SettingGroup>
  );
}

/** Idle thresholds to choose from, in seconds. */
const IDLE_CHOICES = [60, 120, 180, 300, 600, 900];

function MeasuringGroup({ settings, onChange }: GroupProps) {
  const { t } = useWords();
  const isIdleUnknown = useApp((state) => state.sight?.idle === 'unavailable');
  const choices = [...new Set([...IDLE_CHOICES, settings.idleSeconds])].sort((a, b) => a - b);
  return (
    <SettingGroup title={t('settings.measuring')}>
      <SettingRow
        label={t('settings.idle')}
        detail={t(isIdleUnknown ? 'sight.idle.text' : 'settings.idleHelp')}
        control={({ labelledBy, describedBy }) => (
          <Select
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            allowDeselect={false}
            value={String(settings.idleSeconds)}
            data={choices.map((seconds) => ({
              value: String(seconds),
              label: t('settings.idleMinutes', { count: Math.round((seconds / 60) * 10) / 10 }),
            }))}
            onChange={(value) => {
              if (value !== null) onChange({ idleSeconds: Number(value) });
            }}
          />
        )}
      />
      <SettingRow
        label={t('settings.measureOutside')}
        detail={t('settings.measureOutsideHelp')}
        control={({ labelledBy, describedBy }) => (
          <Switch
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            checked={settings.measureOutside}
            onChange={(event) => {
              onChange({ measureOutside: event.currentTarget.checked });
            }}
          />
        )}
      />
      <AutostartRow />
    </SettingGroup>
  );
}

function SignalsGroup({ settings, onChange }: GroupProps) {
  const { t } = useWords();
  return (
    <SettingGroup title={t('settings.signals')} detail={t('settings.signalsHelp')}>
      <SettingRow
        label={t('settings.nudgeAtEnd')}
        detail={t('settings.nudgeAtEndHelp')}
        control={({ labelledBy, describedBy }) => (
          <Switch
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            checked={settings.nudgeAtEnd}
            onChange={(event) => {
              onChange({ nudgeAtEnd: event.currentTarget.checked });
            }}
          />
        )}
      />
      <SettingRow
        label={t('settings.nudgeAtStart')}
        detail={t('settings.nudgeAtStartHelp')}
        control={({ labelledBy, describedBy }) => (
          <Switch
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            checked={settings.nudgeAtStart}
            onChange={(event) => {
              onChange({ nudgeAtStart: event.currentTarget.checked });
            }}
          />
        )}
      />
    </SettingGroup>
  );
}

function ShieldGroup({ settings, onChange }: GroupProps) {
  const { t } = useWords();
  return (
    <SettingGroup title={t('settings.privacy')}>
      <SettingRow
        label={t('settings.shieldJobs')}
        detail={t('settings.shieldJobsHelp')}
        control={({ labelledBy, describedBy }) => (
          <Switch
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            checked={settings.shieldJobs}
            onChange={(event) => {
              onChange({ shieldJobs: event.currentTarget.checked });
            }}
          />
        )}
      />
      <SettingRow
        label={t('settings.ignorePrivateWindows')}
        detail={t('settings.ignorePrivateWindowsHelp')}
        control={({ labelledBy, describedBy }) => (
          <Switch
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            checked={settings.ignorePrivateWindows}
            onChange={(event) => {
              onChange({ ignorePrivateWindows: event.currentTarget.checked });
            }}
          />
        )}
      />
    </SettingGroup>
  );
}

/** What this system lets the app see, where there is something to tell or to do about it. */
function SightGroup() {
  const { t } = useWords();
  const sight = useApp((state) => state.sight);
  const isBlind = useApp((state) => valueOf(state.tracker)?.state === 'not-measured');
  // Where nothing is measured, the message at the top says why and what helps.
  const accessibility = useApp((state) => state.sight?.accessibility ?? null);
  if (isBlind || (!hasSightHelp(sight) && accessibility === null)) return null;
  return (
    <SettingGroup title={t('sight.title')}>
      <SightHelp />
      {accessibility === null ? null : <AccessibilityHelp state={accessibility} />}
    </SettingGroup>
  );
}

/** The way to the companion in browsers, where there is one. */
function CompanionGroup() {
  const { t } = useWords();
  const isAvailable = useApp((state) => state.companion?.isAvailable === true);
  const isBlind = useApp((state) => valueOf(state.tracker)?.state === 'not-measured');
  // The message at the top offers it there.
  if (!isAvailable || isBlind) return null;
  return (
    <SettingGroup title={t('companion.title')} detail={t('companion.settingsDetail')}>
      <div>
        <CompanionOffer />
      </div>
    </SettingGroup>
  );
}

function About() {
  const { t } = useWords();
  const info = useApp((state) => valueOf(state.info));
  const openPage = useApp((state) => state.openPage);
  if (!info) return null;
  return (
    <section className={classes.about} aria-label={t('settings.about')}>
      <p>
        {t('settings.version', { version: info.version })} {t('settings.updates')}
      </p>
      <p>
        <UnstyledButton
          className={classes.link}
          onClick={() => {
            openPage('welcome');
          }}
        >
          {t('settings.openWelcome')}
        </UnstyledButton>
      </p>
      <p>
        {t('settings.network')}{' '}
        {info.refusedRequests > 0 ? t('settings.refused', { count: info.refusedRequests }) : ''}
      </p>
    </section>
  );
}

/** Every setting that has a control. */
export function SettingsPage() {
  const { t } = useWords();
  const settings = useApp((state) => state.settings);
  const loadSettings = useApp((state) => state.loadSettings);
  const changeSettings = useApp((state) => state.changeSettings);
  const onChange = (patch: SettingsPatch) => void changeSettings(patch);
  return (
    <div className={classes.page}>
      <PageHead title={t('page.settings')} detail={t('settings.intro')} />
      <RemoteView remote={settings} heights={[160, 220, 420]} onRetry={() => void loadSettings()}>
        {(value) => (
          <>
            <MeasuringGroup settings={value} onChange={onChange} />
            <SightGroup />
            <CompanionGroup />
            <SignalsGroup settings={value} onChange={onChange} />
            <ShieldGroup settings={value} onChange={onChange} />
            <AppearanceGroup settings={value} onChange={onChange} />
            <About />
          </>
        )}
      </RemoteView>
    </div>
  );
}
