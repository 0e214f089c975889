import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from '../texts/texts.ts';
import type { TrayAction } from './tray-model.ts';

/** The menu of the window, or on macOS of the app. */
export function appMenu(
  texts: Texts,
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  const mac: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...mac,
    {
      label: texts.file,
      submenu: [
        { role: 'close' },
        {
          label: texts.quit,
          accelerator: 'CommandOrControl+Q',
          click: () => act({ do: 'quit' }),
        },
      ],
    },
    { label: texts.edit, role: 'editMenu' },
    {
      label: texts.view,
      submenu: [
        {
          label: texts.openToday,
          accelerator: 'CommandOrControl+1',
          click: () => act({ do: 'open', page: 'today' }),
        },
        {
          label: texts.openWeek,
          accelerator: 'CommandOrControl+2',
          click: () => act({ do: 'open', page: 'week' }),
        },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
  ];
}
