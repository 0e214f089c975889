/** @file What the page of the fixture app can do. */
import { contextBridge, ipcRenderer } from 'electron';

const list = { nested: { values: [1, 2] } };

contextBridge.exposeInMainWorld('fixture', {
  list,
  echo: (...values: unknown[]) => ipcRenderer.invoke('echo', ...values),
  fail: () => ipcRenderer.invoke('fail'),
  ask: () => ipcRenderer.invoke('ask'),
  refusals: () => ipcRenderer.invoke('refusals'),
  missing: () => ipcRenderer.invoke('missing'),
  sendFunction: () => ipcRenderer.invoke('echo', () => undefined),
  rejectNamed: () => {
    const error = new Error('a message');
    error.name = 'a-name';
    return Promise.reject(error);
  },
  onTold: (listener: (payload: unknown) => void) => {
    const receive = (_event: unknown, payload: unknown) => {
      listener(payload);
    };
    ipcRenderer.on('told', receive);
    return () => {
      ipcRenderer.removeListener('told', receive);
    };
  },
});
