import { expect, test } from 'vitest';
import { programName } from '../../../../electron/tracking/sources/window-reading.ts';

test.for([
  // What the sources give of a screen saver of Windows, whose name is that of any program.
  ['C:\\Windows\\System32\\Mystify.scr', 'Mystify', 'C:\\Windows\\System32\\Mystify.scr'],
  ['C:\\WINDOWS\\system32\\RIBBONS.SCR', 'RIBBONS', 'C:\\WINDOWS\\system32\\RIBBONS.SCR'],
  ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'chrome', 'chrome'],
  ['/usr/lib/firefox/firefox', 'firefox', 'firefox'],
  ['/Applications/Safari.app', 'Safari', 'Safari'],
  ['', 'i3lock', 'i3lock'],
] as const)('a program is called what it is: %s', ([path, name, called]) => {
  expect(programName(path, name)).toBe(called);
});
