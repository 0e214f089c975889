import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserId, HOST_NAME } from '../../companion/contract.ts';
import { CHROMIUM_ID, FIREFOX_ID } from '../../companion/extension/manifest.ts';
import { HOST_SWITCH } from '../../companion/host/run-host.ts';
import type { BrowserPlace } from './browser-places.ts';

/** How the host is started: a program and what it is told, without the browser. */
export interface HostCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The files by which a browser finds the host: what it reads, and the program that this names. */
export function hostFiles({ hosts }: BrowserPlace): {
  readonly manifest: string;
  readonly starter: string;
} {
  return { manifest: join(hosts, `${HOST_NAME}.json`), starter: join(hosts, `${HOST_NAME}.sh`) };
}

/** A word as any shell takes it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A manifest cannot tell its program anything, so this stands between. */
function starterOf(browser: BrowserId, { program, args, env }: HostCommand): string {
  const set = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  const words = [program, ...args, `${HOST_SWITCH}${browser}`].map(quoted);
  return `#!/bin/sh\n# Written by Sweetspot, which removes it again.\n${set.join('')}exec ${words.join(' ')}\n`;
}

function manifestOf(browser: BrowserId, starter: string): string {
  const allowed =
    browser === 'firefox'
      ? { allowed_extensions: [FIREFOX_ID] }
      : { allowed_origins: [`chrome-extension://${CHROMIUM_ID}/`] };
  const manifest = {
    name: HOST_NAME,
    description: 'Hands one word of the Sweetspot companion to Sweetspot on this computer.',
    path: starter,
    type: 'stdio',
    ...allowed,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Writes a file whole, where it is another one than what is there. */
function writeWhole(file: string, text: string, mode: number): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.next`;
  rmSync(next, { force: true });
  writeFileSync(next, text, { mode });
  renameSync(next, file);
}

/** Lets a browser find the host. Throws where its folder is closed to writing; nothing half written is left. */
export function connectPlace(place: BrowserPlace, command: HostCommand): void {
  const { manifest, starter } = hostFiles(place);
  try {
    writeWhole(starter, starterOf(place.browser, command), 0o755);
    writeWhole(manifest, manifestOf(place.browser, starter), 0o644);
  } catch (error) {
    disconnectPlace(place);
    throw error;
  }
}

/** Takes both files away again. The folder stays: other programs may have theirs there. */
export function disconnectPlace(place: BrowserPlace): void {
  const { manifest, starter } = hostFiles(place);
  for (const file of [manifest, starter, `${manifest}.next`, `${starter}.next`]) {
    rmSync(file, { force: true });
  }
}

/** Whether the app's files are there. */
export function isConnected(place: BrowserPlace): boolean {
  const { manifest, starter } = hostFiles(place);
  return existsSync(manifest) && existsSync(starter);
}
