/** @file The command line: the same services as the app's, without a window. Commands are in `cli/`. */
import { UserError } from '../shared/domain/user-error.ts';
import { classifyCommand } from './cli/classify.ts';
import { doctorCommand } from './cli/doctor.ts';
import { eraseCommand } from './cli/erase.ts';
import { exportCommand } from './cli/export.ts';
import { importCommand } from './cli/import.ts';
import { replayCommand } from './cli/replay.ts';
import { reportCommand } from './cli/report.ts';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void> | void>> = {
  classify: classifyCommand,
  replay: replayCommand,
  report: reportCommand,
  doctor: doctorCommand,
  export: exportCommand,
  import: importCommand,
  erase: eraseCommand,
};

const HELP = `Sweetspot on the command line. Nothing it does leaves this computer.

  classify                      what the windows on standard input are, one JSON object a line
  replay FILE --data DIR        stores the spans of a recorded trace
  report --data DIR --from YYYY-MM-DD --to YYYY-MM-DD --by span|day|week
         [--format json|csv] [--include-private] [--delimiter ,|;|tab] [--round MINUTES]
  doctor --data DIR             what works here, and how the data are
  export --data DIR             everything that is stored, as one JSON file
  import activitywatch FILE --data DIR [--zone ZONE]
                                the history of an ActivityWatch export of all buckets
  import everything FILE --data DIR [--settings take|keep]
                                what export wrote; settings only into a folder without any, unless told
  erase --data DIR --from YYYY-MM-DD --to YYYY-MM-DD | --all
                                deletes days, or everything, for good
`;

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    throw new UserError(
      `There is no command of that name; choose ${Object.keys(COMMANDS).join(', ')}.`,
    );
  }
  await command(args);
}

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UserError) {
    process.stderr.write(`${error.message.replaceAll('\n', ' ')}\n`);
    process.exitCode = 2;
  } else {
    throw error;
  }
}
