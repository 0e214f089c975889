/**
 * @file Loaded before everything else in a process (`NODE_OPTIONS=--import=…`): its clock of the day is ahead by
 * the milliseconds in SWEETSPOT_TEST_AHEAD_MS. Worker threads and Node's own children have it too. What measures
 * lengths (`performance.now`, timers) runs on as it does, and the system's own times (of files) stay as they are.
 */
import { shiftDate } from './shift-date.ts';

shiftDate(Number(process.env['SWEETSPOT_TEST_AHEAD_MS'] ?? 0));
