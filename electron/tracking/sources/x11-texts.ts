/** @file What a window of a display says of itself. */
import { readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { Sighting } from './window-reading.ts';
import type { Atoms } from './x11/atoms.ts';
import type { Connection } from './x11/connection.ts';
import { type Property, getProperty, numbersOf, readProperty } from './x11/requests.ts';
import { type TextType, decodeText } from './x11/text.ts';
import { isViewable, unlessGone } from './x11/window-in-front.ts';

/** A dialog of a dialog, and so on, is followed this far. */
const LONGEST_CHAIN = 4;

const NO_PROPERTY: Property = { type: 0, format: 0, value: Buffer.alloc(0), isCut: false };

async function read(connection: Connection, window: number, atom: number): Promise<Property> {
  const answer = await unlessGone(connection.ask(getProperty(window, atom)));
  return answer ? readProperty(answer) : NO_PROPERTY;
}

const TEXT_TYPES = ['UTF8_STRING', 'STRING', 'COMPOUND_TEXT'] as const satisfies TextType[];

/** The text of a property; null where there is none, undefined where it was spoilt or is no text. */
function textOf(property: Property, atoms: Atoms): string | null | undefined {
  if (property.type === 0) return null;
  const type = TEXT_TYPES.find((name) => atoms[name] === property.type);
  return type && property.format === 8
    ? decodeText(type, property.value, property.isCut)
    : undefined;
}

/**
 * Programs that run others, or are many: what their window calls itself says more than their file.
 */
const RUNS_OTHERS =
  /^(?:python|pypy|perl|ruby|node|nodejs|deno|bun|electron|java|mono|dotnet|bash|dash|sh|zsh|lua|luajit|guile|gjs|gjs-console|php|tclsh|wish|wine|wine64|wine-preloader|wine64-preloader|ld-linux.*|ld-musl.*|ld|qemu-.*|flatpak-bwrap|bwrap|snap-exec)[\d.]*(?:\.so[\d.]*)?$/i;

/** The file of a program, without its folders; empty where it is not known here. */
async function programFile(processId: number | undefined): Promise<string> {
  if (processId === undefined || processId <= 0) return '';
  const file = await readlink(`/proc/${processId}/exe`).catch(() => '');
  return basename(file.replace(/ \(deleted\)$/, ''));
}

/** What a window of a dialog belongs to; the window itself where it is no dialog, or of one that is not to be seen. */
async function mainWindow(connection: Connection, atoms: Atoms, dialog: number): Promise<number> {
  let window = dialog;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const [of = 0] = numbersOf(await read(connection, window, atoms.WM_TRANSIENT_FOR));
    const isOne = of !== 0 && of !== connection.root && of !== window;
    if (!isOne || !(await isViewable(connection, of))) return window;
    window = of;
  }
  return window;
}

/** What is read of a window that is in front. */
export interface WindowTexts {
  readonly sighting: Sighting;
  /** The windows whose changes matter: the one in front, and the one that it is a dialog of. */
  readonly windows: readonly number[];
}

/** Whether a window manager says that it fills the screen. */
async function fillsScreen(connection: Connection, atoms: Atoms, window: number) {
  const states = numbersOf(await read(connection, window, atoms._NET_WM_STATE));
  return states.includes(atoms._NET_WM_STATE_FULLSCREEN);
}

/** Reads a window that is in front. A text that was spoilt is not measured. */
export async function readTexts(
  connection: Connection,
  atoms: Atoms,
  window: number,
): Promise<WindowTexts> {
  const main = await mainWindow(connection, atoms, window);
  const windows = main === window ? [window] : [window, main];
  const of = (atom: number) => read(connection, main, atom);
  const [viewable, name, oldName, classes, processId, machine, isFull, isMainFull] =
    await Promise.all([
      isViewable(connection, window),
      of(atoms._NET_WM_NAME),
      of(atoms.WM_NAME),
      of(atoms.WM_CLASS),
      of(atoms._NET_WM_PID),
      of(atoms.WM_CLIENT_MACHINE),
      fillsScreen(connection, atoms, window),
      fillsScreen(connection, atoms, main),
    ]);
  if (!viewable) return { sighting: { kind: 'no-window' }, windows };
  const names = classes.value.toString('latin1').split('\0').slice(0, 2).filter(Boolean);
  const isHere = machine.type === 0 || machine.value.toString('latin1') === hostname();
  const file = await programFile(isHere ? numbersOf(processId)[0] : undefined);
  const app = file === '' || RUNS_OTHERS.test(file) ? (names.at(-1) ?? file) : file;
  const title = textOf(name, atoms) ?? (name.type === 0 ? textOf(oldName, atoms) : undefined);
  if (title === undefined) return { sighting: { kind: 'unmeasured' }, windows };
  if (app === '' && title === null) return { sighting: { kind: 'no-window' }, windows };
  return {
    sighting: {
      kind: 'window',
      key: String(main),
      fullScreen: isFull || isMainFull,
      sample: { app, title: title ?? '', ...(names.length > 0 ? { names } : {}) },
    },
    windows,
  };
}
