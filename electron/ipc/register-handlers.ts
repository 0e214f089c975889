import type { z } from 'zod';
import { type Args, type Channel, CONTRACT, type Result } from '../../shared/ipc/contract.ts';
import type { FailureCode, Reply } from '../../shared/ipc/reply.ts';
import { Failure } from './failure.ts';
import type { Sender } from './trusted-sender.ts';

/** What answers a channel. It may throw a {@link Failure} for the window to tell. */
export type Handler<C extends Channel> = (...args: Args<C>) => Result<C> | Promise<Result<C>>;

/** A handler for every channel of the contract. */
export type Handlers = { readonly [C in Channel]: Handler<C> };

/** The part of Electron's ipcMain that registering takes. */
export interface IpcRegistry {
  handle(
    channel: string,
    listener: (event: Sender, ...args: unknown[]) => Promise<Reply<unknown>>,
  ): void;
}

export interface RegisterOptions {
  readonly isTrusted: (sender: Sender) => boolean;
  /** Told of an error that no handler foresaw. It must not put the error's text in a log. */
  readonly onUnexpected?: (channel: Channel, error: unknown) => void;
  /** Told of the error behind a failure that the window is told of, as of a disk that fails. */
  readonly onCause?: (error: unknown) => void;
}

type Schemas = { readonly [C in Channel]: { readonly args: z.ZodType<Args<C>> } };

const SCHEMAS: Schemas = CONTRACT;

/**
 * Answers every channel of the contract. In this order: is the sender our own page, are the
 * arguments what the contract says, and only then the handler. Whatever happens the answer is a
 * Reply; nothing of an unforeseen error crosses to the window.
 */
export function registerHandlers(
  ipcMain: IpcRegistry,
  handlers: Handlers,
  options: RegisterOptions,
): void {
  for (const channel of channels()) {
    ipcMain.handle(channel, async (event, ...args) => answer(channel, event, args));
  }

  async function answer<C extends Channel>(
    channel: C,
    event: Sender,
    raw: readonly unknown[],
  ): Promise<Reply<Result<C>>> {
    if (!options.isTrusted(event)) {
      return failed('untrusted-sender', 'Only the window of the app may ask this.');
    }
    try {
      const args = SCHEMAS[channel].args.safeParse(raw);
      if (!args.success)
        return failed('invalid-args', 'The request is not one that the app knows.');
      const handle: Handler<C> = handlers[channel];
      return { ok: true, value: await handle(...args.data) };
    } catch (error) {
      if (error instanceof Failure) {
        if (error.cause !== undefined) options.onCause?.(error.cause);
        return failed(error.code, error.message);
      }
      options.onUnexpected?.(channel, error);
      return failed('internal', 'Something went wrong inside the app.');
    }
  }
}

/** Every channel of the contract. */
export function channels(): Channel[] {
  return Object.keys(CONTRACT).filter((name): name is Channel => Object.hasOwn(CONTRACT, name));
}

function failed(code: FailureCode, message: string): Reply<never> {
  return { ok: false, code, message };
}
