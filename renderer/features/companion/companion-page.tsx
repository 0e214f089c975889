import { Button } from '@mantine/core';
import type { CompanionBrowser, CompanionView } from '../../../shared/ipc/companion.ts';
import { PageHead } from '../../components/page-head.tsx';
import { SettingGroup, SettingRow } from '../../components/setting-row.tsx';
import settings from '../../components/settings.module.css';
import { useWords } from '../../i18n/words.ts';
import { useApp } from '../../store/use-app.ts';
import classes from './companion-page.module.css';

/** What the user can do with a browser as it stands. */
function BrowserActions({ browser }: { readonly browser: CompanionBrowser }) {
  const { t } = useWords();
  const act = useApp((state) => state.actOnCompanion);
  if (browser.state === 'boxed') return null;
  const action = browser.state === 'absent' ? 'connect' : 'remove';
  return (
    <Button
      size="xs"
      variant="default"
      aria-label={t(`companion.${action}Named`, { browser: browser.name })}
      onClick={() => void act(action, browser.id)}
    >
      {t(`companion.${action}`)}
    </Button>
  );
}

function BrowserRow({ browser }: { readonly browser: CompanionBrowser }) {
  const { t, format } = useWords();
  const { state, saidMs } = browser;
  const said = saidMs === null ? '' : ` ${t('companion.said', { time: format.time(saidMs) })}`;
  return (
    <SettingRow
      label={browser.name}
      detail={`${t(`companion.state.${state}`)}${said}`}
      control={() => <BrowserActions browser={browser} />}
    />
  );
}

/** How to load the extension today, for the kinds of browser that were connected. */
function LoadSteps({ folder, browsers }: CompanionView & { readonly folder: string }) {
  const { t } = useWords();
  const connected = browsers.filter(({ state }) => state !== 'absent' && state !== 'boxed');
  const kinds = [
    ...(connected.some(({ isFirefox }) => !isFirefox) ? (['chromium'] as const) : []),
    ...(connected.some(({ isFirefox }) => isFirefox) ? (['firefox'] as const) : []),
  ];
  if (kinds.length === 0) return null;
  return (
    <SettingGroup title={t('companion.load.title')} detail={t('companion.load.detail')}>
      <p className={classes.folder}>
        {t('companion.load.folder')} <code>{folder}</code>
      </p>
      {kinds.map((kind) => (
        <section className={classes.steps} key={kind} aria-label={t(`companion.load.${kind}`)}>
          <h3>{t(`companion.load.${kind}`)}</h3>
          <ol>
            <li>{t(`companion.load.${kind}Open`)}</li>
            <li>{t(`companion.load.${kind}Load`)}</li>
          </ol>
          <p>{t(`companion.load.${kind}Note`)}</p>
        </section>
      ))}
    </SettingGroup>
  );
}

function About() {
  const { t } = useWords();
  return (
    <SettingGroup title={t('companion.about.title')}>
      <ul className={classes.about}>
        {(['word', 'asks', 'private', 'optional', 'company'] as const).map((what) => (
          <li key={what}>{t(`companion.about.${what}`)}</li>
        ))}
      </ul>
    </SettingGroup>
  );
}

/** What the companion is, which browsers are here, and how each stands. */
export function CompanionPage() {
  const { t } = useWords();
  const companion = useApp((state) => state.companion);
  const folder = companion?.folder ?? null;
  return (
    <div className={settings.page}>
      <PageHead title={t('companion.title')} detail={t('companion.intro')} />
      <About />
      {companion === null ? null : (
        <SettingGroup title={t('companion.browsers')}>
          {companion.browsers.length === 0 ? (
            <p>{t(companion.isAvailable ? 'companion.none' : 'companion.unavailable')}</p>
          ) : (
            companion.browsers.map((browser) => <BrowserRow key={browser.id} browser={browser} />)
          )}
        </SettingGroup>
      )}
      {companion !== null && folder !== null ? <LoadSteps {...companion} folder={folder} /> : null}
    </div>
  );
}
