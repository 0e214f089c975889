import type { FileFilter } from 'electron';

/** The system's dialogs for files, over the window where there is one. */
export interface FileDialogs {
  /** Asks where to save a file; undefined where the user cancelled. */
  askWhereToSave(title: string, name: string, filter: FileFilter): Promise<string | undefined>;
  /** Asks which file to open; undefined where the user cancelled. */
  askWhichToOpen(title: string, filter: FileFilter): Promise<string | undefined>;
  /** Asks for a folder, which can be made there; undefined where the user cancelled. */
  askForFolder(title: string): Promise<string | undefined>;
}
