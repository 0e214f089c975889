import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import type { Page } from 'playwright-core';
import { isHeadless } from '../chromium/host.ts';
import { webContents } from './web-contents.ts';

type Asked<Options> = [options: Options] | [window: unknown, options: Options];

/**
 * Dialogs, as plain as a browser's own: a question in the window, with a path to type. Where nobody
 * can see the window, and in tests, the user cancels at once; a test puts a function of its own in
 * the place of one.
 */
export const dialog = {
  showSaveDialog: async (...asked: Asked<SaveDialogOptions>): Promise<SaveDialogReturnValue> => {
    const { title = 'Save', defaultPath = '' } = last(asked);
    const filePath = await ask((page) => typePath(page, title, defaultPath));
    return { canceled: filePath === '', filePath };
  },
  showOpenDialog: async (...asked: Asked<OpenDialogOptions>): Promise<OpenDialogReturnValue> => {
    const { title = 'Open', defaultPath = '' } = last(asked);
    const filePath = await ask((page) => typePath(page, title, defaultPath));
    return filePath === ''
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [filePath] };
  },
  showMessageBox: async (...asked: Asked<MessageBoxOptions>): Promise<MessageBoxReturnValue> => {
    const { message, detail = '', defaultId = 0, cancelId = 0, buttons = [] } = last(asked);
    const text = [message, detail, buttons[defaultId] ?? ''].filter((part) => part !== '');
    const agreed = await ask((page) =>
      page.evaluate((all) => window.confirm(all), text.join('\n\n')),
    );
    return { response: agreed === true ? defaultId : cancelId, checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string): void => {
    console.error(`${title}: ${content}`);
  },
} satisfies Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>;

/** Asks in a window that somebody can see; the empty string where there is none. */
async function ask<Answer>(question: (page: Page) => Promise<Answer>): Promise<Answer | ''> {
  const inTest = process.env['SWEETSPOT_TEST_DEVTOOLS'] === '1';
  if (inTest || (await isHeadless()) !== false) return '';
  const page = webContents.getAllWebContents().find((contents) => contents.page)?.page;
  if (page === undefined) return '';
  // With a listener Playwright leaves the dialog to the user.
  const leave = () => undefined;
  page.on('dialog', leave);
  try {
    return await question(page);
  } catch {
    // The window was closed, dialog and all.
    return '';
  } finally {
    page.off('dialog', leave);
  }
}

async function typePath(page: Page, title: string, path: string): Promise<string> {
  const typed = await page.evaluate(
    ([question, suggestion]) => window.prompt(question, suggestion),
    [title, path] as const,
  );
  return typed ?? '';
}

function last<Options>(asked: Asked<Options>): Options {
  return asked.length === 1 ? asked[0] : asked[1];
}
