/** @file What the built main process, its worker and the preload can reach: no module of the network. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/bundle.ts';

const NETWORK = /^(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector|inspector\/promises)$/;
const LOADS =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|getBuiltinModule\s*\(\s*)["'`](?:node:)?([\w/]+)["'`]/g;
const CALLS = /\b(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\s*\(/g;
const ELECTRON = /\b(?:autoUpdater|crashReporter|netLog|openExternal|inAppPurchase)\b/g;

/** What a bundle loads and calls that reaches outside. */
function reaches(code: string): string[] {
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
  ['await fetch(url)', 'fetch('],
  ['crashReporter.start({})', 'crashReporter'],
])('%s would be seen', (code, found) => {
  expect(reaches(code)).toEqual([found]);
});

test('nothing that is built for the main process and the preload reaches outside', () => {
  const files = ['main', 'preload'].flatMap((folder) =>
    readdirSync(join(ROOT, 'dist', folder)).map((name) => join(ROOT, 'dist', folder, name)),
  );
  const code = files.filter((file) => /\.c?js$/.test(file));
  expect(code.length).toBeGreaterThan(2);
  for (const file of code) expect([file, reaches(readFileSync(file, 'utf8'))]).toEqual([file, []]);
  // What is searched for does occur in such bundles, so the search is of the right text.
  const main = readFileSync(join(ROOT, 'dist/main/main.js'), 'utf8');
  const loaded = [...main.matchAll(LOADS)].map(([, name = '']) => name);
  expect(loaded.filter((name) => builtinModules.includes(name))).toContain('fs');
});
