import { app, dialog } from 'electron';
import { hostBrowser, runHostProcess } from '../../companion/host/run-host.ts';
import { UserError } from '../../shared/domain/user-error.ts';
import { logError } from '../system/log.ts';

/**
 * Runs the app. What it did not foresee is logged as a code, and ends it only where it cannot start. Started by a browser,
 * it is the host of its companion instead: no window, no data, nothing of the app.
 */
export function runApp(main: () => Promise<void>): void {
  const browser = hostBrowser(process.argv);
  if (browser) {
    runHostProcess(browser);
    return;
  }
  process.on('uncaughtException', (error) => {
    logError('uncaught', error);
  });
  process.on('unhandledRejection', (error) => {
    logError('unhandled', error);
  });
  main().catch((error: unknown) => {
    const sentence = error instanceof UserError ? error.message : undefined;
    process.stderr.write(`sweetspot: ${sentence ?? 'cannot start'}\n`);
    if (!sentence) logError('start', error);
    dialog.showErrorBox('Sweetspot', sentence ?? 'Sweetspot cannot start.');
    app.exit(2);
  });
}
