/** @file `npm start`, and what is left when it ends, as the system sees it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ROOT } from '../../build/bundle.ts';
import { findElectron } from '../../build/electron-binary.ts';
import { makeDataDir } from '../support/driver.ts';
import { descendants, isAlive, listeningPorts } from '../support/processes.ts';

const started: { child: ChildProcess; dataDir: string }[] = [];

afterEach(async () => {
  for (const { child, dataDir } of started.splice(0)) {
    const left = child.exitCode === null ? descendants(child.pid ?? 0) : [];
    for (const { pid } of [...left].reverse()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Runs `npm start` without npm, in a group of its own, as a terminal would, until a page is drawn. */
async function start() {
  const dataDir = await makeDataDir();
  const child = spawn(process.execPath, [join(ROOT, 'build/start.ts'), '--data', dataDir], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push({ child, dataDir });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const exited = once(child, 'exit').then(([code]: unknown[]) => code);
  const processes = () => descendants(child.pid ?? 0);
  await expect
    .poll(() => processes().some(({ command }) => command.includes('--type=renderer')), {
      timeout: 40_000,
      message: 'No page',
    })
    .toBe(true);
  return { group: -(child.pid ?? 0), processes, said: () => said, exited };
}

const unix = process.platform !== 'win32';

test.runIf(unix)('says in one line what it runs on, and quits at Ctrl-C', async () => {
  const app = await start();
  const processes = app.processes();
  process.kill(app.group, 'SIGINT');
  expect(await app.exited).toBe(0);
  expect(app.said().includes('no Electron binary here')).toBe(findElectron() === undefined);
  expect(app.said().includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  await expect.poll(() => processes.filter(({ pid }) => isAlive(pid))).toEqual([]);
});

test.runIf(unix)('leaves no browser behind when its main process is killed', async () => {
  const app = await start();
  const processes = app.processes();
  process.kill(processes[0]?.pid ?? 0, 'SIGKILL');
  expect(await app.exited).toBe(1);
  await expect
    .poll(() => processes.filter(({ pid }) => isAlive(pid)), { timeout: 10_000 })
    .toEqual([]);
});

test.runIf(process.platform === 'linux')('listens on no port', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  // What is looked with does see a port where there is one.
  expect(listeningPorts(process.pid)).toContain(port);
  server.close();

  const app = await start();
  const ports = app
    .processes()
    .map(({ pid, command }) => ({ command, ports: listeningPorts(pid) }));
  expect(ports.filter((one) => one.ports.length > 0)).toEqual([]);
});
