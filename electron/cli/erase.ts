import { UserError } from '../../shared/domain/user-error.ts';
import { requireFolder } from '../data-folder/data-folder.ts';
import { openDatabase } from '../storage/database.ts';
import { createActionLog, wordlessAction } from '../storage/action-log.ts';
import { countErased, eraseAll, eraseDays, isForgetting } from '../storage/erase.ts';
import { lockForWriting } from '../storage/writer-lock.ts';
import { dateArgument, folderArgument, readArguments } from './arguments.ts';

/** `erase`: deletes a range of local days, or everything, for good. */
export function eraseCommand(args: string[]): void {
  const { values } = readArguments(args, {
    data: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    all: { type: 'boolean' },
  });
  const folder = folderArgument(values.data);
  const all = values.all === true;
  const hasRange = values.from !== undefined || values.to !== undefined;
  if (all === hasRange) throw new UserError('erase takes --from and --to, or --all; see --help.');
  const range = all
    ? null
    : { from: dateArgument(values.from, 'from'), to: dateArgument(values.to, 'to') };
  if (range && range.to < range.from) throw new UserError('--to is before --from.');
  requireFolder(folder);
  const release = lockForWriting(folder);
  try {
    const database = openDatabase(folder);
    try {
      const count = range
        ? countErased(eraseDays(database, folder, range))
        : eraseAll(database, folder);
      if (range && count > 0)
        createActionLog(database).note(wordlessAction('erased', count, Date.now()));
      if (isForgetting(database)) {
        throw new UserError(
          `${count} spans are erased in ${folder.dir}, but another process reads them still; erase again once it has ended.`,
        );
      }
      process.stderr.write(`${count} spans erased in ${folder.dir}, and the back-ups with them.\n`);
    } finally {
      database.close();
    }
  } finally {
    release();
  }
}
