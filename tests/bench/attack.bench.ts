import { channels } from '../../electron/ipc/register-handlers.ts';
import { MINUTE_MS } from '../../shared/domain/rounding.ts';
import { attackedHandlers } from '../support/attacked-handlers.ts';
import { seededDatabase } from './databases.ts';
import { type Figure, summary } from './measure.ts';
import { TEN_YEARS } from './ten-years.ts';

/** Random messages in all, and how many of them are in front of each honest call. */
const MESSAGES = 100_000;
const IN_FRONT = 1_000;

/** Messages before the first that counts. */
const WARM_UP = 5_000;

const OWN = { senderFrame: { url: 'app://sweetspot/index.html', parent: null } };
const FOREIGN = { senderFrame: { url: 'https://sweetspot.example/', parent: null } };

/** What a page that was taken over may send: none of it is of the contract. */
const JUNK: readonly (readonly unknown[])[] = [
  [undefined],
  [{ kind: 'everything', __proto__: null, more: 1 }],
  ['2026-13-45', '../../etc/passwd'],
  ['x'.repeat(100_000)],
  [JSON.parse(`${'['.repeat(4000)}${']'.repeat(4000)}`)],
  [Array.from({ length: 10_000 }, (_, index) => index)],
  [Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`key${index}`, { index }]))],
  [new Map([[1, new Set([2])]]), 10n, Number.NaN],
];

/** How long an honest call takes while random messages come in on every channel. */
export async function benchAttack(): Promise<Figure[]> {
  const seeded = seededDatabase(10);
  try {
    const { registered } = attackedHandlers({
      ...seeded,
      nowMs: Date.parse(`${TEN_YEARS.to}T12:00:00Z`) - MINUTE_MS,
    });
    const listeners = channels().flatMap((channel) => registered.get(channel) ?? []);

    const times: number[] = [];
    for (let sent = -WARM_UP; sent < MESSAGES; sent += IN_FRONT) {
      const before = process.cpuUsage();
      for (let index = Math.abs(sent); index < Math.abs(sent) + IN_FRONT; index += 1) {
        const listener = listeners[index % listeners.length];
        void listener?.(index % 3 === 0 ? FOREIGN : OWN, ...(JUNK[index % JUNK.length] ?? []));
      }
      const reply = await registered.get('day:get')?.(OWN, null);
      // What else the machine does meanwhile is not ours.
      const { user, system } = process.cpuUsage(before);
      if (sent >= 0) times.push((user + system) / 1000);
      if (reply?.ok !== true) throw new Error('An honest call was refused');
    }
    return [
      {
        name: 'an honest call under attack, processor time',
        unit: 'ms',
        ...summary(times),
        budget: 50,
        note: `today, behind ${IN_FRONT.toLocaleString('en')} random messages each time, ${MESSAGES.toLocaleString('en')} in all`,
      },
    ];
  } finally {
    seeded.close();
  }
}
