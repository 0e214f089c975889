/** @file Which window is in front on a display, by the window manager's word, or where it has none by the input focus. */
import type { Atoms } from './atoms.ts';
import { type Connection, XError } from './connection.ts';
import {
  childOf,
  focusOf,
  getAttributes,
  getInputFocus,
  getProperty,
  numbersOf,
  queryPointer,
  queryTree,
  readAttributes,
  readProperty,
  readTree,
} from './requests.ts';

/** A window, that none is in front, or that nothing tells. */
export type InFront = number | 'none' | 'unknown';

/** Windows lie in one another no deeper than this. */
const DEEPEST = 16;
/** What the input focus is where it is no window: nowhere, or wherever the pointer is. */
const NOWHERE = 0;
const AT_POINTER = 1;

/** What a request says of a window that may be gone: what went wrong with it is no news. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof XError) return undefined;
    throw error;
  }
}

/** Reads the numbers of a property; none where the window is gone, or has none. */
async function readNumbers(connection: Connection, window: number, property: number) {
  const answer = await unlessGone(connection.ask(getProperty(window, property)));
  return answer ? numbersOf(readProperty(answer)) : [];
}

/** Whether a window manager is there that says which window is active: one that went may leave its list behind. */
export async function tellsActive(connection: Connection, atoms: Atoms): Promise<boolean> {
  const { root } = connection;
  const [supported, [check = 0]] = await Promise.all([
    readNumbers(connection, root, atoms._NET_SUPPORTED),
    readNumbers(connection, root, atoms._NET_SUPPORTING_WM_CHECK),
  ]);
  if (!supported.includes(atoms._NET_ACTIVE_WINDOW)) return false;
  if (check === 0) return true;
  const [itself] = await readNumbers(connection, check, atoms._NET_SUPPORTING_WM_CHECK);
  return itself === check;
}

async function hasClass(connection: Connection, atoms: Atoms, window: number): Promise<boolean> {
  const answer = await unlessGone(connection.ask(getProperty(window, atoms.WM_CLASS)));
  return answer !== undefined && readProperty(answer).value.length > 0;
}

/** The window that a part of it belongs to: the first around it that says what it is. */
async function around(connection: Connection, atoms: Atoms, part: number): Promise<InFront> {
  let window = part;
  for (let depth = 0; depth < DEEPEST && window !== 0 && window !== connection.root; depth += 1) {
    if (await hasClass(connection, atoms, window)) return window;
    const tree = await unlessGone(connection.ask(queryTree(window)));
    window = tree ? readTree(tree).parent : 0;
  }
  return 'unknown';
}

/** The window under the pointer, which has the keyboard where the focus follows the pointer. */
async function underPointer(connection: Connection, atoms: Atoms): Promise<InFront> {
  let window = connection.root;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const answer = await unlessGone(connection.ask(queryPointer(window)));
    window = answer ? childOf(answer) : 0;
    if (window === 0) return 'unknown';
    if (await hasClass(connection, atoms, window)) return window;
  }
  return 'unknown';
}

async function byFocus(connection: Connection, atoms: Atoms): Promise<InFront> {
  const focus = focusOf(await connection.ask(getInputFocus()));
  if (focus === NOWHERE || focus === connection.root) return 'unknown';
  if (focus === AT_POINTER) return await underPointer(connection, atoms);
  return await around(connection, atoms, focus);
}

/** Finds it. @param isTold whether the window manager says which window is active. */
export async function findInFront(
  connection: Connection,
  atoms: Atoms,
  isTold: boolean,
): Promise<InFront> {
  if (!isTold) return await byFocus(connection, atoms);
  const told = await readNumbers(connection, connection.root, atoms._NET_ACTIVE_WINDOW);
  // Some write a second number, of no meaning.
  return told[0] === undefined || told[0] === 0 ? 'none' : told[0];
}

/** Whether a window can be seen at all: what some window managers name lies on another desktop, or is gone. */
export async function isViewable(connection: Connection, window: number): Promise<boolean> {
  const answer = await unlessGone(connection.ask(getAttributes(window)));
  return answer !== undefined && readAttributes(answer).viewable;
}
