import type { CommandLine } from 'electron';

const switches = new Map<string, string>();

// Switches that the app was started with count as appended, as in Electron.
for (const argument of process.argv.slice(2)) {
  const [, name, value = ''] = /^--([a-z][\w-]*)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name !== undefined && name !== 'data') switches.set(name, value);
}

/** The switches that Chromium is started with. */
export const commandLine = {
  appendSwitch: (name: string, value = '') => {
    switches.set(name, value);
  },
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  removeSwitch: (name: string) => {
    switches.delete(name);
  },
  /** Not Electron's: all of them. */
  all: () => [...switches],
} satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'> & {
  all: unknown;
};
