/**
 * @file A Wayland compositor of a test: it answers as sway 1.7 was seen to, and says whatever a test lets it say. Numbers
 * of requests and events are those of the protocols' definitions.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  argumentsOf,
  createMessageReader,
  encodeMessage,
} from '../../electron/tracking/sources/wayland/wire.ts';

const WLR = 'zwlr_foreign_toplevel_manager_v1';

/** What it offers, by name and version. */
export type Offer = Readonly<Record<string, number>>;

/** A window's details, as they are sent. */
export interface FakeWindow {
  readonly title?: string;
  readonly appId?: string;
  /** States of the protocol: 2 is active, 3 full screen. Not sent where absent, as behind a lock. */
  readonly states?: readonly number[];
}

/** It at work. */
export interface FakeCompositor {
  readonly path: string;
  /** Every request of the client that is connected, as object and opcode. */
  readonly requests: { readonly object: number; readonly opcode: number; readonly body: Buffer }[];
  /** How many clients came. */
  clients(): number;
  /** The client's object for an interface that it took. */
  bound(interfaceName: string): number | undefined;
  /** Sends an event. */
  event(
    object: number,
    opcode: number,
    ...args: readonly (number | string | readonly number[])[]
  ): void;
  /** Sends bytes that need not be Wayland. */
  raw(bytes: Buffer): void;
  /** Opens a window, or changes one that is there. */
  window(id: number, window: FakeWindow): void;
  close(id: number): void;
  /** Whether it answers `sync`. */
  answers: boolean;
  /** Ends the connection of the client. */
  drop(): void;
  stop(): void;
}

/** Starts one. Until it listens a client is refused, so wait for it. */
export async function startCompositor(offer: Offer): Promise<FakeCompositor> {
  const folder = mkdtempSync(join(tmpdir(), 'sweetspot-wl-'));
  const path = join(folder, 'wayland-0');
  const names = Object.keys(offer);
  let bound = new Map<string, number>();
  let opened = new Set<number>();
  let client: Socket | undefined;
  let clients = 0;

  function take(object: number, opcode: number, body: Buffer, registry: { id: number }): void {
    const args = argumentsOf(body);
    if (object === 1 && opcode === 1) {
      registry.id = args.uint();
      for (const [index, name] of names.entries()) {
        compositor.event(registry.id, 0, index + 1, name, offer[name] ?? 1);
      }
    } else if (object === 1 && opcode === 0) {
      const callback = args.uint();
      if (!compositor.answers) return;
      compositor.event(callback, 0, 7);
      compositor.event(1, 1, callback);
    } else if (object === registry.id && opcode === 0) {
      const name = names[args.uint() - 1] ?? '';
      args.text();
      args.uint();
      bound.set(name, args.uint());
    }
  }

  const server = createServer((socket) => {
    client = socket;
    clients += 1;
    bound = new Map();
    opened = new Set();
    compositor.requests.length = 0;
    const registry = { id: 0 };
    const read = createMessageReader(({ object, opcode, body }) => {
      compositor.requests.push({ object, opcode, body });
      take(object, opcode, body, registry);
    });
    socket.on('data', (chunk) => void read(chunk));
    socket.on('error', () => undefined);
  });

  const compositor: FakeCompositor = {
    path,
    requests: [],
    clients: () => clients,
    bound: (name) => bound.get(name),
    event(object, opcode, ...args) {
      client?.write(encodeMessage(object, opcode, args));
    },
    raw(bytes) {
      client?.write(bytes);
    },
    window(id, { title, appId, states }) {
      const handle = 0xff00_0000 + id;
      if (!opened.has(id)) compositor.event(bound.get(WLR) ?? 0, 0, handle);
      opened.add(id);
      if (title !== undefined) compositor.event(handle, 0, title);
      if (appId !== undefined) compositor.event(handle, 1, appId);
      if (states !== undefined) compositor.event(handle, 4, states);
      compositor.event(handle, 5);
    },
    close(id) {
      compositor.event(0xff00_0000 + id, 6);
      opened.delete(id);
    },
    answers: true,
    drop: () => client?.destroy(),
    stop() {
      client?.destroy();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return compositor;
}
