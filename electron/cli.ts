/** @file The command line: the same services as the app's, without a window. Commands are in `cli/`. */
import { UserError } from '../shared/domain/user-error.ts';
import { calendarCommand } from './cli/calendar.ts';
import { classifyCommand } from './cli/classify.ts';
import { doctorCommand } from './cli/doctor.ts';
import { eraseCommand } from './cli/erase.ts';
import { exportCommand } from './cli/export.ts';
import { helpText } from './cli/help.ts';
import { importCommand } from './cli/import.ts';
import { replayCommand } from './cli/replay.ts';
import { reportCommand } from './cli/report.ts';
import { storageError } from './storage/database.ts';
import { sqliteCode } from './system/storage-error.ts';
import { goBySystemZones } from './zones/system-zones.ts';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void> | void>> = {
  classify: classifyCommand,
  replay: replayCommand,
  report: reportCommand,
  doctor: doctorCommand,
  export: exportCommand,
  import: importCommand,
  calendar: calendarCommand,
  erase: eraseCommand,
};

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(helpText());
    return;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new UserError(
      `There is no command of that name; choose ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  if (asksForHelp(args)) {
    process.stdout.write(helpText(name));
    return;
  }
  await command(args);
}

/** Whether help is asked for, before what ends the options. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args
    .slice(0, end === -1 ? args.length : end)
    .some((argument) => argument === '--help' || argument === '-h');
}

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

goBySystemZones();
try {
  await main(process.argv.slice(2));
} catch (error) {
  // Damage deep in a database shows only where it is read.
  const failure = sqliteCode(error) === undefined ? error : storageError('The database', error);
  if (failure instanceof UserError) {
    process.stderr.write(`${failure.message.replaceAll('\n', ' ')}\n`);
    process.exitCode = 2;
  } else {
    throw failure;
  }
}
