import { existsSync } from 'node:fs';
import {
  type BrowserId,
  BROWSERS,
  type ConnectionState,
  isBrowserId,
} from '../../companion/contract.ts';
import type {
  CompanionBrowser,
  CompanionState,
  CompanionView,
} from '../../shared/ipc/companion.ts';
import { PATHS, tableId } from '../../shared/linkedin/path-table.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { News, Part } from '../news.ts';
import type { Companions } from '../tracking/sources/companion.ts';
import {
  type BrowserPlace,
  boxFolders,
  browserPlaces,
  type PlacesEnvironment,
} from './browser-places.ts';
import { extensionFolder, putExtension, removeExtension } from './extension-folder.ts';
import { connectPlace, disconnectPlace, type HostCommand, isConnected } from './host-files.ts';

/** What connecting browsers takes. */
export interface CompanionNeeds {
  readonly news: News;
  readonly companions: Pick<Companions, 'connections' | 'onChange'>;
  readonly environment: PlacesEnvironment;
  /** How the browsers are to start the host. */
  readonly command: HostCommand;
  /** The extension as it was built. */
  readonly built: string;
}

/** The browsers' companions: who is connected, and the way in and out. */
export interface OpenCompanion extends Part {
  readonly handlers: Pick<Handlers, 'companion:get' | 'companion:act'>;
}

const TABLE = tableId(PATHS);

/** How a connected browser stands, by what its connections say; the one that tells most counts. */
function stateOf(connections: readonly ConnectionState[]): CompanionState {
  if (connections.length === 0) return 'silent';
  if (connections.every(({ word }) => word === 'unknown')) return 'no-access';
  return connections.some(({ table }) => table !== TABLE) ? 'other-version' : 'speaks';
}

/** One browser as the window shows it. */
function browserView(
  id: BrowserId,
  places: readonly BrowserPlace[],
  connections: readonly ConnectionState[],
): CompanionBrowser {
  const own = connections.filter(({ browser }) => browser === id);
  const here = places.filter(({ browser }) => browser === id);
  const connected = here.some(isConnected) || own.length > 0;
  const notConnected = here.length === 0 ? 'boxed' : 'absent';
  return {
    id,
    name: BROWSERS[id],
    isFirefox: id === 'firefox',
    state: connected ? stateOf(own) : notConnected,
    saidMs: own.length === 0 ? null : Math.max(...own.map(({ atMs }) => atMs)),
  };
}

/** The places of the browsers that are used here, and of those that were connected. */
function placesHere(environment: PlacesEnvironment): readonly BrowserPlace[] {
  return browserPlaces(environment).filter(
    (place) => place.profiles.some((folder) => existsSync(folder)) || isConnected(place),
  );
}

/** Where a browser's folder is closed, it stays as it was: the page tells who is connected, and who speaks. */
function orAsItWas(change: () => void): void {
  try {
    change();
  } catch {
    // As said.
  }
}

/** Offers the companion, and brings what the user connected up to date: the app may lie elsewhere since. */
export function openCompanion(needs: CompanionNeeds): OpenCompanion {
  const { news, companions, environment, command } = needs;
  const folder = extensionFolder(environment);
  const isAvailable = browserPlaces(environment).length > 0;

  function view(): CompanionView {
    const places = placesHere(environment);
    const connections = companions.connections();
    const boxes = boxFolders(environment).filter(([, box]) => existsSync(box));
    const here = new Set([...places.map(({ browser }) => browser), ...boxes.map(([id]) => id)]);
    const ids = Object.keys(BROWSERS).filter(isBrowserId);
    return {
      isAvailable,
      folder: existsSync(folder) ? folder : null,
      browsers: isAvailable
        ? ids.filter((id) => here.has(id)).map((id) => browserView(id, places, connections))
        : [],
    };
  }

  function connect(places: readonly BrowserPlace[]): void {
    putExtension(needs.built, folder);
    for (const place of places) connectPlace(place, command);
  }

  function remove(places: readonly BrowserPlace[]): void {
    for (const place of places) disconnectPlace(place);
    if (connected().length === 0) removeExtension(folder);
  }

  const connected = () => browserPlaces(environment).filter(isConnected);
  const stopListening = companions.onChange(() => news.tell('companion-changed', null));
  // Nothing of the app stays in any browser then.
  const stopRemoving = news.on('all-erased', () => {
    orAsItWas(() => remove(connected()));
    news.tell('companion-changed', null);
  });
  orAsItWas(() => {
    const places = connected();
    if (places.length > 0) connect(places);
  });

  function act(action: 'connect' | 'remove', id: string): void {
    const places = placesHere(environment).filter(({ browser }) => browser === id);
    if (places.length === 0) throw new Failure('not-found', 'There is no such browser here.');
    try {
      if (action === 'connect') connect(places);
      else remove(places);
    } catch {
      throw new Failure('internal', 'The browser’s folder cannot be written to.');
    }
  }

  return {
    handlers: {
      'companion:get': view,
      'companion:act': ({ action, browser }) => {
        act(action, browser);
        return view();
      },
    },
    stop() {
      stopListening();
      stopRemoving();
    },
  };
}
