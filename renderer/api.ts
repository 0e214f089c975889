import type { WindowApi } from '../shared/ipc/window-api.ts';

declare global {
  interface Window {
    /** What the preload exposed. */
    readonly api: WindowApi;
  }
}

/** The only place where the renderer reaches outside itself. */
export const api: WindowApi = window.api;
