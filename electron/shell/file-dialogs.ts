import path from 'node:path';
import { type BrowserWindow, type OpenDialogOptions, app, dialog } from 'electron';
import type { FileDialogs } from '../system/file-dialogs.ts';

/** The dialogs of Electron. */
export function createFileDialogs(window: () => BrowserWindow | undefined): FileDialogs {
  /** The first that was chosen. */
  async function choose(options: OpenDialogOptions): Promise<string | undefined> {
    const parent = window();
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options);
    return canceled ? undefined : filePaths[0];
  }

  return {
    async askWhereToSave(title, name, filter) {
      const defaultPath = path.join(app.getPath('documents'), name);
      const options = { title, defaultPath, filters: [filter] };
      const parent = window();
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      return canceled || filePath === '' ? undefined : filePath;
    },
    askWhichToOpen: (title, filter) =>
      choose({
        title,
        defaultPath: app.getPath('documents'),
        properties: ['openFile'],
        filters: [filter],
      }),
    askForFolder: (title) =>
      choose({
        title,
        defaultPath: app.getPath('home'),
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      }),
  };
}
