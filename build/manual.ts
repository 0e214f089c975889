/**
 * @file The manual page of the packages for Linux: `node build/manual.ts` writes it anew. Its commands are
 * those of `--help`, from the same table.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND_HELP, FOLDER_HELP } from '../electron/cli/help.ts';
import { ROOT } from './bundle.ts';

/** Where the page lies. */
export const MANUAL_FILE = join(ROOT, 'build/sweetspot.1');

/** A text as roff writes it: a hyphen that can be copied, no line that is a command. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=['.])/gm, '\\&');
}

function entry(terms: readonly string[], text: string): string {
  return `.TP\n.B ${terms.map(plain).join('\n.B ')}\n${plain(text)}\n`;
}

const FILES = [
  ['~/.config/Sweetspot/spans.sqlite', 'What was measured: when, which activity, nothing else.'],
  ['~/.config/Sweetspot/settings.json', 'The settings; the README lists them.'],
  ['~/.config/Sweetspot/backups/', 'The last seven daily copies.'],
  ['~/.config/autostart/sweetspot.desktop', 'Starts it with the session, where that is wanted.'],
] as const;

/** The page, in roff. */
export function manualPage(): string {
  return `.TH SWEETSPOT 1 "" Sweetspot "User Commands"
.SH NAME
sweetspot \\- your own view of the time you spend on LinkedIn at work
.SH SYNOPSIS
.B sweetspot
.RB [ \\-\\-data
.IR DIR ]
.RB [ \\-\\-hidden ]
.SH DESCRIPTION
Measures, for you alone, how much working time goes to LinkedIn and on what, next to the block that was agreed on.
It opens no connection, and nothing that was on the screen is written.
.SH OPTIONS
${entry(['--data DIR'], 'Keeps the data in another folder.')}${entry(['--hidden'], 'Starts to the tray, without a window.')}.SH COMMANDS
From a copy of the sources, in any terminal:
.B npm run \\-s cli \\-\\-
and one of these. Those that write are refused while the app runs on the same folder.
${FOLDER_HELP.replaceAll('-', '\\-')}
${COMMAND_HELP.map(({ usage, does }) => entry([usage.join(' ')], does)).join('')}.SH EXIT STATUS
0, or 2 where the input is not right: one line on standard error says why, and nothing is stored.
.SH FILES
${FILES.map(([file, what]) => entry([file], what)).join('')}`;
}

if (import.meta.main) await writeFile(MANUAL_FILE, manualPage());
