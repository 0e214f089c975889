import { logError } from '../system/log.ts';
import { type Handlers, type IpcRegistry, registerHandlers } from './register-handlers.ts';
import { isTrustedSender } from './trusted-sender.ts';

/**
 * Answers the app's own window by the handlers of all rooms.
 *
 * @param doubt told of each error that a handler met, as of a disk that fails.
 */
export function answerWindow(
  ipcMain: IpcRegistry,
  doubt: (error: unknown) => void,
  handlers: Handlers,
): void {
  registerHandlers(ipcMain, handlers, {
    isTrusted: isTrustedSender,
    onUnexpected(channel, error) {
      logError(channel, error);
      doubt(error);
    },
    onCause: doubt,
  });
}
