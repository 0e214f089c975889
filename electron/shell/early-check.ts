/**
 * @file Looks for damage while the rest of the app is still being loaded. The first that the main process imports, so that it
 * imports little itself.
 */
import { hostBrowser } from '../../companion/host/run-host.ts';
import { dataFolder } from '../data-folder/data-folder.ts';
import { type IsKnownSound, startEarlyCheck } from '../storage/early-check.ts';
import { chooseFolder } from './choose-folder.ts';

/** The worker that checks the database, which the build puts beside the main process. */
const CHECK_WORKER = new URL('./check-worker.js', import.meta.url);

async function check(): Promise<IsKnownSound | undefined> {
  // The host of a browser has nothing to do with the data.
  if (hostBrowser(process.argv)) return undefined;
  return await startEarlyCheck(dataFolder(chooseFolder().dir), CHECK_WORKER);
}

/** What is known of the database before it is opened; undefined where nothing is, and it is checked then. */
export const earlyCheck = check().catch(() => undefined);
