/** @file Asks a display what is in front over one connection: to start a program for each look takes as long as the errors that are looked for. */
import { readAtoms } from '../../electron/tracking/sources/x11/atoms.ts';
import { connect } from '../../electron/tracking/sources/x11/connection.ts';
import { displayAddress, readCookie } from '../../electron/tracking/sources/x11/display-address.ts';
import {
  focusOf,
  getInputFocus,
  getProperty,
  numbersOf,
  readProperty,
} from '../../electron/tracking/sources/x11/requests.ts';

export interface Asker {
  /** The window that the window manager says is active; 0 where it says none. */
  active(): Promise<number>;
  /** The window that has the input focus, which may lie in the one that is seen. */
  focus(): Promise<number>;
  /** Title of the active window; empty where none is, or it goes while it is asked. */
  title(): Promise<string>;
  close(): void;
}

/** Connects to a display of this computer. @param name as in `DISPLAY`. */
export async function openAsker(name: string, env: NodeJS.ProcessEnv): Promise<Asker> {
  const address = displayAddress(name);
  if (!address) throw new Error(`${name} is no display of this computer`);
  const cookie = await readCookie(address.display, env);
  const nothing = () => undefined;
  const connection = await connect({ address, cookie, onEvent: nothing, onEnd: nothing });
  const atoms = await readAtoms(connection);
  const property = async (window: number, atom: number) =>
    readProperty(await connection.ask(getProperty(window, atom)));
  const active = async () => {
    const [window = 0] = numbersOf(await property(connection.root, atoms._NET_ACTIVE_WINDOW));
    return window;
  };
  return {
    active,
    focus: async () => focusOf(await connection.ask(getInputFocus())),
    async title() {
      try {
        const window = await active();
        const named = await property(window, atoms._NET_WM_NAME);
        if (named.type !== 0) return named.value.toString();
        return (await property(window, atoms.WM_NAME)).value.toString('latin1');
      } catch {
        return '';
      }
    },
    close: connection.close,
  };
}
