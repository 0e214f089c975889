import { closeSync, openSync, writeSync } from 'node:fs';
import { DAY_MS } from '../../shared/domain/calendar.ts';

/** The last day of the history, a Friday. */
export const LAST_EXPORTED_DAY = '2026-10-30';

const LAST_DAY_MS = Date.parse(`${LAST_EXPORTED_DAY}T07:00:00Z`);

/** One look at the active window in a made-up history. */
interface Look {
  readonly startMs: number;
  readonly lengthMs: number;
  readonly app: string;
  readonly title: string;
  /** Where it is a page of a browser. */
  readonly url?: string;
}

/** Programs and pages as they come by in a day at work; `#` makes a title distinct. */
const SHOWN: readonly (readonly [app: string, title: string, url?: string])[] = [
  ['Code', 'file-#.ts - project - Visual Studio Code'],
  ['Code', 'notes-#.md - project - Visual Studio Code'],
  ['Slack', 'general (#) - Example - Slack'],
  ['EXCEL.EXE', 'Figures of the quarter – overview #.xlsx - Excel'],
  ['chrome.exe', 'Inbox (#) - Example Mail - Google Chrome', 'https://mail.example.com/inbox/'],
  ['chrome.exe', 'Pull request: fix part # - Google Chrome', 'https://git.example.com/pulls/'],
  ['chrome.exe', 'A question on “types” # - Google Chrome', 'https://answers.example.com/'],
  ['chrome.exe', 'Ticket # | Example Desk - Google Chrome', 'https://desk.example.com/tickets/'],
  ['chrome.exe', '(#) Feed | LinkedIn - Google Chrome', 'https://www.linkedin.com/feed/?'],
  ['chrome.exe', 'Messaging | LinkedIn - Google Chrome', 'https://www.linkedin.com/messaging/'],
];

/** A day's looks, the newest first as ActivityWatch exports them. The same day is always the same. */
function looksOf(day: number): Look[] {
  let seed = day + 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const looks: Look[] = [];
  let startMs = LAST_DAY_MS - day * DAY_MS;
  for (let look = 0; look < 1500; look += 1) {
    const lengthMs = 1000 + random(45_000);
    const [app, title, url] = SHOWN[random(SHOWN.length)] ?? ['', ''];
    const number = String(random(1000));
    const shown = { app, title: title.replace('#', number) };
    looks.push({ startMs, lengthMs, ...shown, ...(url ? { url: url + number } : {}) });
    // The watcher looks again up to a second later.
    startMs += lengthMs + 10 + random(1000);
  }
  return looks.reverse();
}

const at = (ms: number): string => new Date(ms).toISOString().replace('Z', '000+00:00');
const event = (startMs: number, lengthMs: number, data: object): string =>
  JSON.stringify({ id: startMs, timestamp: at(startMs), duration: lengthMs / 1000, data });

const BUCKETS: readonly {
  readonly watcher: string;
  readonly type: string;
  readonly eventsOf: (day: number) => string[];
}[] = [
  {
    watcher: 'aw-watcher-window',
    type: 'currentwindow',
    eventsOf: (day) =>
      looksOf(day).map(({ startMs, lengthMs, app, title }) =>
        event(startMs, lengthMs, { app, title }),
      ),
  },
  {
    watcher: 'aw-watcher-web-chrome',
    type: 'web.tab.current',
    eventsOf: (day) =>
      looksOf(day).flatMap(({ startMs, lengthMs, title, url }) =>
        url === undefined
          ? []
          : event(startMs, lengthMs, { url, title, audible: false, incognito: false, tabCount: 9 }),
      ),
  },
  {
    watcher: 'aw-watcher-afk',
    type: 'afkstatus',
    eventsOf: (day) =>
      Array.from({ length: 40 }, (_, index) => 39 - index).map((index) =>
        event(LAST_DAY_MS - day * DAY_MS + index * 900_000, index % 4 === 3 ? 300_000 : 900_000, {
          status: index % 4 === 3 ? 'afk' : 'not-afk',
        }),
      ),
  },
];

/** Writes a made-up ActivityWatch export of about so many megabytes, some 2,400 events a day. @returns its bytes. */
export function writeActivityWatchExport(file: string, megabytes: number): number {
  const bytesOfDay = BUCKETS.reduce(
    (sum, { eventsOf }) => sum + Buffer.byteLength(eventsOf(0).join(', ')),
    0,
  );
  const days = Math.max(1, Math.round((megabytes * 1e6) / bytesOfDay));
  const out = openSync(file, 'w');
  let bytes = writeSync(out, '{"buckets": {');
  for (const [index, { watcher, type, eventsOf }] of BUCKETS.entries()) {
    const id = `${watcher}_host`;
    const head = { id, created: at(0), type, client: watcher, hostname: 'host' };
    const text = `${index > 0 ? ', ' : ''}"${id}": ${JSON.stringify(head).slice(0, -1)}, "events": [`;
    bytes += writeSync(out, text);
    for (let day = 0; day < days; day += 1) {
      bytes += writeSync(out, `${day > 0 ? ', ' : ''}${eventsOf(day).join(', ')}`);
    }
    bytes += writeSync(out, ']}');
  }
  bytes += writeSync(out, '}}');
  closeSync(out);
  return bytes;
}
