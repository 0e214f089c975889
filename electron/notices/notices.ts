import type { AppNotice } from '../../shared/ipc/views.ts';

/** What the user should know of their data now. */
export interface Notices {
  /** Adds what happened, once, and has the window give all of them again. */
  add(code: AppNotice['code']): void;
  /** Takes up what is known elsewhere and may come and go; asked for each time, in the order of joining. */
  join(more: () => readonly AppNotice[]): void;
  now(): AppNotice[];
  /** Notes that the window was given all of them. */
  setGiven(): void;
  /** Whether it was, since one was added. */
  areGiven(): boolean;
}

export function createNotices(): Notices {
  const added: AppNotice[] = [];
  const joined: (() => readonly AppNotice[])[] = [];
  let given = false;
  return {
    add(code) {
      if (added.every((notice) => notice.code !== code)) added.push({ code });
      given = false;
    },
    join: (more) => joined.push(more),
    now: () => [...added, ...joined.flatMap((more) => more())],
    setGiven() {
      given = true;
    },
    areGiven: () => given,
  };
}
