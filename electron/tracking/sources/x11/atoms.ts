import type { Connection } from './connection.ts';
import { atomOf, internAtom } from './requests.ts';

/** The names that the app asks an X server for the numbers of. */
const NAMES = [
  '_NET_ACTIVE_WINDOW',
  '_NET_SUPPORTED',
  '_NET_SUPPORTING_WM_CHECK',
  '_NET_WM_NAME',
  '_NET_WM_PID',
  '_NET_WM_STATE',
  '_NET_WM_STATE_FULLSCREEN',
  'WM_CLASS',
  'WM_NAME',
  'WM_STATE',
  'WM_TRANSIENT_FOR',
  'WM_CLIENT_MACHINE',
  'UTF8_STRING',
  'STRING',
  'COMPOUND_TEXT',
] as const;

/** Numbers of names at a server. */
export type Atoms = Readonly<Record<(typeof NAMES)[number], number>>;

export async function readAtoms(connection: Connection): Promise<Atoms> {
  const numbers = await Promise.all(
    NAMES.map(async (name) => [name, atomOf(await connection.ask(internAtom(name)))] as const),
  );
  const of = new Map<string, number>(numbers);
  const found = Object.fromEntries(NAMES.map((name) => [name, of.get(name) ?? 0]));
  return found as Record<(typeof NAMES)[number], number>;
}
