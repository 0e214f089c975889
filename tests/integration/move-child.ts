/** @file What the test of moving kills, at a step of its choice. `node move-child.ts FROM TO HOME STEP` */
import { dataFolder } from '../../electron/storage/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { moveData } from '../../electron/storage/move-data.ts';

const [from = '', to = '', home = '', last = ''] = process.argv.slice(2);
const folder = dataFolder(from);
moveData(openDatabase(folder), { from: folder, to: dataFolder(to), home }, (step) => {
  if (step === last) process.kill(process.pid, 'SIGKILL');
});
