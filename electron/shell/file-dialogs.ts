import path from 'node:path';
import { type BrowserWindow, type FileFilter, type OpenDialogOptions, app, dialog } from 'electron';

/** The system's dialogs for files, over the window where there is one. */
export interface FileDialogs {
  /** Asks where to save a file; undefined where the user cancelled. */
  askWhereToSave(title: string, name: string, filter: FileFilter): Promise<string | undefined>;
  /** Asks which file to open; undefined where the user cancelled. */
  askWhichToOpen(title: string, filter: FileFilter): Promise<string | undefined>;
}

export function createFileDialogs(window: () => BrowserWindow | undefined): FileDialogs {
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
    async askWhichToOpen(title, filter) {
      const options: OpenDialogOptions = {
        title,
        defaultPath: app.getPath('documents'),
        properties: ['openFile'],
        filters: [filter],
      };
      const parent = window();
      const { canceled, filePaths } = parent
        ? await dialog.showOpenDialog(parent, options)
        : await dialog.showOpenDialog(options);
      return canceled ? undefined : filePaths[0];
    },
  };
}
