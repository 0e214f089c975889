/**
 * @file Whether a program has locked an X11 display. No signal tells of most; what all have in common is that they cover the screen
 * with windows that no window manager has a say in, above all others, and hold keyboard and pointer. A film that fills
 * the screen, a menu or a game does one of these alone, or holds the input focus, as no locker does.
 */
import { readFile, readdir } from 'node:fs/promises';
import type { Atoms } from './atoms.ts';
import type { Connection } from './connection.ts';
import {
  type Rectangle,
  focusOf,
  getAttributes,
  getGeometry,
  getInputFocus,
  getProperty,
  grabKeyboard,
  grabPointer,
  isTaken,
  queryMonitors,
  queryTree,
  readAttributes,
  readGeometry,
  readMonitors,
  readProperty,
  readTree,
  ungrabKeyboard,
  ungrabPointer,
} from './requests.ts';
import { unlessGone } from './window-in-front.ts';

/** xsecurelock leaves two pixels of the screen free, and others make one window a monitor. */
const COVERED = 0.97;
/** Of more windows than this above the managed ones, the rest is not looked at. */
const MOST_WINDOWS = 64;
/** Frames of window managers lie around their windows no deeper than this. */
const DEEPEST_FRAME = 3;
/** Lockers that cover nothing and show an icon at most, by the name of their process. */
const UNCOVERING = /^xtrlock/;

/** The share of an area that rectangles cover together, 0 to 1. */
export function coveredShare(area: Rectangle, covers: readonly Rectangle[]): number {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const clipped = covers
    .map(({ x, y, width, height }) => ({
      left: Math.max(x, area.x),
      top: Math.max(y, area.y),
      right: Math.min(x + width, right),
      bottom: Math.min(y + height, bottom),
    }))
    .filter((one) => one.right > one.left && one.bottom > one.top);
  const edges = [...new Set(clipped.flatMap((one) => [one.left, one.right]))].sort((a, b) => a - b);
  let covered = 0;
  edges.slice(1).forEach((end, index) => {
    const start = edges[index] ?? end;
    let reached = -Infinity;
    const strips = clipped
      .filter((one) => one.left <= start && one.right >= end)
      .sort((a, b) => a.top - b.top);
    for (const { top, bottom: low } of strips) {
      covered += (end - start) * Math.max(0, low - Math.max(top, reached));
      reached = Math.max(reached, low);
    }
  });
  return area.width > 0 && area.height > 0 ? covered / (area.width * area.height) : 0;
}

/** Windows that lie above all that a window manager has a say in. */
interface Above {
  readonly covers: readonly Rectangle[];
  readonly windows: readonly number[];
  /** Whether one of them shows nothing and takes input alone. */
  readonly hasInputOnly: boolean;
}

/** Whether a window is one of a window manager's, or holds one: it is marked so. */
async function isManaged(
  connection: Connection,
  atoms: Atoms,
  window: number,
  depth = 0,
): Promise<boolean> {
  const state = await unlessGone(connection.ask(getProperty(window, atoms.WM_STATE)));
  if (state && readProperty(state).type !== 0) return true;
  if (depth === DEEPEST_FRAME) return false;
  const tree = await unlessGone(connection.ask(queryTree(window)));
  for (const child of tree ? readTree(tree).children.slice(0, 8) : []) {
    if (await isManaged(connection, atoms, child, depth + 1)) return true;
  }
  return false;
}

async function readAbove(connection: Connection, atoms: Atoms): Promise<Above> {
  const tree = readTree(await connection.ask(queryTree(connection.root)));
  const covers: Rectangle[] = [];
  const windows: number[] = [];
  let hasInputOnly = false;
  let looked = 0;
  for (const window of tree.children.reverse()) {
    const answer = await unlessGone(connection.ask(getAttributes(window)));
    const attributes = answer && readAttributes(answer);
    if (!attributes?.viewable) continue;
    if ((looked += 1) > MOST_WINDOWS) break;
    if (attributes.inputOnly) {
      hasInputOnly ||= attributes.overrideRedirect;
      continue;
    }
    if (!attributes.overrideRedirect || (await isManaged(connection, atoms, window))) break;
    const geometry = await unlessGone(connection.ask(getGeometry(window)));
    if (geometry) covers.push(readGeometry(geometry));
    windows.push(window);
  }
  return { covers, windows, hasInputOnly };
}

/** Whether other programs hold both keyboard and pointer. What is free is taken and given back in one go. */
async function isGrabbed(connection: Connection): Promise<boolean> {
  const { root } = connection;
  const keyboard = connection.ask(grabKeyboard(root));
  connection.send(ungrabKeyboard());
  const pointer = connection.ask(grabPointer(root));
  connection.send(ungrabPointer());
  return isTaken(await keyboard) && isTaken(await pointer);
}

/** Whether the input focus is in one of some windows. */
async function isFocusIn(connection: Connection, windows: readonly number[]): Promise<boolean> {
  let window = focusOf(await connection.ask(getInputFocus()));
  for (let depth = 0; depth < 16 && window > 1 && window !== connection.root; depth += 1) {
    if (windows.includes(window)) return true;
    const tree = await unlessGone(connection.ask(queryTree(window)));
    window = tree ? readTree(tree).parent : 0;
  }
  return false;
}

/** Whether a program runs whose process is named so. */
async function runs(name: RegExp): Promise<boolean> {
  for (const entry of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue;
    if (name.test(await readFile(`/proc/${entry}/comm`, 'utf8').catch(() => ''))) return true;
  }
  return false;
}

/** What the screen consists of. @param xinerama number of that extension, where there is one. */
async function readScreens(connection: Connection, xinerama: number | undefined) {
  const answer =
    xinerama === undefined ? undefined : await unlessGone(connection.ask(queryMonitors(xinerama)));
  const monitors = answer ? readMonitors(answer) : [];
  if (monitors.length > 0) return monitors;
  return [readGeometry(await connection.ask(getGeometry(connection.root)))];
}

/** What one look at a display tells of a lock. */
export interface LockLook {
  readonly locked: boolean;
  /** Whether something covers the screen: what holds keyboard and pointer may follow, so it is worth another look. */
  readonly suspicious: boolean;
}

/** Looks whether the display is locked. */
export async function lookAtLock(
  connection: Connection,
  atoms: Atoms,
  xinerama: number | undefined,
): Promise<LockLook> {
  const { covers, windows, hasInputOnly } = await readAbove(connection, atoms);
  const screens = covers.length === 0 ? [] : await readScreens(connection, xinerama);
  const covered =
    screens.length > 0 && screens.every((screen) => coveredShare(screen, covers) > COVERED);
  if (covered) {
    const locked = (await isGrabbed(connection)) && !(await isFocusIn(connection, windows));
    return { locked, suspicious: true };
  }
  if (!hasInputOnly || !(await runs(UNCOVERING))) return { locked: false, suspicious: false };
  return { locked: await isGrabbed(connection), suspicious: true };
}
