import { MantineProvider } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { i18n } from 'i18next';
import { ChartFills } from './charts/chart-fills.tsx';
import { AutostartQuestion } from './components/autostart.tsx';
import { CommandPalette } from './components/command-palette.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ExampleNotice, useIsExample } from './components/example.tsx';
import { Navigation } from './components/navigation.tsx';
import { Notices } from './components/notices.tsx';
import { UndoRegion } from './components/undo-region.tsx';
import { usePageStart } from './components/use-page-start.ts';
import { AgreementPage } from './features/agreement/agreement-page.tsx';
import { CompanionPage } from './features/companion/companion-page.tsx';
import { HoursPage } from './features/hours/hours-page.tsx';
import { PrivacyPage } from './features/privacy/privacy-page.tsx';
import { RulesPage } from './features/rules/rules-page.tsx';
import { ReportPage } from './features/report/report-page.tsx';
import { ReviewPage } from './features/review/review-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { TrendsPage } from './features/trends/trends-page.tsx';
import { TodayPage } from './features/today/today-page.tsx';
import { WelcomePage } from './features/welcome/welcome-page.tsx';
import { WeekFigure } from './features/week/week-figure.tsx';
import { WeekPage } from './features/week/week-page.tsx';
import classes from './app.module.css';
import { createFormat, formatLocale } from './i18n/format.ts';
import { useWords, type Words, WordsContext } from './i18n/words.ts';
import type { AppStore } from './store/app-store.ts';
import { valueOf } from './store/remote.ts';
import { StoreContext, useApp } from './store/use-app.ts';
import { cssVariablesResolver, FORCED_COLOURS, PRINT_COLOURS, theme } from './theme.ts';

function CurrentPage() {
  const page = useApp((state) => state.page);
  switch (page) {
    case 'today':
      return <TodayPage />;
    case 'week':
      return <WeekPage />;
    case 'review':
      return <ReviewPage />;
    case 'trends':
      return <TrendsPage />;
    case 'agreement':
      return <AgreementPage />;
    case 'hours':
      return <HoursPage />;
    case 'privacy':
      return <PrivacyPage />;
    case 'rules':
      return <RulesPage />;
    case 'report':
      return <ReportPage renderWeek={(view) => <WeekFigure view={view} />} />;
    case 'settings':
      return <SettingsPage />;
    case 'companion':
      return <CompanionPage />;
    case 'welcome':
      return null;
  }
}

function Shell() {
  const { t } = useWords();
  const page = useApp((state) => state.page);
  const isExample = useIsExample();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        {t('app.skip')}
      </a>
      <Navigation />
      <main className={classes.main} id="page" tabIndex={-1}>
        <div className={classes.page}>
          <ExampleNotice />
          <Notices />
          {page === 'today' && !isExample ? <AutostartQuestion /> : null}
          <ErrorBoundary
            key={page}
            fallback={
              <section className="card" role="alert">
                <h1 tabIndex={-1}>{t('failure.title')}</h1>
                <p className="muted">{t('failure.internal')}</p>
              </section>
            }
          >
            <CurrentPage />
          </ErrorBoundary>
        </div>
      </main>
      <UndoRegion />
      <CommandPalette />
    </div>
  );
}

/** The first run until it was read or skipped, then the pages. */
function Root() {
  const settings = useApp((state) => state.settings);
  const page = useApp((state) => state.page);
  const isOpened = page === 'welcome';
  const isClosed = useApp((state) => state.welcomeClosed);
  const value = valueOf(settings);
  const isExample = useIsExample();
  const isWelcome =
    !isExample && value !== undefined && (isOpened || (!value.welcomed && !isClosed));
  usePageStart(settings.status === 'loading' ? undefined : isWelcome ? 'welcome' : page);
  // Known within a few milliseconds: which of the two to show should not flicker.
  if (settings.status === 'loading') return null;
  return isWelcome ? <WelcomePage settings={value} /> : <Shell />;
}

/** Gives the texts and formats of the language in use to everything below. */
function Language({
  texts,
  children,
}: {
  readonly texts: i18n;
  readonly children: React.ReactNode;
}) {
  const info = useApp((state) => valueOf(state.info));
  const language = info?.language;
  const locale = info && formatLocale(info.language, info.locale);
  const words = useMemo<Words | undefined>(
    () =>
      language && locale
        ? { t: texts.getFixedT(language), format: createFormat(locale) }
        : undefined,
    [texts, language, locale],
  );
  useEffect(() => {
    if (!language) return;
    document.documentElement.lang = language;
    void texts.changeLanguage(language);
  }, [texts, language]);
  // The language is known within a few milliseconds; until then nothing can be said.
  if (!words) return null;
  return (
    <I18nextProvider i18n={texts}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nextProvider>
  );
}

function Themed({
  nonce,
  children,
}: {
  readonly nonce: string;
  readonly children: React.ReactNode;
}) {
  const choice = useApp((state) => valueOf(state.settings)?.theme ?? 'system');
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
      {...(choice === 'system' ? {} : { forceColorScheme: choice })}
    >
      {children}
    </MantineProvider>
  );
}

/**
 * The whole window.
 *
 * @param nonce lets the component library write its style element under the page's policy.
 */
export function App({
  store,
  texts,
  nonce,
}: {
  readonly store: AppStore;
  readonly texts: i18n;
  readonly nonce: string;
}) {
  return (
    <StoreContext value={store}>
      <Themed nonce={nonce}>
        <Language texts={texts}>
          <ChartFills />
          <style nonce={nonce}>{PRINT_COLOURS + FORCED_COLOURS}</style>
          <Root />
        </Language>
      </Themed>
    </StoreContext>
  );
}
