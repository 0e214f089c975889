import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../texts/texts.ts';
import type { TrayAction } from './tray-model.ts';

/**
 * The menu of the window, or on macOS of the app, in each system's own order and with its own shortcuts:
 * settings, about and quitting stand in the app's menu on macOS, under File and Help elsewhere.
 */
export function appMenu(
  texts: Texts,
  platform: string,
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const open = (
    label: string,
    accelerator: string,
    page: Extract<TrayAction, { do: 'open' }>['page'],
  ): MenuItemConstructorOptions => ({
    label,
    accelerator: `CommandOrControl+${accelerator}`,
    click: () => act({ do: 'open', page }),
  });
  const settings = open(texts.openSettings, ',', 'settings');
  const quit: MenuItemConstructorOptions = {
    label: texts.quit,
    accelerator: 'CommandOrControl+Q',
    click: () => act({ do: 'quit' }),
  };
  const isMac = platform === 'darwin';
  const file: MenuItemConstructorOptions = {
    label: texts.file,
    submenu: isMac
      ? [{ role: 'close' }]
      : [settings, separator, { label: texts.closeWindow, role: 'close' }, quit],
  };
  const view: MenuItemConstructorOptions = {
    label: texts.view,
    submenu: [
      open(texts.openToday, '1', 'today'),
      open(texts.openWeek, '2', 'week'),
      open(texts.openTrends, '3', 'trends'),
      separator,
      { label: texts.zoomReset, role: 'resetZoom' },
      { label: texts.zoomIn, role: 'zoomIn' },
      { label: texts.zoomOut, role: 'zoomOut' },
      separator,
      { label: texts.fullScreen, role: 'togglefullscreen' },
    ],
  };
  const edit: MenuItemConstructorOptions = { label: texts.edit, role: 'editMenu' };
  if (isMac) {
    const ofApp: MenuItemConstructorOptions = {
      role: 'appMenu',
      submenu: [
        { role: 'about' },
        separator,
        settings,
        separator,
        { role: 'services' },
        separator,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        separator,
        quit,
      ],
    };
    return [ofApp, file, edit, view, { role: 'windowMenu' }];
  }
  const help: MenuItemConstructorOptions = {
    label: texts.help,
    submenu: [{ label: texts.about, role: 'about' }],
  };
  return [file, edit, view, help];
}
