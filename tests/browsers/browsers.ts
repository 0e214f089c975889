import type { Activity } from '../../shared/domain/activity.ts';

/** One way to start a browser on a page. */
export interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A window that a browser can show a page in. */
export interface TriedWindow {
  /** As the table of the page has it; `normal` is every browser's first. */
  readonly kind: string;
  /** What any page in it is, where that is not what the page is: null is not measured. */
  readonly activity?: Activity | null;
  start(page: string, profile: string): Start;
}

/** A browser of Debian, and how it is started on a page with a profile of its own. */
export interface TriedBrowser {
  readonly name: string;
  /** Its program, and the package that tells its version. */
  readonly program: string;
  readonly package: string;
  /** Languages to try, as the locale has them: `pt_BR`. */
  readonly languages: readonly string[];
  readonly windows: readonly TriedWindow[];
  /** Whether it writes the page's address into the title, so that it has to be that of the site. */
  readonly writesAddress?: boolean;
}

/** The languages whose titles the word lists cover, and one that is written from right to left. */
const MANY = ['en_US', 'nl_NL', 'de_DE', 'fr_FR', 'es_ES', 'it_IT', 'pt_BR', 'pt_PT', 'he_IL'];
const ONE = ['en_US'];

/** What Firefox calls a language. */
const FIREFOX_LANGUAGES: Readonly<Record<string, string>> = {
  en_US: 'en-US',
  es_ES: 'es-ES',
  pt_BR: 'pt-BR',
  pt_PT: 'pt-PT',
};

/** The preferences that a profile of Firefox starts with. */
export function firefoxPreferences(language: string): string {
  const locale = FIREFOX_LANGUAGES[language] ?? language.slice(0, 2);
  return [
    `user_pref("intl.locale.requested", "${locale}");`,
    'user_pref("browser.aboutwelcome.enabled", false);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
    'user_pref("browser.shell.checkDefaultBrowser", false);',
    'user_pref("termsofuse.bypassNotification", true);',
  ].join('\n');
}

const QT = { QTWEBENGINE_DISABLE_SANDBOX: '1', QT_QUICK_BACKEND: 'software' };
const WEBKIT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_FORCE_SANDBOX: '0' };

const chromium = (profile: string, ...args: string[]): Start => ({
  args: [
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--no-default-browser-check',
    '--password-store=basic',
    `--user-data-dir=${profile}`,
    ...args,
  ],
});
const firefox = (profile: string, ...args: string[]): Start => ({
  args: ['--no-remote', '--profile', profile, ...args],
});
const falkon = (...args: string[]): Start => ({ args: ['--no-extensions', ...args], env: QT });
const qutebrowser = (profile: string, ...args: string[]): Start => ({
  args: ['--basedir', profile, ...args],
  env: QT,
});

const PRIVATE = { kind: 'private', activity: 'elsewhere' } as const;

/** A browser with normal windows alone. */
function plain(name: string, program: string, isWebKit = false): TriedBrowser {
  const start = (page: string): Start => ({ args: [page], env: isWebKit ? WEBKIT : QT });
  return {
    name,
    program,
    package: program,
    languages: ONE,
    windows: [{ kind: 'normal', start }],
  };
}

/** Every browser that is tried. */
export const BROWSERS: readonly TriedBrowser[] = [
  {
    name: 'Chromium',
    program: 'chromium',
    package: 'chromium',
    languages: MANY,
    windows: [
      { kind: 'normal', start: (page, profile) => chromium(profile, page) },
      { ...PRIVATE, start: (page, profile) => chromium(profile, '--incognito', page) },
      {
        kind: 'guest',
        activity: 'elsewhere',
        start: (page, profile) => chromium(profile, '--guest', page),
      },
      { kind: 'app', start: (page, profile) => chromium(profile, `--app=${page}`) },
      {
        kind: 'other class',
        start: (page, profile) => chromium(profile, '--class=Werk', page),
      },
      {
        kind: 'named by the user',
        activity: null,
        start: (page, profile) => chromium(profile, '--window-name=Klus voor Acme', page),
      },
    ],
  },
  {
    name: 'Firefox ESR',
    program: 'firefox-esr',
    package: 'firefox-esr',
    languages: MANY,
    windows: [
      { kind: 'normal', start: (page, profile) => firefox(profile, page) },
      { ...PRIVATE, start: (page, profile) => firefox(profile, '--private-window', page) },
      {
        kind: 'other class',
        start: (page, profile) => firefox(profile, '--class=Werk', '--name=Werk', page),
      },
    ],
  },
  {
    name: 'GNOME Web',
    program: 'epiphany',
    package: 'epiphany-browser',
    languages: ['en_US', 'nl_NL'],
    windows: [
      { kind: 'normal', start: (page) => ({ args: [page], env: WEBKIT }) },
      { ...PRIVATE, start: (page) => ({ args: ['--incognito-mode', page], env: WEBKIT }) },
    ],
  },
  {
    name: 'Falkon',
    program: 'falkon',
    package: 'falkon',
    languages: ['en_US', 'nl_NL', 'de_DE', 'fr_FR', 'pt_BR', 'ta_IN'],
    windows: [
      { kind: 'normal', start: (page) => falkon(page) },
      { ...PRIVATE, start: (page) => falkon('--private-browsing', page) },
    ],
  },
  {
    name: 'qutebrowser',
    program: 'qutebrowser',
    package: 'qutebrowser',
    languages: ONE,
    windows: [
      { kind: 'normal', start: (page, profile) => qutebrowser(profile, page) },
      {
        ...PRIVATE,
        start: (page, profile) => qutebrowser(profile, '--target', 'private-window', page),
      },
    ],
  },
  plain('Konqueror', 'konqueror'),
  plain('surf', 'surf', true),
  { ...plain('luakit', 'luakit', true), writesAddress: true },
  plain('NetSurf', 'netsurf-gtk'),
  plain('Dillo', 'dillo'),
];
