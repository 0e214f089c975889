/** @file The command line: the same services as the app's, without a window. Commands are in `cli/`. */
import { UserError } from '../shared/domain/user-error.ts';
import { helpText } from './cli/help.ts';
import { storageError } from './storage/database.ts';
import { sqliteCode } from './system/storage-error.ts';
import { goBySystemZones } from './zones/system-zones.ts';

type Command = (args: string[]) => Promise<void> | void;

/** Each is loaded when it is asked for: none needs what the others do. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  classify: async () => (await import('./cli/classify.ts')).classifyCommand,
  replay: async () => (await import('./cli/replay.ts')).replayCommand,
  report: async () => (await import('./cli/report.ts')).reportCommand,
  doctor: async () => (await import('./cli/doctor.ts')).doctorCommand,
  export: async () => (await import('./cli/export.ts')).exportCommand,
  import: async () => (await import('./cli/import.ts')).importCommand,
  calendar: async () => (await import('./cli/calendar.ts')).calendarCommand,
  erase: async () => (await import('./cli/erase.ts')).eraseCommand,
};

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(helpText());
    return;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    throw new UserError(
      `There is no command of that name; choose ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  if (asksForHelp(args)) {
    process.stdout.write(helpText(name));
    return;
  }
  const command = await load();
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
