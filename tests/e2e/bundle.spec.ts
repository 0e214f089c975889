/**
 * @file What the built main process, its worker and the preload can reach: no module of the network, but the one call that opens
 * a socket of this computer by its path, as the display has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/bundle.ts';

const NETWORK = /^(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector|inspector\/promises)$/;
const LOADS =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|getBuiltinModule\s*\(\s*)["'`](?:node:)?([\w/]+)["'`]/g;
const CALLS = /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\s*\(/g;
/** What opens a local socket by its path, and nothing else of that module, however it is called in a bundle. */
const LOCAL_SOCKET =
  /import\s*\{\s*createConnection(?:\s+as\s+([\w$]+))?\s*\}\s*from\s*["']node:net["'];?/g;
const ELECTRON = /\b(?:autoUpdater|crashReporter|netLog|openExternal|inAppPurchase)\b/g;

/** What a bundle loads and calls that reaches outside. */
function reaches(whole: string): string[] {
  let code = whole;
  for (const [statement, name = 'createConnection'] of whole.matchAll(LOCAL_SOCKET)) {
    const called = code
      .replace(statement, '')
      .split(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`));
    // Each use of it names a path, and that alone.
    if (called.slice(1).every((after) => /^\(\{\s*path:[^,}]*\}\)/.test(after)))
      code = code.replace(statement, '');
  }
  const modules = [...code.matchAll(LOADS)].map(([, name = '']) => name);
  return [
    ...modules.filter((name) => NETWORK.test(name)),
    ...[...code.matchAll(CALLS)].map(([call]) => call),
    ...[...code.matchAll(ELECTRON)].map(([name]) => name),
  ];
}

test.each([
  ['import net from "node:net";', 'net'],
  ["import{request as a}from'https';", 'https'],
  ['const dns = require("dns/promises");', 'dns/promises'],
  ['process.getBuiltinModule("node:http")', 'http'],
  ['import{createConnection as a}from"node:net";a({path:p});a({port:80,host:h})', 'net'],
  ['import {createConnection} from "node:net"; const b = createConnection;', 'net'],
  ['import {createConnection,createServer} from "node:net";', 'net'],
  ['await fetch(url)', 'fetch('],
  ['crashReporter.start({})', 'crashReporter'],
])('%s would be seen', (code, found) => {
  expect(reaches(code)).toEqual([found]);
});

test('a socket of this computer, by its path, reaches nothing outside', () => {
  expect(reaches('import{createConnection as a}from"node:net";let s=a({path:p.path});')).toEqual(
    [],
  );
});

test('nothing that is built for the main process and the preload reaches outside', () => {
  const files = ['main', 'preload'].flatMap((folder) =>
    readdirSync(join(ROOT, 'dist', folder)).map((name) => join(ROOT, 'dist', folder, name)),
  );
  const code = files.filter((file) => /\.c?js$/.test(file));
  expect(code.length).toBeGreaterThan(2);
  for (const file of code) expect([file, reaches(readFileSync(file, 'utf8'))]).toEqual([file, []]);
  // What is searched for does occur in such bundles, so the search is of the right text.
  const all = code.map((file) => readFileSync(file, 'utf8')).join('\n');
  const loaded = [...all.matchAll(LOADS)].map(([, name = '']) => name);
  expect(loaded.filter((name) => builtinModules.includes(name))).toContain('fs');
});
