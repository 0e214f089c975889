import { expect, test } from 'vitest';
import { mainWindowOptions } from '../../../electron/shell/main-window-options.ts';

const asked = (devTools: boolean) =>
  mainWindowOptions({
    preload: '/app/preload.cjs',
    backgroundColor: '#ffffff',
    devTools,
    keepAlive: () => false,
    showsTray: () => Promise.resolve(true),
  });

test('gives the page no more power than one of the web', () => {
  // All of it: what is added here must be weighed against docs/tutorial/security.md of Electron.
  expect(asked(false).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('has developer tools where the caller wants them', () => {
  expect(asked(true).webPreferences?.devTools).toBe(true);
});

test('shows nothing before the page has painted', () => {
  expect(asked(false)).toMatchObject({ show: false, backgroundColor: '#ffffff' });
});

test('is where the user left it, which Electron keeps under its name', () => {
  expect(asked(false)).toMatchObject({ name: 'main', windowStatePersistence: true });
  // Neither of them would let it move by itself.
  expect(asked(false)).not.toHaveProperty('x');
  expect(asked(false)).not.toHaveProperty('center');
});
