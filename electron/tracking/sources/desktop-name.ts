/** Desktops under another name than they give in XDG_CURRENT_DESKTOP. */
const NAMES: Readonly<Record<string, string>> = {
  KDE: 'KDE Plasma',
  COSMIC: 'COSMIC',
  WESTON: 'Weston',
};

/** What compositors that are started by hand leave in the environment of their programs. */
const MARKS: readonly (readonly [variable: string, name: string])[] = [
  ['SWAYSOCK', 'sway'],
  ['HYPRLAND_INSTANCE_SIGNATURE', 'Hyprland'],
  ['NIRI_SOCKET', 'niri'],
  ['LABWC_PID', 'labwc'],
  ['WAYFIRE_SOCKET', 'wayfire'],
];

/**
 * What the desktop of this session is called, as in `KDE Plasma` or `sway`; null where nothing says. Of several names,
 * as in `ubuntu:GNOME`, the last is the desktop and those before it are its kinds.
 */
export function desktopName(env: NodeJS.ProcessEnv): string | null {
  const named = (env['XDG_CURRENT_DESKTOP'] ?? '').split(':').at(-1) ?? '';
  const known = NAMES[named.toUpperCase()];
  if (known !== undefined) return known;
  // It comes on a page: nothing but a name is taken for one.
  if (/^[\w.+-]{1,30}$/.test(named)) return named;
  return MARKS.find(([variable]) => env[variable])?.[1] ?? null;
}
