import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Stands for `gdbus`, with a desktop behind it whose switch is a file. */
const GDBUS = `#!/bin/sh
cd "$DESKTOP_STATE" || exit 1
echo "$*" >> asked
case "$*" in
  *Get*ScreenReaderEnabled*) echo '(<false>,)' ;;
  *Get*IsEnabled*) if [ -f on ]; then echo '(<true>,)'; else echo '(<false>,)'; fi ;;
  *Set*IsEnabled*true*) : > on; echo '()' ;;
  *Set*IsEnabled*false*) rm -f on; echo '()' ;;
  *org.a11y.Bus.GetAddress*) echo "('unix:path=$FAKE_BUS,guid=0',)" ;;
  *) exit 1 ;;
esac
`;

/**
 * Puts a stand-in for the desktop's switch of the accessibility interface into a folder.
 *
 * @param bus the path of the bus that it names.
 * @returns the environment of an app that finds it. What was asked of it is in the folder's file `asked`.
 */
export function fakeDesktop(dir: string, bus: string): Record<string, string> {
  writeFileSync(join(dir, 'gdbus'), GDBUS, { mode: 0o755 });
  return {
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
    DESKTOP_STATE: dir,
    FAKE_BUS: bus,
    PATH: `${dir}${delimiter}${process.env['PATH'] ?? ''}`,
  };
}
