/** @file Tells the system's zone, a line for each line that it is told, each long after the one before. */
import { createInterface } from 'node:readline';
import { ZONE_KEPT_MS, createSystemZone } from '../../electron/tracking/system-zone.ts';

let nowMs = 0;
const zone = createSystemZone({ monoMs: () => nowMs });
for await (const line of createInterface({ input: process.stdin })) {
  nowMs += ZONE_KEPT_MS;
  process.stdout.write(`${line} ${zone()} ${new Date(0).getTimezoneOffset()}\n`);
}
