/**
 * @file A tiny app with the security of the real one: what the tests of the stand-in run, so that
 * they do not depend on what the product does.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  protocol,
  session,
  Tray,
} from 'electron';
import { isTrustedSender } from '../../../electron/ipc/trusted-sender.ts';
import { registerAppScheme, serveApp } from '../../../electron/security/app-protocol.ts';
import { lockDown } from '../../../electron/security/lock-down.ts';
import { createMainWindow } from '../../../electron/shell/main-window.ts';

const folder = process.argv.find((argument) => argument.startsWith('--data='))?.slice(7);
if (folder !== undefined) {
  mkdirSync(resolve(folder), { recursive: true });
  app.setPath('userData', resolve(folder));
}

if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  const refusals = lockDown(app, () => session.defaultSession);
  registerAppScheme(protocol);
  let quitting = false;
  let window: BrowserWindow | undefined;
  let tray: Tray | undefined;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => undefined);
  app.on('second-instance', () => window?.show());

  ipcMain.handle('echo', (event, ...values: unknown[]) => ({
    values,
    trusted: isTrustedSender(event),
  }));
  ipcMain.handle('fail', () => {
    throw new Error('on purpose');
  });
  ipcMain.handle('ask', () => dialog.showSaveDialog({ title: 'Save' }));
  ipcMain.handle('refusals', () => refusals.count());

  void app.whenReady().then(async () => {
    await serveApp(protocol, join(import.meta.dirname, '../renderer'));
    tray = new Tray(nativeImage.createEmpty());
    tray.setToolTip('Fixture');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Tell', click: () => window?.webContents.send('told', { at: new Date(0) }) },
        {
          label: 'Quit',
          click: () => {
            app.quit();
          },
        },
      ]),
    );
    window = createMainWindow({
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      backgroundColor: '#ffffff',
      devTools: !app.isPackaged,
      keepAlive: () => !quitting,
      showsTray: () => Promise.resolve(true),
    });
  });
}
