import { describe, expect, it } from 'vitest';
import { compileApps } from '../../../shared/linkedin/apps.ts';
import { fold } from '../../../shared/linkedin/fold.ts';
import { TABLES } from '../../../shared/linkedin/tables.ts';
import { compileTails } from '../../../shared/linkedin/tail.ts';

const resolveApp = compileApps(TABLES.apps, []);
const readTitle = compileTails(TABLES);

function read(title: string, app = 'Google Chrome') {
  return readTitle(fold(title), resolveApp(app));
}

describe('a program', () => {
  it.each([
    ['Google Chrome', 'browser'],
    ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'browser'],
    ['/snap/firefox/1/usr/lib/firefox/firefox', 'browser'],
    ['firefox_firefox', 'browser'],
    ['org.mozilla.firefox.desktop', 'browser'],
    ['/Applications/Brave Browser Nightly.app', 'browser'],
    ['Microsoft Edge Canary', 'browser'],
    ['Zen-x86_64.AppImage', 'browser'],
    ['/opt/google/chrome/chrome (deleted)', 'browser'],
    ['firefox-esr (deleted)', 'browser'],
    ['LinkedIn', 'linkedin'],
    ['7EE7776C.LinkedInforWindows_w1wdnht996qgy', 'linkedin'],
    ['msedgewebview2.exe', 'web-view'],
    ['LockApp.exe', 'lock-screen'],
    ['Mystify.scr', 'lock-screen'],
    ['Slack', 'other'],
    ['explorer.exe', 'other'],
    ['Chrome Remote Desktop', 'other'],
    ['Firefox Relay Notes', 'other'],
    ['stable', 'other'],
    ['', 'other'],
  ])('%j is %s', (app, kind) => expect(resolveApp(app).kind).toBe(kind));

  it('is told anew after any number of others', () => {
    for (let i = 0; i < 2000; i++) resolveApp(`app ${i}`);
    expect(resolveApp('Google Chrome').kind).toBe('browser');
  });
});

describe('what a browser writes', () => {
  it('is taken off: name, profile, notes, more pages, counter, bullets', () => {
    for (const [title, app] of [
      ['Page - Google Chrome', 'chrome.exe'],
      ['(3) Page - High memory usage - 1.4 GB - Google Chrome – Ana (Work)', 'Google Chrome'],
      ['Page and 3 more pages - Any Name At All - Microsoft\u200b Edge', 'msedge.exe'],
      ['Page – Persönlich – Microsoft\u200b Edge', 'msedge.exe'],
      ['Page - Personal: Microsoft\u200b Edge', 'msedge.exe'],
      ['• (99+) Page — Mozilla Firefox', 'firefox'],
      ['[2] Page •', 'Safari'],
    ]) {
      expect(read(title ?? '', app)).toMatchObject({ page: 'page', isPrivate: false });
    }
  });

  it('is left on where it is not known', () => {
    for (const title of ['page - medium', 'page | acme - google search', 'page - 1.4 gb']) {
      expect(read(`${title} - Google Chrome`).page).toBe(title);
    }
  });

  it('is taken off once: the page may end in the name of a browser', () => {
    expect(read('Page - Google Chrome - YouTube - Google Chrome').page).toBe(
      'page - google chrome - youtube',
    );
    expect(read('Page - Brave', 'Google Chrome').page).toBe('page - brave');
  });

  it('shows that a window is private, in front, behind and between', () => {
    for (const [title, app] of [
      ['Page - Google Chrome (Incognito)', 'Google Chrome'],
      ['Page - Google Chrome – Inkognito', 'Google Chrome'],
      ['Page — Mozilla Firefox — Navigation privée', 'firefox'],
      ['Page — Mozilla Firefox Privater Modus', 'firefox'],
      ['Page - Personal - [InPrivate] - Microsoft\u200b Edge', 'msedge.exe'],
      ['Page — Private Browsing', 'Firefox'],
      ['Page (Private)', 'Safari'],
      ['[Private] Page - qutebrowser', 'qutebrowser'],
    ]) {
      expect(read(title ?? '', app)).toMatchObject({ page: 'page', isPrivate: true });
    }
  });

  it('does not make a page private that is about private things', () => {
    expect(read('Private Banking | Acme - Google Chrome').isPrivate).toBe(false);
    expect(read('Incognito: a story - Google Chrome').isPrivate).toBe(false);
  });
});
