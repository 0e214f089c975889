import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './bundle.ts';
import { readMessages, type Messages, type MessageText } from './fluent-messages.ts';
import { readNames, readPak } from './pak-file.ts';
import { translationIn } from './qm-file.ts';

/**
 * Reads what Chromium, Firefox and Falkon write around a page, in every language, out of Debian's packages, and writes
 * it as one table: `shared/linkedin/browser-texts.json`. Nothing is installed; the packages are fetched into a
 * folder that is removed afterwards, and their versions stand in the table.
 *
 *     node build/browser-texts.ts [FOLDER with the .deb files]
 */
const TABLE = join(ROOT, 'shared/linkedin/browser-texts.json');

/** Firefox's languages: those that Chromium is translated into as well. */
const FIREFOX_LANGUAGES =
  'af ar bg bn ca cs da de el en-gb es-ar es-es es-mx et fa fi fr gu-in he hi-in hr hu id it ja kn ko lt lv mr ms nb-no nl pl pt-br pt-pt ro ru sk sl sr sv-se ta te th tr uk ur vi zh-cn zh-tw'.split(
    ' ',
  );
const PACKAGES = [
  'chromium-common',
  'chromium-l10n',
  'firefox-esr',
  ...FIREFOX_LANGUAGES.map((language) => `firefox-esr-l10n-${language}`),
  'falkon',
];

/** The messages of Chromium that stand in a window's title, by what they are. `$1` is the page. */
const CHROMIUM = {
  window: [
    'IDS_BROWSER_WINDOW_TITLE_FORMAT',
    /^IDS_ACCESSIBLE_(?:\w+_)?BROWSER_WINDOW_TITLE_FORMAT$/,
  ],
  private: [/^IDS_ACCESSIBLE_(?:INCOGNITO|ISOLATED|GUEST)_WINDOW_TITLE_FORMAT$/],
  profile: ['IDS_ACCESSIBLE_WINDOW_TITLE_WITH_PROFILE_FORMAT'],
  app: ['IDS_WEB_APP_WITH_APP_TITLE'],
  morePages: ['IDS_BROWSER_WINDOW_TITLE_MENU_ENTRY'],
  notes: [/^IDS_TAB_AX_(?:LABEL_\w+|INACTIVE_TAB|MEMORY_SAVINGS|MEMORY_USAGE|HIGH_MEMORY_USAGE)$/],
} as const satisfies Record<string, readonly (string | RegExp)[]>;
const CHROMIUM_KINDS = ['window', 'private', 'profile', 'app', 'morePages', 'notes'] as const;

/** The same of Firefox, in whose messages `{ $name }` and the like stand for what is filled in. */
const FIREFOX = {
  titles: ['browser-main-window-default-title'],
  private: ['browser-main-private-window-title', 'browser-main-private-suffix-for-content'],
  app: [
    'taskbar-tab-title-default',
    'taskbar-tab-title-container',
    'taskbar-tab-title-profile',
    'taskbar-tab-title-container-profile',
  ],
  profiles: ['original-profile-name', 'default-profile-name'],
} as const;
const FIREFOX_KINDS = ['titles', 'private', 'app', 'profiles'] as const;
const FIREFOX_FILES = ['browser/browser.ftl', 'browser/taskbartabs.ftl', 'browser/profiles.ftl'];

type Texts = Record<string, string[]>;

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (error ?? status !== 0) throw new Error(`${command} ${args.slice(0, 2).join(' ')} failed`);
  return stdout;
}

/** Unpacks a zip, or an `omni.ja`, which is one with its parts in another order: unzip warns of that. */
function unzip(file: string, into: string, parts: readonly string[]): void {
  mkdirSync(into, { recursive: true });
  const { status } = spawnSync('unzip', ['-qo', file, ...parts, '-d', into]);
  if (status !== 0 && status !== 1 && status !== 2) throw new Error(`unzip ${file} failed`);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

/** `{COUNT, plural, =1{$1 and 1 tab} other{$1 and # tabs}}` as its single texts, with `{n}` for the number. */
function pluralTexts(text: string): string[] {
  if (!/^\{\w+, ?plural/.test(text)) return [text];
  return [...text.matchAll(/\{([^{}]+)\}/g)]
    .map(([, form = '']) => form.replace(/(?<![$\d])1(?!\d)|#/, '{n}'))
    .filter((form) => form !== '$1');
}

/** What Chromium writes, by language. */
function chromiumTexts(folder: string): Record<string, Texts> {
  const locales = join(folder, 'usr/lib/chromium/locales');
  // Files of one language by grammatical gender hold the same messages.
  const languages = readdirSync(locales)
    .filter((file) => /^[A-Za-z0-9-]+\.pak$/.test(file))
    .map((file) => file.slice(0, -'.pak'.length));
  const names = readNames(readFileSync(join(locales, 'en-US.pak.info'), 'utf8'));
  const idsOf = (wanted: readonly (string | RegExp)[]) =>
    [...names].filter(([name]) =>
      wanted.some((one) => one === name || (one instanceof RegExp && one.test(name))),
    );
  return Object.fromEntries(
    languages.map((language) => {
      const texts = readPak(readFileSync(join(locales, `${language}.pak`)));
      const kinds = CHROMIUM_KINDS.map((kind) => {
        const found = idsOf(CHROMIUM[kind]).map(([, id]) => texts.get(id) ?? '');
        return [kind, distinct(found.flatMap(pluralTexts))] as const;
      });
      return [language, Object.fromEntries(kinds)];
    }),
  );
}

function firefoxTextsOf(folder: string, language: string): Texts {
  const localization = join(folder, 'localization', language);
  const messages: Messages = new Map();
  for (const file of ['branding/brand.ftl', ...FIREFOX_FILES]) {
    const path = join(localization, file);
    if (!existsSync(path)) continue;
    for (const [id, texts] of readMessages(readFileSync(path, 'utf8'))) messages.set(id, texts);
  }
  const brands = messages.get('-brand-full-name') ?? [];
  // The case of the brand's name, where the language has any: `(case: "loc")`.
  const brand = (of: string | undefined): string =>
    (brands.find((one) => one.of === of) ?? brands[0])?.text ?? 'Mozilla Firefox';
  const filled = ({ text }: MessageText): string =>
    text
      .replaceAll(/\{ ?-brand-full-name(?:\(\w+: "(\w+)"\))? ?\}/g, (_all, of: string) => brand(of))
      .replaceAll(/\{ ?\$number ?\}/g, '{n}')
      .replaceAll(/\{ ?\$name ?\}/g, '$1')
      .replaceAll(/\{ ?\$\w+ ?\}/g, '$2');
  return Object.fromEntries(
    FIREFOX_KINDS.map((kind) => [
      kind,
      distinct(FIREFOX[kind].flatMap((id) => (messages.get(id) ?? []).map(filled))),
    ]),
  );
}

/** What Firefox writes, by language. */
function firefoxTexts(folder: string, scratch: string): Record<string, Texts> {
  const english = join(scratch, 'en-US');
  unzip(join(folder, 'usr/lib/firefox-esr/browser/omni.ja'), english, ['localization/*']);
  const result: Record<string, Texts> = { 'en-US': firefoxTextsOf(english, 'en-US') };
  const extensions = join(folder, 'usr/lib/firefox-esr/browser/extensions');
  for (const file of readdirSync(extensions).sort()) {
    const language = /^langpack-(.+)@/.exec(file)?.[1];
    if (language === undefined) continue;
    const into = join(scratch, language);
    unzip(join(extensions, file), into, []);
    result[language] = firefoxTextsOf(join(into, 'browser'), language);
  }
  return result;
}

/** What Falkon writes behind its name in a private window. */
const FALKON_PRIVATE = ' (Private Browsing)';

/** The mark of Falkon's private windows, by language; some have no space before it, and one no brackets. */
function falkonTexts(folder: string): Record<string, Texts> {
  const locales = join(folder, 'usr/share/locale');
  const files = readdirSync(locales)
    .sort()
    .map((language) => [language, join(locales, language, 'LC_MESSAGES/falkon_qt.qm')] as const)
    .filter(([, file]) => existsSync(file));
  const marks = files.map(([language, file]) => {
    return [language, translationIn(readFileSync(file), FALKON_PRIVATE)] as const;
  });
  const all = [['en', FALKON_PRIVATE] as const, ...marks.filter(([language]) => language !== 'en')];
  return Object.fromEntries(
    all.map(([language, mark]) => [language, { private: mark === undefined ? [] : [`$1${mark}`] }]),
  );
}

/** A table with what several languages write alike in one place, under the first of them. */
function withoutRepeats(table: Record<string, Texts>): Record<string, Texts> {
  const seen = new Set<string>();
  const kept = Object.entries(table).map(([language, texts]) => {
    const fresh = Object.entries(texts).map(([kind, list]) => {
      const own = list.filter((text) => !seen.has(`${kind} ${text}`));
      for (const text of own) seen.add(`${kind} ${text}`);
      return [kind, own] as const;
    });
    return [language, Object.fromEntries(fresh.filter(([, list]) => list.length > 0))] as const;
  });
  return Object.fromEntries(kept.filter(([, texts]) => Object.keys(texts).length > 0));
}

function main(given: string | undefined): void {
  const scratch = mkdtempSync(join(tmpdir(), 'sweetspot-browser-texts-'));
  try {
    const debs = given ?? scratch;
    if (given === undefined) run('apt-get', ['download', ...PACKAGES], scratch);
    const folder = join(scratch, 'unpacked');
    const versions: Record<string, string> = {};
    for (const file of readdirSync(debs)
      .filter((name) => name.endsWith('.deb'))
      .sort()) {
      run('dpkg-deb', ['-x', join(debs, file), folder], scratch);
      const [name = '', version = ''] = file.split('_');
      versions[name] = decodeURIComponent(version);
    }
    const languages = Object.keys(versions).filter((name) => name.startsWith('firefox-esr-l10n-'));
    const table = {
      about:
        "What Chromium, Firefox and Falkon write around a page, as it stands in their packages; made by build/browser-texts.ts. '$1' is the page, or the app and the page; '$2' is anything, '{n}' a number. What an earlier language has, a later one does not repeat.",
      versions: {
        chromium: versions['chromium-l10n'],
        firefox: versions['firefox-esr'],
        falkon: versions['falkon'],
        languages: languages.length + 1,
      },
      chromium: withoutRepeats(chromiumTexts(folder)),
      firefox: withoutRepeats(firefoxTexts(folder, join(scratch, 'firefox'))),
      falkon: withoutRepeats(falkonTexts(folder)),
    };
    writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

if (import.meta.main) main(process.argv[2]);
