import { activeWin } from './active-win.ts';
import { compositor } from './compositor.ts';
import { compositorIdle } from './compositor-idle.ts';
import { gnomeShell } from './gnome-shell.ts';
import { kwin } from './kwin.ts';
import type { Source } from './source.ts';
import { x11 } from './x11.ts';
import { xWin } from './x-win.ts';

/** The ways of seeing, in the order in which they are tried. A new one is a file beside this one and a name here. */
export const SOURCES: readonly Source[] = [
  compositor,
  kwin,
  gnomeShell,
  compositorIdle,
  x11,
  xWin,
  activeWin,
];
