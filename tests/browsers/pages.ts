import type { Activity } from '../../shared/domain/activity.ts';
import type { TriedBrowser, TriedWindow } from './browsers.ts';

/** A page with a made-up title. */
export interface Page {
  readonly path: string;
  /** Where such a page is, for browsers that write the address; it is asked for of this run's own server alone. */
  readonly address: string;
  readonly title: string;
  /** What of its title shows that it is there. */
  readonly shown: string;
  /** What it is; null where it is not measured. */
  readonly activity: Activity | null;
  /** The browsers whose way with it is of interest; all unless told. */
  readonly only?: readonly string[];
  /** Whether one language is enough. */
  readonly once?: boolean;
}

const LONG = 'x'.repeat(5000);

/** Every page. The first is what all windows are compared by. */
export const PAGES: readonly Page[] = [
  {
    path: '/feed/',
    address: 'http://www.linkedin.com/feed/',
    title: '(3) Feed | LinkedIn',
    shown: '(3) Feed',
    activity: 'feed',
  },
  {
    path: '/my-items/saved-jobs/',
    address: 'http://www.linkedin.com/my-items/saved-jobs/',
    title: 'Offres enregistrées | LinkedIn',
    shown: 'Offres enregistrées',
    activity: 'jobs',
  },
  {
    path: '/about',
    address: 'http://acme.example/about',
    title: 'LinkedIn tips – Acme',
    shown: 'LinkedIn tips – Acme',
    activity: 'elsewhere',
    once: true,
  },
  // Written from right to left, so that some put marks of direction around it.
  {
    path: '/feed/arabic',
    address: 'http://www.linkedin.com/feed/arabic',
    title: '(3) الموجز | LinkedIn',
    shown: 'الموجز',
    activity: 'feed',
    once: true,
  },
  {
    // Those that cut a title cut LinkedIn's mark with it.
    path: '/long',
    address: 'http://www.linkedin.com/long',
    title: `Messaging | ${LONG} | LinkedIn`,
    shown: 'Messaging | xxx',
    activity: null,
    only: ['Chromium', 'Firefox ESR'],
    once: true,
  },
];

/** The pages that a window is tried with: all in a browser's first language, few in others. */
export function pagesFor(
  { name, languages }: TriedBrowser,
  language: string,
  { kind }: TriedWindow,
): readonly Page[] {
  const isFirst = language === languages[0];
  if (kind !== 'normal') return isFirst || kind === 'private' ? PAGES.slice(0, 1) : [];
  return PAGES.filter(({ only, once = false }) => {
    return (isFirst || !once) && (only === undefined || only.includes(name));
  });
}
