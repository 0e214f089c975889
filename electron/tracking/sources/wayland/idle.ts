/**
 * @file How long the user has been without input, by a compositor's own word: `ext_idle_notifier_v1`, or
 * `org_kde_kwin_idle`, which older ones have instead.
 */
import type { Connection } from './connection.ts';

/** What a compositor tells of input. */
export interface SeatIdle {
  /**
   * Whether it tells of input itself. Otherwise a video or a call on the screen keeps it from telling that there is none.
   */
  readonly isInputAlone: boolean;
  /** Milliseconds since the last input on any seat; 0 for less than {@link IDLE_AFTER_MS}. */
  idleMs(): number;
  /** The user did what only input can do, as to bring another window to the front. */
  sign(): void;
}

/** After so long without input a compositor tells of it: the least with which it tells seldom while the user types. */
const IDLE_AFTER_MS = 1_000;

/**
 * So long nobody types and moves the pointer without resting for a second: something holds the idle time back then, and
 * only what the user is seen to do counts. Until then it is taken that they are there.
 */
export const LONGEST_BUSY_MS = 10 * 60_000;

/** Three ways to ask, the best first. All of them take the id of a new object, which tells 0 and 1. */
interface Way {
  readonly name: string;
  readonly leastVersion: number;
  readonly isInputAlone: boolean;
  readonly ask: (id: number, seat: number) => readonly [opcode: number, ...args: number[]];
}

const WAYS: readonly Way[] = [
  {
    name: 'ext_idle_notifier_v1',
    leastVersion: 2,
    isInputAlone: true,
    ask: (id, seat) => [2, id, IDLE_AFTER_MS, seat],
  },
  {
    name: 'ext_idle_notifier_v1',
    leastVersion: 1,
    isInputAlone: false,
    ask: (id, seat) => [1, id, IDLE_AFTER_MS, seat],
  },
  {
    name: 'org_kde_kwin_idle',
    leastVersion: 1,
    isInputAlone: false,
    ask: (id, seat) => [0, id, seat, IDLE_AFTER_MS],
  },
];

/** Events of the object that tells. */
const IDLED = 0;
const RESUMED = 1;

/**
 * Lets a compositor tell of input, on all of its seats.
 *
 * @param monoMs monotonic clock, milliseconds.
 * @returns undefined where it does not tell.
 */
export function followIdle(connection: Connection, monoMs: () => number): SeatIdle | undefined {
  const way = WAYS.find(({ name, leastVersion }) => connection.offers(name) >= leastVersion);
  if (!way) return undefined;
  const [notifier] = connection.bind(way.name, way.leastVersion);
  const seats = connection.bind('wl_seat', 1);
  if (notifier === undefined || seats.length === 0) return undefined;
  /** When each seat had its last input; undefined where it has some now. */
  const since = new Map<number, number | undefined>();
  let signMs = monoMs();
  for (const seat of seats) {
    since.set(seat, undefined);
    const told = connection.create((opcode) => {
      if (opcode === IDLED) since.set(seat, monoMs() - IDLE_AFTER_MS);
      if (opcode !== RESUMED) return;
      since.set(seat, undefined);
      signMs = monoMs();
    });
    connection.send(notifier, ...way.ask(told, seat));
  }
  return {
    isInputAlone: way.isInputAlone,
    idleMs() {
      const lasts = [...since.values()].filter((last) => last !== undefined);
      if (lasts.length === since.size) return monoMs() - Math.max(...lasts);
      const busyMs = monoMs() - signMs;
      return way.isInputAlone || busyMs < LONGEST_BUSY_MS ? 0 : busyMs;
    },
    sign() {
      signMs = monoMs();
    },
  };
}
