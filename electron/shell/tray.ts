import { Menu, type MenuItemConstructorOptions, Tray, nativeImage, nativeTheme } from 'electron';
import { drawTrayIcon } from './tray-picture.ts';
import { ICON_STEPS, type TrayAction, type TrayItem, type TrayModel } from './tray-model.ts';

/** The tray of the system. */
export interface AppTray {
  show(model: TrayModel, used: number): void;
  destroy(): void;
}

/** Edge of the icon at scale 1: macOS's menu bar takes 16 points, other systems' trays 16 to 24. */
const SIZE = process.platform === 'linux' ? 24 : 16;

/** Scales of displays, from small to large; Windows has the ones between. */
const SCALES = [1, 1.25, 1.5, 2, 3] as const;

function toTemplate(
  items: readonly TrayItem[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'label':
        return { label: item.label, enabled: false };
      case 'submenu':
        return { label: item.label, submenu: toTemplate(item.items, act) };
      case 'action':
        return { label: item.label, click: () => act(item.action) };
    }
  });
}

function pictureOf(model: TrayModel, used: number): Electron.NativeImage {
  // macOS turns a black template picture after its bar; elsewhere the theme tells.
  const template = process.platform === 'darwin';
  const ink = !template && nativeTheme.shouldUseDarkColors ? 'white' : 'black';
  const image = nativeImage.createEmpty();
  for (const scaleFactor of SCALES) {
    const size = Math.round(SIZE * scaleFactor);
    const pixels = drawTrayIcon({ icon: model.icon, used, ink, size });
    image.addRepresentation({
      scaleFactor,
      width: size,
      height: size,
      buffer: nativeImage
        .createFromBitmap(Buffer.from(pixels), { width: size, height: size, scaleFactor })
        .toPNG({ scaleFactor }),
    });
  }
  image.setTemplateImage(template);
  return image;
}

/**
 * Puts the icon into the system's tray.
 *
 * @param act does what an item stands for.
 * @throws where the system has no tray.
 */
export function createTray(act: (action: TrayAction) => void): AppTray {
  const tray = new Tray(nativeImage.createEmpty());
  let shown = '';
  // A click is no more than a shortcut: on Linux the menu alone is sure to be there.
  tray.on('click', () => act({ do: 'open', page: 'today' }));
  return {
    show(model, used) {
      // Redrawing a menu closes it where it is open, so only what changed is told.
      const step = Math.min(1, Math.round(used * ICON_STEPS) / ICON_STEPS);
      const key = JSON.stringify([model, step, nativeTheme.shouldUseDarkColors]);
      if (key === shown) return;
      shown = key;
      tray.setImage(pictureOf(model, step));
      tray.setToolTip(model.tooltip);
      tray.setContextMenu(Menu.buildFromTemplate(toTemplate(model.items, act)));
    },
    destroy: () => tray.destroy(),
  };
}
