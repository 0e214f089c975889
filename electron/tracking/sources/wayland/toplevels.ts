/**
 * @file The windows that a compositor tells of. Two protocols: `zwlr_foreign_toplevel_manager_v1` of wlroots' compositors,
 * niri and Hyprland, and COSMIC's `ext_foreign_toplevel_list_v1` with `zcosmic_toplevel_info_v1`, which was written by
 * its published definitions and has never been run against COSMIC.
 */
import type { Connection } from './connection.ts';
import type { Arguments } from './wire.ts';

/** A window as its compositor tells of it. */
export interface Toplevel {
  /** Names the window while the connection lasts. */
  readonly id: number;
  readonly title: string;
  /** What the program calls itself, as in `org.mozilla.firefox`; under XWayland a half of its WM_CLASS. */
  readonly appId: string;
  readonly fullScreen: boolean;
}

/** The windows of a compositor. */
export interface Toplevels {
  /**
   * The window that is active now; undefined where none is, as from the moment on that the screen is locked. Of several
   * it is the one that became active last, as one may become active before the other is no longer.
   */
  front(): Toplevel | undefined;
}

/** What of a window is told, until all of it is there. */
interface Pending {
  title: string;
  appId: string;
  /** What opens behind a lock is never told a state, and is not active. */
  active: boolean;
  fullScreen: boolean;
}

/** Values of the state, the same in both protocols. */
const ACTIVATED = 2;
const FULL_SCREEN = 3;

/** Windows by their id, the one that became active last at the end. */
function createBook(onChange: () => void) {
  const windows = new Map<number, { readonly active: boolean; readonly told: Toplevel }>();
  return {
    /** What was told of a window is all there. */
    put(id: number, pending: Readonly<Pending>): void {
      const before = windows.get(id);
      if (pending.active && !before?.active) windows.delete(id);
      const { title, appId, active, fullScreen } = pending;
      windows.set(id, { active, told: { id, title, appId, fullScreen } });
      if (pending.active || before?.active) onChange();
    },
    remove(id: number): void {
      const before = windows.get(id);
      windows.delete(id);
      if (before?.active) onChange();
    },
    front: () => [...windows.values()].findLast(({ active }) => active)?.told,
  };
}

function newPending(): Pending {
  return { title: '', appId: '', active: false, fullScreen: false };
}

function takeState(pending: Pending, args: Arguments): void {
  const states = args.uints();
  pending.active = states.includes(ACTIVATED);
  pending.fullScreen = states.includes(FULL_SCREEN);
}

/** Numbers of requests and events, as the protocol's definition counts them. */
const WLR = {
  name: 'zwlr_foreign_toplevel_manager_v1',
  version: 3,
  manager: { toplevel: 0 },
  handle: { title: 0, appId: 1, state: 4, done: 5, closed: 6 },
  destroy: 7,
} as const;

function followWlr(connection: Connection, onChange: () => void): Toplevels {
  const book = createBook(onChange);
  connection.bind(WLR.name, WLR.version, (opcode, args) => {
    if (opcode !== WLR.manager.toplevel) {
      // It will tell nothing more.
      connection.end();
      return;
    }
    const id = args.uint();
    const pending = newPending();
    connection.follow(id, (event, handleArgs) => {
      const { handle } = WLR;
      if (event === handle.title) pending.title = handleArgs.text() ?? '';
      else if (event === handle.appId) pending.appId = handleArgs.text() ?? '';
      else if (event === handle.state) takeState(pending, handleArgs);
      else if (event === handle.done) book.put(id, pending);
      else if (event === handle.closed) {
        book.remove(id);
        connection.unfollow(id);
        connection.send(id, WLR.destroy);
      }
    });
  });
  return book;
}

const EXT = {
  name: 'ext_foreign_toplevel_list_v1',
  list: { toplevel: 0 },
  handle: { closed: 0, done: 1, title: 2, appId: 3 },
  destroy: 0,
} as const;
const COSMIC = {
  name: 'zcosmic_toplevel_info_v1',
  /** From this one on it tells more of a window of the list above, and ends with `done` of its own. */
  version: 2,
  getToplevel: 1,
  info: { done: 2 },
  handle: { state: 8 },
  destroy: 0,
} as const;

function followCosmic(connection: Connection, onChange: () => void): Toplevels {
  const book = createBook(onChange);
  const changed = new Map<number, Pending>();
  const putAll = () => {
    for (const [id, pending] of changed) book.put(id, pending);
    changed.clear();
  };
  const [info = 0] = connection.bind(COSMIC.name, COSMIC.version, (opcode) => {
    if (opcode === COSMIC.info.done) putAll();
  });
  connection.bind(EXT.name, 1, (opcode, args) => {
    if (opcode !== EXT.list.toplevel) {
      connection.end();
      return;
    }
    const id = args.uint();
    const pending = newPending();
    const more = connection.create((event, moreArgs) => {
      if (event !== COSMIC.handle.state) return;
      takeState(pending, moreArgs);
      changed.set(id, pending);
    });
    connection.follow(id, (event, handleArgs) => {
      const { handle } = EXT;
      if (event === handle.title) pending.title = handleArgs.text() ?? '';
      else if (event === handle.appId) pending.appId = handleArgs.text() ?? '';
      else if (event === handle.done) book.put(id, pending);
      else if (event === handle.closed) {
        changed.delete(id);
        book.remove(id);
        connection.unfollow(id);
        // What extends a window goes before it.
        connection.send(more, COSMIC.destroy);
        connection.send(id, EXT.destroy);
      }
    });
    connection.send(info, COSMIC.getToplevel, more, id);
  });
  return book;
}

/**
 * Follows the windows of a compositor.
 *
 * @param onChange told when another window is active, or the active one has changed.
 * @returns undefined where it tells no program of its windows.
 */
export function followToplevels(
  connection: Connection,
  onChange: () => void,
): Toplevels | undefined {
  if (connection.offers(WLR.name) > 0) return followWlr(connection, onChange);
  const isCosmic =
    connection.offers(EXT.name) > 0 && connection.offers(COSMIC.name) >= COSMIC.version;
  return isCosmic ? followCosmic(connection, onChange) : undefined;
}
