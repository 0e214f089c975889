import { expect, test } from 'vitest';
import { isAppUrl } from '../../../electron/security/app-url.ts';

test.each(['app://sweetspot/', 'app://sweetspot/index.html', 'app://sweetspot/a?b#c'])(
  'takes %s for our own',
  (url) => {
    expect(isAppUrl(url)).toBe(true);
  },
);

test.each([
  '',
  'sweetspot',
  'about:blank',
  'app:',
  'app:sweetspot',
  'app://',
  'app://sweetspot.example/',
  'app://example/sweetspot/',
  'app://sweetspot@example/',
  'app://user@sweetspot/',
  'app://user:password@sweetspot/',
  'app://sweetspot:80/',
  'apps://sweetspot/',
  'https://sweetspot/',
  'file:///app://sweetspot/',
  'data:text/html,app://sweetspot/',
  'blob:app://sweetspot/1',
  'view-source:app://sweetspot/',
  'javascript:"app://sweetspot/"',
])('takes %s for foreign', (url) => {
  expect(isAppUrl(url)).toBe(false);
});
