/** @file Looks for damage in a database beside the main process, and says whether there is none. */
import { parentPort, workerData } from 'node:worker_threads';
import { isSound } from './backups.ts';

parentPort?.postMessage(isSound(String(workerData)));
