/** @file The desktop's switch of the accessibility interface, and where its bus is. Asked once, through `gdbus`, as the other things of the session's bus. */
import { callBus } from '../../../system/bus-call.ts';
import { type RunProgram, programRunner } from '../../../system/run-program.ts';
import { socketPathIn } from './connection.ts';

const LAUNCHER = { bus: 'session', name: 'org.a11y.Bus', path: '/org/a11y/bus' } as const;
const STATUS = 'org.a11y.Status';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
/** The bus starts as it is asked for. */
const START_MS = 5_000;

/** The switch of the session that this process is in. */
export interface DesktopSwitch {
  /** Whether programs that start now tell what they show; rejects where nobody knows. */
  isOn(): Promise<boolean>;
  turn(on: boolean): Promise<void>;
  /** Whether a screen reader needs it. */
  hasReader(): Promise<boolean>;
  /** The path of the bus's socket; rejects where it has none on this computer. */
  findBus(): Promise<string>;
}

/** Whether there is a bus of a session, and on this computer. */
export const hasSessionBus = (env: NodeJS.ProcessEnv): boolean =>
  env['DBUS_SESSION_BUS_ADDRESS']?.startsWith('unix:') === true;

export function createDesktopSwitch(
  env: NodeJS.ProcessEnv = process.env,
  run: RunProgram = programRunner(START_MS),
): DesktopSwitch {
  async function call(method: string, ...args: readonly string[]): Promise<string> {
    if (!hasSessionBus(env)) throw new Error('There is no session bus');
    return await callBus(run, LAUNCHER, method, args);
  }

  async function read(property: string): Promise<boolean> {
    const said = await call(`${PROPERTIES}.Get`, STATUS, property);
    const [, value] = /^\(<(true|false)>,\)/.exec(said) ?? [];
    if (value === undefined) throw new Error('Nobody knows');
    return value === 'true';
  }

  return {
    isOn: () => read('IsEnabled'),
    async turn(on) {
      await call(`${PROPERTIES}.Set`, STATUS, 'IsEnabled', `<${String(on)}>`);
    },
    hasReader: () => read('ScreenReaderEnabled'),
    async findBus() {
      const said = await call('org.a11y.Bus.GetAddress');
      const path = socketPathIn(/^\('([^']*)',\)/.exec(said)?.[1] ?? '');
      if (path === undefined) throw new Error('The bus is not of this computer');
      return path;
    },
  };
}
