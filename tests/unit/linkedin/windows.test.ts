import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../shared/linkedin/classify.ts';
import type { UserRule } from '../../../shared/settings/settings.ts';
import { classify, DEFAULTS } from './support.ts';

const FEED = 'Feed | LinkedIn';

function activityOf(title: string, app = 'Google Chrome') {
  return classify({ app, title }).activity;
}

describe('a program that its file does not name', () => {
  it.each([
    ['python3.11', ['qutebrowser', 'qutebrowser']],
    ['ld-linux-x86-64.so.2', ['Werk', 'firefox']],
    ['firefox-bin.real', ['firefox-esr.webapp-8f6e', 'firefox-esr']],
    ['bwrap', ['org.gnome.Epiphany.WebApp_8f6e', 'Org.gnome.Epiphany.WebApp_8f6e']],
    ['AppRun', ['falkon', 'Falkon Browser']],
    ['x', ['crx_ehhplfpojcpgpkjefbfmnmlaedcfpehb', 'Chromium']],
    ['x', ['chrome-www.linkedin.com__feed-Profile_2', 'x']],
  ])('%s with %j is a browser by what its window calls itself', (app, names) => {
    expect(classify({ app, names, title: FEED }).activity).toBe('feed');
  });

  it('stays what it is where neither names a browser', () => {
    expect(classify({ app: 'python3.11', names: ['idle', 'Idle'], title: FEED }).rule).toBe(
      'app:not-a-browser',
    );
    expect(classify({ app: 'code', names: ['code', 'Code'], title: FEED }).rule).toBe(
      'app:not-a-browser',
    );
  });

  it('may be named by the user by any of its names', () => {
    const own = createClassifier({ ...DEFAULTS, browsers: ['Nook'] });
    const title = `${FEED} - Nook`;
    expect(own({ app: 'electron', names: ['nook', 'Nook'], title }).activity).toBe('feed');
    expect(classify({ app: 'electron', names: ['nook', 'Nook'], title }).activity).toBe(
      'elsewhere',
    );
  });

  it.each(['surf', 'luakit', 'vimb', 'netsurf-gtk', 'dillo', 'PrivacyBrowser', 'angelfish'])(
    '%s is known',
    (app) => expect(activityOf(FEED, app)).toBe('feed'),
  );
});

describe('text before the page', () => {
  it.each([
    ['[Werk] (3) Feed | LinkedIn — Mozilla Firefox', 'feed'],
    ['[Sidebery] Messaging | LinkedIn — Mozilla Firefox', 'messaging'],
    ['[🌐] Jobs | LinkedIn — Mozilla Firefox', 'jobs'],
    ['[] (1) My Network | LinkedIn — Mozilla Firefox', 'networking'],
    ['Werk | Berichten | LinkedIn — Mozilla Firefox', 'messaging'],
    ['[2](5) Feed | LinkedIn — Mozilla Firefox', 'feed'],
    ['. Jobs | LinkedIn — Mozilla Firefox', 'jobs'],
    ['[Werk] Anne de Vries | LinkedIn — Mozilla Firefox', 'networking'],
    ['[Werk] (2) 30 vacatures in Utrecht | LinkedIn — Mozilla Firefox', 'jobs'],
    ['[Werk] LinkedIn tips voor beginners - Frankwatching — Mozilla Firefox', 'elsewhere'],
    ['[LinkedIn] Gmail - Postvak IN — Mozilla Firefox', 'elsewhere'],
  ])('%s is %s', (title, activity) => expect(activityOf(title, 'firefox')).toBe(activity));

  it.each([
    ['LinkedIn werk - (2) Berichten | LinkedIn', 'messaging'],
    ['LI - Vacatures | LinkedIn', 'jobs'],
    ['LinkedIn - Feed | LinkedIn', 'feed'],
    ['Linkedin privé - Jobs | LinkedIn', 'jobs'],
    ['LinkedIn (2) - (4) Feed | LinkedIn', 'feed'],
    ['Netwerken - Meldingen | LinkedIn', 'notifications'],
  ])('a web app: %s is %s', (title, activity) =>
    expect(activityOf(title, 'chrome.exe')).toBe(activity),
  );

  it('is no reason to read an employer as a page', () => {
    expect(activityOf('Growth Lead | Grow | LinkedIn')).toBe('jobs');
  });
});

describe('what a browser writes before a page', () => {
  it.each([
    ['dillo', 'Dillo: Offres enregistrées | LinkedIn', 'jobs'],
    ['dillo', 'Dillo: Anne de Vries | LinkedIn', 'networking'],
    ['dillo', 'Dillo: LinkedIn tips – Acme', 'elsewhere'],
    ['surf', '@cgDISMfxT:- | (3) Feed | LinkedIn', 'feed'],
    ['surf', '[50%] @cgDISMfxT:T | Anne de Vries | LinkedIn', 'networking'],
    ['surf', 'A long sentence that ends in this:- | LinkedIn', 'networking'],
    ['qutebrowser', '[50%] Saved jobs | LinkedIn - qutebrowser', 'jobs'],
  ])('%s: %s is %s', (app, title, activity) => expect(activityOf(title, app)).toBe(activity));
});

describe('an address in the title', () => {
  it.each([
    ['Feed | LinkedIn - https://www.linkedin.com/', 'feed'],
    ['(2) Messaging | LinkedIn - https://www.linkedin.com/messaging/thread/2-abc/', 'messaging'],
    ['Feed | LinkedIn - https://www.linkedin.com/jobs/', 'jobs'],
    ['LinkedIn - https://www.linkedin.com/notifications/?filter=all', 'notifications'],
    ['Feed | LinkedIn - www.linkedin.com', 'feed'],
    ['Anne | LinkedIn - https://www.linkedin.com/in/anne/ - Marieke', 'networking'],
    ['My take on Jobs | LinkedIn - https://medium.com/@x/my-take', 'elsewhere'],
    ['LinkedIn tips - https://example.com/linkedin.com/feed', 'elsewhere'],
    ['Feed | LinkedIn - https://l\u0131nkedin.com/feed/', 'elsewhere'],
    ['How to open - https://www.linkedin.com/feed/ - Stack Overflow', 'elsewhere'],
    ['DevTools - www.linkedin.com/feed/', 'elsewhere'],
    ['Feed | LinkedIn - http://127.0.0.1:8000/feed', 'elsewhere'],
  ])('%s is %s', (title, activity) => {
    expect(activityOf(`${title} - Google Chrome`)).toBe(activity);
  });

  it('does not open a private window', () => {
    const title = `${FEED} - https://www.linkedin.com/feed/ - Google Chrome (anonym)`;
    expect(classify({ app: 'chrome.exe', title }).rule).toBe('window:private');
  });
});

describe('a window that cannot be told', () => {
  const chromium = { app: 'chromium', names: ['chromium', 'Chromium'] };

  it('is one that the user gave a name', () => {
    expect(classify({ ...chromium, title: 'Klus voor Acme' })).toMatchObject({
      activity: null,
      rule: 'window:named',
    });
  });

  it('is not an app, a tool of the browser, or a window of which no more is known', () => {
    const title = 'Klus voor Acme';
    expect(classify({ app: 'chromium', names: ['crx_abc', 'Chromium'], title }).activity).toBe(
      'elsewhere',
    );
    expect(classify({ ...chromium, title: 'DevTools - example.org' }).activity).toBe('elsewhere');
    expect(classify({ ...chromium, title: `${title} - Chromium` }).activity).toBe('elsewhere');
    expect(classify({ app: 'chromium', title }).activity).toBe('elsewhere');
    expect(classify({ app: 'firefox', names: ['Navigator', 'firefox'], title }).activity).toBe(
      'elsewhere',
    );
  });

  it('is one whose text was spoilt, but not where the address is known', () => {
    const title = '(3) Feed | LinkedIn \u001b%G—\u001b%@ Mozilla Firefox';
    expect(classify({ app: 'firefox', title })).toMatchObject({
      activity: null,
      rule: 'title:spoilt',
    });
    expect(
      classify({ app: 'firefox', title: 'Offres enregistr\uFFFDes | LinkedIn' }).activity,
    ).toBeNull();
    const url = 'https://www.linkedin.com/feed/';
    expect(classify({ app: 'firefox', title, url }).activity).toBe('feed');
  });

  it('is one whose title was cut off, where it begins as one of LinkedIn’s', () => {
    const long = (start: string, length: number, end: string) =>
      `${start}${'x'.repeat(length - start.length)}${end}`;
    const firefox = long('Messaging | ', 256, ' — Mozilla Firefox');
    expect(classify({ app: 'firefox', title: firefox })).toMatchObject({
      activity: null,
      rule: 'title:cut',
    });
    expect(
      classify({ app: 'chromium', title: long('Messaging | ', 4096, ' - Chromium') }).activity,
    ).toBeNull();
    expect(
      classify({ app: 'firefox', title: long('An essay ', 256, ' — Mozilla Firefox') }).activity,
    ).toBe('elsewhere');
    expect(
      classify({ app: 'chromium', title: long('Messaging | ', 300, ' - Chromium') }).activity,
    ).toBe('elsewhere');
  });

  it('is read without the direction marks that Chromium writes', () => {
    expect(activityOf(`\u202b${FEED} - Chromium\u202c`, 'chromium')).toBe('feed');
    expect(activityOf(`\u200f${FEED} - \u200eGoogle Chrome`, 'chrome.exe')).toBe('feed');
  });
});

describe('titles that were missed', () => {
  it.each([
    ['Acme | About', 'networking'],
    ['Acme | Over ons', 'networking'],
    ['Create a new article', 'publishing'],
    ['Untitled', 'publishing'],
  ])('%s is %s', (page, activity) => {
    expect(activityOf(`${page} | LinkedIn - Google Chrome`)).toBe(activity);
  });

  it('the page of the public profile’s settings is other', () => {
    const url = 'https://www.linkedin.com/public-profile/settings/';
    expect(classify({ app: 'Safari', title: '', url }).activity).toBe('other');
    expect(activityOf('www.linkedin.com - Google Chrome')).toBe('feed');
  });
});

describe('a rule for a LinkedIn activity', () => {
  const rule = (more: Partial<UserRule> = {}): UserRule => ({
    field: 'title',
    match: 'contains',
    text: 'Acme',
    activity: 'networking',
    elsewhereToo: false,
    ...more,
  });
  const by = (...rules: UserRule[]) => createClassifier({ ...DEFAULTS, rules });
  const document = { app: 'WINWORD.EXE', title: 'Acme plan - Word' };
  const intranet = { app: 'chrome.exe', title: 'Acme intranet - Google Chrome' };
  const page = { app: 'chrome.exe', title: 'Acme: Jobs | LinkedIn - Google Chrome' };

  it('holds on LinkedIn alone', () => {
    expect([document, intranet, page].map((one) => by(rule())(one).activity)).toEqual([
      'elsewhere',
      'elsewhere',
      'networking',
    ]);
  });

  it('holds elsewhere too where its user says so, and where it is older than the choice', () => {
    for (const elsewhereToo of [true, undefined]) {
      const activities = [document, intranet, page].map(
        (one) => by(rule({ elsewhereToo }))(one).activity,
      );
      expect(activities).toEqual(['networking', 'networking', 'networking']);
    }
  });

  it('leaves a window that is not LinkedIn to the rules below it', () => {
    const below = rule({ activity: 'messaging', elsewhereToo: true });
    expect(by(rule(), below)(document).rule).toBe('user:2');
    expect(by(rule(), below)(page).rule).toBe('user:1');
    expect(by(rule({ activity: 'elsewhere' }), rule())(page).rule).toBe('user:1');
  });

  it('leaves private windows alone', () => {
    const title = 'Acme | LinkedIn - Google Chrome (Incognito)';
    expect(by(rule())({ app: 'chrome.exe', title }).rule).toBe('window:private');
  });
});
