/** @file Loaded into Electron before the app, in tests: keeps the trays and their menus within reach. */
const { Tray } = require('electron');

const { setContextMenu } = Tray.prototype;
Tray.all = new Set();
Tray.prototype.setContextMenu = function (menu) {
  this.menu = menu;
  Tray.all.add(this);
  return setContextMenu.call(this, menu);
};
