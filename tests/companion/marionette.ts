/** @file The few words of Firefox's own remote control that put an extension into a profile: nothing else is done by it. */
import { type Socket, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Says one command after another, each after the answer to the one before. */
export type Command = (name: string, parameters: object) => Promise<unknown>;

async function open(port: number): Promise<Socket> {
  for (const deadline = Date.now() + 60_000; ; await wait(200)) {
    const socket = connect(port, '127.0.0.1');
    const opened = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (opened) return socket;
    if (Date.now() > deadline) throw new Error('Firefox does not listen');
  }
}

/** Speaks to a Firefox that was started with `--marionette`. The socket stays open: the session ends with it. */
export async function speakTo(port: number): Promise<{ command: Command; close: () => void }> {
  const socket = await open(port);
  let held = Buffer.alloc(0);
  let id = 0;
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('data', (bytes) => {
    held = Buffer.concat([held, bytes]);
    for (;;) {
      const colon = held.indexOf(':');
      if (colon < 0) return;
      const length = Number(held.subarray(0, colon).toString());
      if (held.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(held.subarray(colon + 1, colon + 1 + length).toString());
      held = held.subarray(colon + 1 + length);
      waiting.shift()?.(message);
    }
  });
  const next = () => new Promise<unknown>((resolve) => waiting.push(resolve));
  await next();
  return {
    async command(name, parameters) {
      const answer = next();
      const text = JSON.stringify([0, (id += 1), name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      const [, , error, result] = (await answer) as [number, number, unknown, unknown];
      if (error) throw new Error(`${name}: ${JSON.stringify(error)}`);
      return result;
    },
    close: () => socket.destroy(),
  };
}
