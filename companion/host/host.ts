/** @file The host as a program of its own, for plain Node. It ends at once where no browser is named. */
import { hostBrowser, runHostProcess } from './run-host.ts';

const browser = hostBrowser(process.argv);
if (browser) runHostProcess(browser);
else process.exitCode = 2;
