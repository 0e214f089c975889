/** Scheme that the app's own files are served under; never `file:`, which can read the whole disk. */
export const APP_SCHEME = 'app';
const APP_HOST = 'sweetspot';

/** What every URL of the app's own begins with. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The page that the window shows. */
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/**
 * Whether a URL is one of the app's own files. Compares the parts of a parsed URL, so that
 * `app://sweetspot.example/` and `app://sweetspot@example/` are not.
 */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed?.protocol === `${APP_SCHEME}:` &&
    parsed.hostname === APP_HOST &&
    parsed.port === '' &&
    parsed.username === '' &&
    parsed.password === ''
  );
}
