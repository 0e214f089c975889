import type { Menu, MenuItem, MenuItemConstructorOptions } from 'electron';
import type { Held } from './held.ts';
import { createEvent } from './stand-in-event.ts';

let commands = 0;

class StandInMenuItem {
  readonly commandId: number;
  readonly id: string;
  readonly role: MenuItemConstructorOptions['role'];
  readonly type: MenuItem['type'];
  readonly accelerator: string | null;
  readonly submenu: StandInMenu | undefined;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: MenuItemConstructorOptions['click'];

  constructor(options: MenuItemConstructorOptions) {
    commands += 1;
    this.commandId = commands;
    this.id = options.id ?? '';
    this.role = options.role;
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator ?? null;
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
    this.submenu = Array.isArray(options.submenu)
      ? StandInMenu.buildFromTemplate(options.submenu)
      : undefined;
  }

  /** Does what a click of the user does; nothing where the item is disabled. */
  click(): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    // An item is clicked without a window, as from a tray; only the event's type is asked for.
    const event = createEvent({ triggeredByAccelerator: false });
    Reflect.apply(this.#click ?? (() => undefined), undefined, [this, undefined, event]);
  }
}

class StandInMenu {
  readonly items: StandInMenuItem[] = [];

  static buildFromTemplate(
    template: readonly (MenuItemConstructorOptions | StandInMenuItem)[],
  ): StandInMenu {
    const menu = new StandInMenu();
    for (const item of template) {
      menu.append(item instanceof StandInMenuItem ? item : new StandInMenuItem(item));
    }
    return menu;
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu;
  }

  append(item: StandInMenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }

  popup(): void {
    // There is nowhere to pop up.
  }
}

let applicationMenu: StandInMenu | null = null;

export { StandInMenu, StandInMenuItem };

export type MenuHeld = Held<StandInMenu, Menu, 'append' | 'getMenuItemById' | 'items'>;
export type MenuItemHeld = Held<StandInMenuItem, MenuItem, 'role' | 'submenu'>;
