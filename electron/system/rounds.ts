import type { News, Part } from '../news.ts';

/** How often it is looked at what nobody tells of. */
const ROUND_MS = 10_000;

/** Tells when it is time for a look. */
export function startRounds(news: News): Part {
  const timer = setInterval(() => news.tell('round', null), ROUND_MS);
  return { stop: () => clearInterval(timer) };
}
