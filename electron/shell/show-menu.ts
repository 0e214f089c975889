import { app, Menu } from 'electron';
import type { Texts } from '../texts/texts.ts';
import { aboutPanel } from './about-panel.ts';
import { appMenu } from './app-menu.ts';
import type { TrayAction } from './tray-model.ts';

/** Gives the app its menu and its about box, in the language of the texts. */
export function showAppMenu(texts: Texts, act: (action: TrayAction) => void): void {
  app.setAboutPanelOptions(aboutPanel(app.getVersion(), process.versions, texts));
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(texts, process.platform, act)));
}
