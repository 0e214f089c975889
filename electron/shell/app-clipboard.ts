import { ClipboardItem, clipboard } from 'electron';

/** What the app puts on the clipboard: text, and pictures as PNG. */
export const appClipboard = {
  copyText: async (text: string) => clipboard.writeText(text),
  copyPicture: (png: Uint8Array<ArrayBuffer>) =>
    clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })]),
};
