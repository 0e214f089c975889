import { describe, expect, it } from 'vitest';
import texts from '../../../shared/linkedin/browser-texts.json' with { type: 'json' };
import { fold } from '../../../shared/linkedin/fold.ts';
import { compileApps } from '../../../shared/linkedin/apps.ts';
import { TABLES } from '../../../shared/linkedin/tables.ts';
import { compileTails } from '../../../shared/linkedin/tail.ts';
import { createClassifier } from '../../../shared/linkedin/classify.ts';
import { DEFAULTS } from './support.ts';

const classify = createClassifier(DEFAULTS);
const resolveApp = compileApps(TABLES.apps, []);
const readTitle = compileTails(TABLES);

type Texts = Readonly<Partial<Record<string, readonly string[]>>>;

/** Every text of a kind, by its language. */
function all(table: Readonly<Record<string, Texts>>, kind: string): [string, string][] {
  return Object.entries(table).flatMap(([language, kinds]) => {
    return (kinds[kind] ?? []).map((text): [string, string] => [language, text]);
  });
}

/** A text of the packages around a page; what else it leaves open is filled in as browsers do. */
function around(form: string, page: string, rest = '477 MB'): string {
  return form.replace('$2', rest).replace('{n}', '3').replace('$1', page);
}

/** Texts around a page of LinkedIn's that is not told as that page. */
function wrong(forms: readonly [string, string][], title: (form: string) => string, app: string) {
  return forms.filter(([, form]) => classify({ app, title: title(form) }).rule !== 'words:en:feed');
}

const FEED = 'Feed | LinkedIn';

describe("what Chromium's packages say", () => {
  const { chromium } = texts;

  it('is of 55 languages', () => {
    expect(Object.keys(chromium).length).toBeGreaterThan(50);
    expect(all(chromium, 'notes').length).toBeGreaterThan(1500);
  });

  it.each(['window', 'notes', 'morePages', 'private', 'profile'] as const)(
    '%s: the page alone is left',
    (kind) => {
      const left = all(chromium, kind).filter(([, form]) => {
        const title =
          kind === 'window'
            ? around(form, 'Some page')
            : `${around(form, 'Some page', 'x')} - Chromium`;
        const whole =
          kind === 'private' || kind === 'profile'
            ? around(form, 'Some page - Chromium', 'Ana')
            : title;
        return readTitle(fold(whole), resolveApp('chromium')).page !== 'some page';
      });
      expect(left).toEqual([]);
    },
  );

  it('windows: a page of LinkedIn is that page', () => {
    expect(wrong(all(chromium, 'window'), (form) => around(form, FEED), 'chromium')).toEqual([]);
  });

  it('notes on tabs, more pages: the page is that page', () => {
    const notes = [...all(chromium, 'notes'), ...all(chromium, 'morePages')];
    expect(wrong(notes, (form) => `${around(form, FEED)} - Chromium`, 'chromium')).toEqual([]);
  });

  it('notes within the window of each language', () => {
    for (const [, form] of all(chromium, 'window')) {
      const notes = all(chromium, 'notes').filter((_note, index) => index % 7 === 0);
      expect(wrong(notes, (note) => around(form, around(note, FEED)), 'chromium')).toEqual([]);
    }
  });

  it('private, guest and isolated windows are elsewhere, in every window', () => {
    const counted = all(chromium, 'private').flatMap(([language, form]) => {
      return all(chromium, 'window')
        .map(([, frame]) => around(form, around(frame, FEED)))
        .filter((title) => classify({ app: 'chromium', title }).rule !== 'window:private')
        .map((title) => `${language}: ${title}`);
    });
    expect(counted).toEqual([]);
  });

  it('the same of Chrome', () => {
    const counted = all(chromium, 'private').filter(([, form]) => {
      const title = around(form, `${FEED} - Google Chrome`);
      return classify({ app: 'chrome.exe', title }).rule !== 'window:private';
    });
    expect(counted).toEqual([]);
  });

  it('a private window with an address is elsewhere', () => {
    const [, form = ''] = all(chromium, 'private').find(([language]) => language === 'de') ?? [];
    const title = around(form, 'Some page - Google Chrome');
    const url = 'https://www.linkedin.com/feed/';
    expect(classify({ app: 'chrome.exe', title, url }).rule).toBe('window:private');
  });

  it('profiles stand behind the name in any form', () => {
    const forms = all(chromium, 'profile');
    const title = (form: string) => around(form, `${FEED} - Chromium`, 'Anne (werk)');
    expect(wrong(forms, title, 'chromium')).toEqual([]);
  });

  it('the name of a web app stands before the page in any form', () => {
    const forms = all(chromium, 'app').map(([language, form]): [string, string] => {
      return [language, form.replace('$1', 'LinkedIn werk').replace('$2', '$1')];
    });
    for (const page of ['(2) Feed | LinkedIn', FEED]) {
      expect(wrong(forms, (form) => form.replace('$1', page), 'crx_abc')).toEqual([]);
    }
  });
});

describe("what Firefox's packages say", () => {
  const { firefox } = texts;

  it('is of more than 20 languages', () => {
    expect(Object.keys(firefox).length).toBeGreaterThan(20);
  });

  it('names of profiles, before its own, and on macOS without it', () => {
    const profiles = all(firefox, 'profiles');
    const title = (name: string) => `${FEED} — ${around(name, '')} — Mozilla Firefox`;
    expect(wrong(profiles, title, 'firefox')).toEqual([]);
    expect(wrong(profiles, (name) => `${FEED} — ${around(name, '')}`, 'Firefox')).toEqual([]);
  });

  it('private windows are elsewhere, on every system', () => {
    const counted = all(firefox, 'private').filter(([, name]) => {
      return classify({ app: 'firefox', title: `${FEED} — ${name}` }).rule !== 'window:private';
    });
    expect(counted).toEqual([]);
  });

  it('sites that are apps', () => {
    const forms = all(firefox, 'app').map(([language, form]): [string, string] => {
      return [language, form.replaceAll('$2', 'Profile 1')];
    });
    const title = (form: string) => `${FEED} — ${around(form, 'Linkedin')}`;
    expect(wrong(forms, title, 'firefox')).toEqual([]);
  });
});

describe("what Falkon's package says", () => {
  it('private windows are elsewhere in every language, whatever address comes along', () => {
    const marks = all(texts.falkon, 'private');
    expect(marks.length).toBeGreaterThan(40);
    const url = 'https://www.linkedin.com/feed/';
    const counted = marks.filter(([, form]) => {
      const title = around(form, `${FEED} - Falkon`);
      return classify({ app: 'falkon', title, url }).rule !== 'window:private';
    });
    expect(counted).toEqual([]);
  });
});

describe('pages about LinkedIn', () => {
  it('stay elsewhere in every window', () => {
    const about = [
      'LinkedIn tips - Acme',
      'Feed | LinkedIn Clone',
      'My take on Jobs | LinkedIn - Medium',
    ];
    const counted = [...all(texts.chromium, 'window'), ...all(texts.chromium, 'notes')].flatMap(
      ([, form]) =>
        about
          .map((page) => around(form, page))
          .filter((title) => classify({ app: 'chromium', title }).activity !== 'elsewhere'),
    );
    expect(counted).toEqual([]);
  });
});
