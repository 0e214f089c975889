import type { Activity } from '../../shared/domain/activity.ts';

/** A window that the script shows: a tab of one of the browser's windows, or another app. */
export interface Scene {
  readonly id: string;
  /** The window of Chromium that it is a tab of; null for another app. */
  readonly browserWindow: number | null;
  /** The program of another browser, whose one page it is. */
  readonly program?: string;
  readonly title: string;
  readonly activity: Activity;
}

/** Every window of the script. What is about LinkedIn without being it is among them. */
export const SCENES: readonly Scene[] = [
  { id: 'feed', browserWindow: 0, title: '(3) Feed | LinkedIn', activity: 'feed' },
  { id: 'messages', browserWindow: 0, title: 'Messaging | LinkedIn', activity: 'messaging' },
  { id: 'mail', browserWindow: 0, title: 'LinkedIn weekly report - Mail', activity: 'elsewhere' },
  { id: 'network', browserWindow: 1, title: 'My Network | LinkedIn', activity: 'networking' },
  { id: 'jobs', browserWindow: 1, title: 'Jobs | LinkedIn', activity: 'private' },
  { id: 'news', browserWindow: 1, title: 'How to use LinkedIn at work', activity: 'elsewhere' },
  { id: 'note', browserWindow: null, title: 'Feed | LinkedIn', activity: 'elsewhere' },
];

/** What is shown beside them where the browser is installed. Their titles have letters that WM_NAME's own bytes would spoil. */
export const IN_OTHER_BROWSERS: readonly Scene[] = [
  {
    id: 'firefox',
    browserWindow: null,
    program: 'firefox-esr',
    title: 'Réseau Łódź | LinkedIn',
    activity: 'networking',
  },
  {
    id: 'gnome-web',
    browserWindow: null,
    program: 'epiphany',
    title: 'Offres enregistrées | LinkedIn',
    activity: 'private',
  },
];

/** Titles that LinkedIn flips to while the user reads something else. */
export const NOTICES = [
  '(4) New message from Ada Example | LinkedIn',
  '(5) Ada Example sent you a message | LinkedIn',
];

/** One stretch of the script. */
export interface Visit {
  readonly scene: Scene;
  readonly ms: number;
  /** Whether the title flips to a notice and back all the while, ten times a minute. */
  readonly flips: boolean;
  /** Whether the user goes away for all of it but its first seconds. */
  readonly away: boolean;
}

/** Pseudo-random numbers in [0, 1) from a seed (mulberry32), so that a run can be had again. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A script of about some minutes: stretches of 1.5 to 15 s, some shorter than what must be found, one in
 * which the title flips to notices, and in a long script one in which the user is away.
 */
export function makeScript(
  minutes: number,
  seed: number,
  scenes: readonly Scene[] = SCENES,
): Visit[] {
  const random = createRandom(seed);
  const [first] = scenes;
  if (!first) return [];
  const flipsMs = minutes >= 4 ? 60_000 : 24_000;
  const awayMs = minutes >= 4 ? 90_000 : 0;
  const visits: Visit[] = [];
  let before: Scene | undefined;
  let leftMs = minutes * 60_000 - flipsMs - awayMs;
  while (leftMs > 0) {
    const others = scenes.filter((scene) => scene !== before);
    const scene = others[Math.floor(random() * others.length)] ?? first;
    const ms = random() < 0.2 ? 1_500 + random() * 1_500 : 3_000 + random() ** 2 * 12_000;
    visits.push({ scene, ms: Math.round(ms), flips: false, away: false });
    before = scene;
    leftMs -= ms;
  }
  const special: Visit[] = [{ scene: first, ms: flipsMs, flips: true, away: false }];
  if (awayMs > 0) special.push({ scene: first, ms: awayMs, flips: false, away: true });
  for (const visit of special) visits.splice(Math.floor(random() * visits.length), 0, visit);
  return visits;
}
