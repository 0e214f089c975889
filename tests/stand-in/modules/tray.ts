import { EventEmitter } from 'node:events';
import type { Tray } from 'electron';
import type { Held } from './held.ts';
import type { StandInMenu } from './menu.ts';
import { type createNativeImage, nativeImage } from './native-image.ts';

type Image = string | ReturnType<typeof createNativeImage>;

/** A tray icon that nobody sees: it keeps what it was told, for a test to look at and click on. */
export class StandInTray extends EventEmitter {
  /** Not Electron's: the icons there are. */
  static readonly all = new Set<StandInTray>();
  image: Image;
  toolTip = '';
  menu: StandInMenu | null = null;
  #title = '';
  #destroyed = false;

  constructor(image: Image) {
    super();
    this.image = image;
    const picture = typeof image === 'string' ? nativeImage.createFromPath(image) : image;
    if (typeof image === 'string' && picture.isEmpty()) {
      throw new Error(`Failed to load image from path '${image}'`);
    }
    StandInTray.all.add(this);
  }

  setImage(image: Image): void {
    this.image = image;
  }

  setPressedImage(): void {
    // macOS alone shows it.
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  setContextMenu(menu: StandInMenu | null): void {
    this.menu = menu;
  }

  popUpContextMenu(): void {
    // There is nowhere to pop up.
  }

  destroy(): void {
    this.#destroyed = true;
    StandInTray.all.delete(this);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
}

export type TrayHeld = Held<
  StandInTray,
  Tray,
  'image' | 'menu' | 'setContextMenu' | 'setImage' | 'toolTip'
>;
