/**
 * @file What the test of moving kills. `node move-child.ts FROM TO HOME STEP` at a step of the move, or, where STEP is a
 * number, at that step of erasing the old place.
 */
import { dataFolder } from '../../electron/data-folder/data-folder.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { finishMove, moveData } from '../../electron/data-folder/moving/move-data.ts';

const [from = '', to = '', home = '', last = ''] = process.argv.slice(2);
const folder = dataFolder(from);
const database = openDatabase(folder);
moveData(database, { from: folder, to: dataFolder(to), home }, (step) => {
  if (step === last) process.kill(process.pid, 'SIGKILL');
});
database.close();
let steps = 0;
finishMove(home, () => {
  steps += 1;
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
});
