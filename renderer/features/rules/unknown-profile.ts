import { fold } from '../../../shared/linkedin/fold.ts';

/** Browsers that write the name of a profile before their own, where a site's name could stand too. */
const BROWSERS = ['Microsoft Edge', 'Mozilla Firefox'];

/**
 * What the user's list of browsers needs so that a title is understood whose profile is not known:
 * the profile with the browser behind it. Undefined where a title has no such part.
 *
 * @example unknownProfile('Feed | LinkedIn - Marieke - Microsoft Edge') // 'Marieke - Microsoft Edge'
 */
export function unknownProfile(title: string): string | undefined {
  const parts = title.split(/ [-\u2013\u2014] /);
  const browser = BROWSERS.find((name) => fold(name) === fold(parts.at(-1) ?? ''));
  const profile = parts.at(-2)?.trim() ?? '';
  const page = fold(parts.slice(0, -2).join(' - '));
  if (browser === undefined || profile === '' || profile.includes('|')) return undefined;
  return page === 'linkedin' || page.endsWith('| linkedin') ? `${profile} - ${browser}` : undefined;
}
