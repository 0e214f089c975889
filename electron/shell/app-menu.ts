import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../texts/texts.ts';
import type { TrayAction } from './tray-model.ts';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** What stands in different menus on different systems. */
interface Elsewhere {
  readonly settings: MenuItemConstructorOptions;
  readonly quit: MenuItemConstructorOptions;
}

type PageOfMenu = Extract<TrayAction, { do: 'open' }>['page'];
type Open = (label: string, accelerator: string, page: PageOfMenu) => MenuItemConstructorOptions;

function viewMenu(texts: Texts, open: Open): MenuItemConstructorOptions {
  return {
    label: texts.view,
    submenu: [
      open(texts.openToday, '1', 'today'),
      open(texts.openWeek, '2', 'week'),
      open(texts.openTrends, '3', 'trends'),
      SEPARATOR,
      { label: texts.zoomReset, role: 'resetZoom' },
      { label: texts.zoomIn, role: 'zoomIn' },
      { label: texts.zoomOut, role: 'zoomOut' },
      SEPARATOR,
      { label: texts.fullScreen, role: 'togglefullscreen' },
    ],
  };
}

/** The menu that has the app's name, on macOS. */
function macAppMenu({ settings, quit }: Elsewhere): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settings,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      quit,
    ],
  };
}

/**
 * The menu of the window, or on macOS of the app, in each system's own order and with its own shortcuts:
 * settings, about and quitting stand in the app's menu on macOS, under File and Help elsewhere.
 */
export function appMenu(
  texts: Texts,
  platform: string,
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  const open: Open = (label, accelerator, page) => ({
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
  const edit: MenuItemConstructorOptions = { label: texts.edit, role: 'editMenu' };
  const view = viewMenu(texts, open);
  if (platform === 'darwin') {
    const file: MenuItemConstructorOptions = { label: texts.file, submenu: [{ role: 'close' }] };
    return [macAppMenu({ settings, quit }), file, edit, view, { role: 'windowMenu' }];
  }
  const close: MenuItemConstructorOptions = { label: texts.closeWindow, role: 'close' };
  return [
    { label: texts.file, submenu: [settings, SEPARATOR, close, quit] },
    edit,
    view,
    { label: texts.help, submenu: [{ label: texts.about, role: 'about' }] },
  ];
}
