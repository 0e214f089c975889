/**
 * Chromium without Electron knows no `app:` scheme. Its pages lie under a host that can never exist,
 * and are `app://sweetspot/` to the app.
 */
export const PAGE_ORIGIN = 'https://sweetspot.invalid';
const APP_ORIGIN = 'app://sweetspot';

/** The URL as the app knows it. */
export function toAppUrl(url: string): string {
  return swapOrigin(url, PAGE_ORIGIN, APP_ORIGIN);
}

/** The URL as Chromium knows it. */
export function toPageUrl(url: string): string {
  return swapOrigin(url, APP_ORIGIN, PAGE_ORIGIN);
}

function swapOrigin(url: string, from: string, to: string): string {
  return url === from || url.startsWith(`${from}/`) ? to + url.slice(from.length) : url;
}
