/** One way to start a browser on a page. */
export interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A browser of Debian, and how it is started on a page with a profile of its own. */
export interface TriedBrowser {
  readonly name: string;
  /** Its program, and the package that tells its version. */
  readonly program: string;
  readonly package: string;
  /** Languages to try, as the locale and the browser have them. */
  readonly languages: readonly string[];
  start(page: string, profile: string, language: string): Start;
  /** A private window of it; undefined where it has none. */
  startPrivate?(page: string, profile: string, language: string): Start;
}

const SEVEN = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt'];
const ONE = ['en'];

/** The locale that a language is started with. */
export function localeOf(language: string): string {
  const country: Record<string, string> = { en: 'US', pt: 'BR' };
  return `${language}_${country[language] ?? language.toUpperCase()}.UTF-8`;
}

const firefoxLocale = (language: string): string =>
  ({ en: 'en-US', es: 'es-ES', pt: 'pt-BR' })[language] ?? language;

/** The preferences that a profile of Firefox starts with. */
export function firefoxPreferences(language: string): string {
  return [
    `user_pref("intl.locale.requested", "${firefoxLocale(language)}");`,
    'user_pref("browser.aboutwelcome.enabled", false);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
    'user_pref("browser.shell.checkDefaultBrowser", false);',
    'user_pref("termsofuse.bypassNotification", true);',
  ].join('\n');
}

const QT = { QTWEBENGINE_DISABLE_SANDBOX: '1', QT_QUICK_BACKEND: 'software' };
const WEBKIT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_FORCE_SANDBOX: '0' };

const chromium = (page: string, profile: string): string[] => [
  '--no-sandbox',
  '--no-first-run',
  '--disable-gpu',
  '--no-default-browser-check',
  '--password-store=basic',
  `--user-data-dir=${profile}`,
  page,
];

/** Every browser that is tried. */
export const BROWSERS: readonly TriedBrowser[] = [
  {
    name: 'Chromium',
    program: 'chromium',
    package: 'chromium',
    languages: SEVEN,
    start: (page, profile) => ({ args: chromium(page, profile) }),
    startPrivate: (page, profile) => ({ args: ['--incognito', ...chromium(page, profile)] }),
  },
  {
    name: 'Firefox ESR',
    program: 'firefox-esr',
    package: 'firefox-esr',
    languages: SEVEN,
    start: (page, profile) => ({ args: ['--no-remote', '--profile', profile, page] }),
    startPrivate: (page, profile) => ({
      args: ['--no-remote', '--profile', profile, '--private-window', page],
    }),
  },
  {
    name: 'GNOME Web',
    program: 'epiphany',
    package: 'epiphany-browser',
    languages: ONE,
    start: (page) => ({ args: [page], env: WEBKIT }),
    startPrivate: (page) => ({ args: ['--incognito-mode', page], env: WEBKIT }),
  },
  {
    name: 'Falkon',
    program: 'falkon',
    package: 'falkon',
    languages: ['en', 'de', 'fr'],
    start: (page) => ({ args: ['--no-extensions', page], env: QT }),
    startPrivate: (page) => ({ args: ['--no-extensions', '--private-browsing', page], env: QT }),
  },
  {
    name: 'qutebrowser',
    program: 'qutebrowser',
    package: 'qutebrowser',
    languages: ONE,
    start: (page, profile) => ({ args: ['--basedir', profile, page], env: QT }),
    startPrivate: (page, profile) => ({
      args: ['--basedir', profile, '--target', 'private-window', page],
      env: QT,
    }),
  },
  ...(
    [
      ['Konqueror', 'konqueror', 'konqueror'],
      ['surf', 'surf', 'surf'],
      ['luakit', 'luakit', 'luakit'],
      ['NetSurf', 'netsurf-gtk', 'netsurf-gtk'],
      ['Dillo', 'dillo', 'dillo'],
    ] as const
  ).map(([name, program, from]) => ({
    name,
    program,
    package: from,
    languages: ONE,
    start: (page: string) => ({ args: [page], env: { ...QT, ...WEBKIT } }),
  })),
];
