import type { Codec } from './codec.ts';

/** Names of the two doors between page and main process. */
export const CALL_BINDING = '__standInCall';
export const RECEIVER = '__standInReceive';

/**
 * Runs the preload in a page before the page's own scripts, with a `require('electron')` of its own.
 * Handed to the page as source text: so nothing from outside may be used in it.
 *
 * There is one JavaScript world here where Electron has two. What `contextBridge` promises holds all
 * the same: copies cross, functions are wrapped, of an Error only the message is left, and what is
 * exposed is frozen.
 */
export function installPreload(
  runPreload: (require: (id: string) => unknown, module: object, exports: object) => void,
  codec: Codec,
  names: { readonly call: string; readonly receiver: string },
): void {
  if (window !== window.top) return;

  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, Listener[]>();
  const call: unknown = Reflect.get(window, names.call);
  if (typeof call !== 'function') return;

  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        try {
          return cross(Reflect.apply(value, undefined, args.map(cross)));
        } catch (error) {
          throw cross(error);
        }
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) {
      return value.then(cross, (error: unknown) => {
        throw cross(error);
      });
    }
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map(cross);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cross(one)]));
    }
    return structuredClone(value);
  };

  const freeze = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  };

  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      const text = codec.encode(args);
      const answer: unknown = await Reflect.apply(call, undefined, ['invoke', channel, text]);
      const reply = codec.decode(String(answer)) as { value?: unknown; error?: string };
      if (reply.error !== undefined) {
        throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
      }
      return reply.value;
    },
    send: (channel: string, ...args: unknown[]) => {
      Reflect.apply(call, undefined, ['send', channel, codec.encode(args)]);
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      const left = [...(listeners.get(channel) ?? [])];
      const at = left.lastIndexOf(listener);
      if (at >= 0) left.splice(at, 1);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };

  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (key in window)
        throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
      const copy = cross(api);
      freeze(copy);
      Object.defineProperty(window, key, { value: copy, enumerable: true });
    },
  };

  Object.defineProperty(window, names.receiver, {
    value: (channel: string, text: string) => {
      const args: unknown = codec.decode(text);
      const list: unknown[] = Array.isArray(args) ? args : [];
      for (const listener of listeners.get(channel) ?? []) {
        listener({ sender: ipcRenderer }, ...list);
      }
    },
  });

  const require = (id: string) => {
    if (id === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  runPreload(require, module, module.exports);
}
