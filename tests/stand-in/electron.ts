/**
 * @file What `import ... from 'electron'` gives on the stand-in: what the app uses and no more. A
 * name that is missing here fails at start, by its name.
 */
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type { Frame, Route } from 'playwright-core';
import { setHostHandlers } from './chromium/host.ts';
import { ipcMain } from './modules/ipc-main.ts';
import { toWebFrame, webContentsOf } from './modules/web-contents.ts';
import { createCodec } from './page/codec.ts';
import { toAppUrl } from './page-url.ts';
import { answerRequest } from './requests.ts';
import { app } from './modules/app.ts';
import { StandInBrowserWindow as BrowserWindow } from './modules/browser-window.ts';
import {
  clipboard,
  StandInClipboardItem as ClipboardItem,
  done,
  permissions,
  screen,
  shell,
  StandInNotification as Notification,
  systemPreferences,
} from './modules/desktop.ts';
import { dialog } from './modules/dialog.ts';
import { StandInMenu as Menu, StandInMenuItem as MenuItem } from './modules/menu.ts';
import { nativeImage } from './modules/native-image.ts';
import { nativeTheme } from './modules/native-theme.ts';
import { powerMonitor } from './modules/power-monitor.ts';
import { protocol, session } from './modules/session.ts';
import { StandInTray as Tray } from './modules/tray.ts';
import { webContents } from './modules/web-contents.ts';

const codec = createCodec();

setHostHandlers({ onRequest, onCall });

async function onRequest(route: Route): Promise<void> {
  const frame = frameOf(route);
  const contents = frame === undefined ? undefined : webContentsOf(frame.page());
  // A page that is no window's, as one that was opened by another: the app never hears of it.
  if (frame === undefined || contents === undefined) {
    await route.abort('aborted').catch(() => undefined);
    return;
  }
  const url = toAppUrl(route.request().url());
  if (route.request().isNavigationRequest() && !contents.mayNavigate(url, frame)) {
    await route.abort('aborted').catch(() => undefined);
    return;
  }
  await answerRequest(route, url, contents.session).catch(() => undefined);
}

/** The frame that asks; undefined where there is none, as with a page that has just been opened. */
function frameOf(route: Route): Frame | undefined {
  try {
    return route.request().frame();
  } catch {
    return undefined;
  }
}

async function onCall(frame: Frame, kind: string, channel: string, text: string): Promise<string> {
  const sender = webContentsOf(frame.page());
  const args = codec.decode(text);
  const list: unknown[] = Array.isArray(args) ? args : [];
  const event = {
    type: 'frame',
    frameId: 0,
    processId: 0,
    // The parts of them that there are; see the types of their modules.
    sender: sender as unknown as WebContents,
    senderFrame: toWebFrame(frame) as WebFrameMain,
    preventDefault: () => undefined,
    defaultPrevented: false,
  } satisfies IpcMainInvokeEvent;
  if (kind === 'send') {
    ipcMain.emit(channel, event, ...list);
    return codec.encode({});
  }
  try {
    return codec.encode({ value: await ipcMain.answer(event, channel, list) });
  } catch (error) {
    return codec.encode({ error: String(error) });
  }
}

export {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  webContents,
};

/** Not Electron's: what the app did to the desktop, and what the user of a Mac lets it do. */
export { done, permissions };
