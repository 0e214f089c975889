import {
  activityOf,
  BROWSERS,
  type BrowserId,
  type ConnectionState,
} from '../../companion/contract.ts';
import type { Activity } from '../../shared/domain/activity.ts';
import type { WindowSample } from '../../shared/domain/window-sample.ts';
import type { TrackerStatus } from '../../shared/ipc/views.ts';
import { compileApps, type ResolveApp } from '../../shared/linkedin/apps.ts';
import { TABLES } from '../../shared/linkedin/tables.ts';
import type { Companions } from './sources/companion.ts';
import type { Reading } from './sources/source.ts';
import type { WindowReader } from './sources/window-reader.ts';

/** What was read of the window, or why nothing can. */
export type Read = Reading | NonNullable<TrackerStatus['reason']>;

const resolvers = new Map<BrowserId, ResolveApp>();

/** Whether a program is that browser, by the product's table of programs. */
function isBrowser(id: BrowserId, { app, names }: WindowSample): boolean {
  let resolve = resolvers.get(id);
  if (!resolve) {
    const browsers = TABLES.apps.browsers.filter(({ name }) => name === BROWSERS[id]);
    const none = { linkedIn: [], siteApps: [], webViews: [], lockScreens: [] };
    resolvers.set(id, (resolve = compileApps({ ...TABLES.apps, ...none, browsers }, [])));
  }
  return resolve(app, names).kind === 'browser';
}

/** The one thing that they say is in front; undefined where none does, or they do not agree. */
function agreed(connections: readonly ConnectionState[]): Activity | undefined {
  const said = new Set(connections.flatMap(({ word }) => activityOf(word) ?? []));
  return said.size === 1 ? [...said][0] : undefined;
}

/**
 * What was seen, with what companions say of it. One speaks only for the browser that is in front, or where nothing
 * can be seen at all: there a browser that says so is in front, and where none does, something else is.
 */
export function addWord(read: Read, connections: readonly ConnectionState[]): Read {
  if (connections.length === 0) return read;
  if (typeof read !== 'string') {
    if (read.kind !== 'window') return read;
    const { sample } = read;
    const own = connections.filter(({ browser }) => isBrowser(browser, sample));
    const companion = agreed(own);
    return companion ? { ...read, sample: { ...sample, companion } } : read;
  }
  const inFront = connections.filter(({ word }) => activityOf(word) !== null);
  const [first] = inFront;
  if (!first) return connections.some(({ word }) => word === 'away') ? { kind: 'no-window' } : read;
  const companion = agreed(inFront);
  // One of them is late: the next word tells which.
  if (!companion) return { kind: 'unmeasured' };
  const sample = { app: BROWSERS[first.browser], title: '', companion };
  return { kind: 'window', sample, key: `companion:${first.pid}` };
}

/** Reads the window and lets companions say what it shows. */
export function withCompanions(
  windows: Pick<WindowReader, 'read' | 'watch'>,
  companions: Companions,
): Pick<WindowReader, 'read' | 'watch'> {
  return {
    read: async () => addWord(await windows.read(), companions.connections()),
    watch(onHint) {
      const window = windows.watch(onHint);
      const stopListening = companions.onChange(() => onHint(true));
      return {
        isSure: () => window.isSure() && companions.isSure(),
        stop() {
          stopListening();
          window.stop();
        },
      };
    },
  };
}
