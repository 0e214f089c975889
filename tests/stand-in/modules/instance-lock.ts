import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REAL_PLATFORM } from '../real-platform.ts';

/** What a second start tells the first. */
export interface SecondInstance {
  readonly argv: string[];
  readonly cwd: string;
  readonly additionalData: Record<string, unknown>;
}

export interface InstanceLock {
  readonly release: () => void;
}

/** Sends stdin to a socket; ends with 0 once the other side has closed it, with 1 where nobody is. */
const KNOCK = `
  const socket = require('node:net').connect(JSON.parse(process.argv[1]));
  socket.on('error', () => process.exit(1)).on('close', () => process.exit(0));
  socket.on('connect', () => process.stdin.pipe(socket));
  socket.resume();
`;

/**
 * Takes the lock of a data folder: a socket that the system takes down with its process, however
 * that ends. It is no network port.
 *
 * @returns undefined where another process holds it; that one has been told then.
 */
export function acquireLock(
  folder: string,
  me: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): InstanceLock | undefined {
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  const address = addressOf(`sweetspot-${id}`);

  const { status } = spawnSync(process.execPath, ['--eval', KNOCK, JSON.stringify(address)], {
    input: JSON.stringify(me),
    env: { ...process.env, NODE_OPTIONS: '' },
    timeout: 5000,
  });
  if (status !== 1) return undefined;

  // Of a process that was killed, macOS keeps the socket's file.
  if (REAL_PLATFORM === 'darwin') rmSync(address, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('end', () => {
      socket.end();
      const second: unknown = JSON.parse(text);
      if (isSecondInstance(second)) onSecond(second);
    });
  });
  server.on('error', () => undefined);
  server.listen(address);
  server.unref();
  return {
    release: () => {
      server.close();
    },
  };
}

/** Linux has sockets without a file, which nothing is left of. */
function addressOf(name: string): string {
  if (REAL_PLATFORM === 'linux') return `\0${name}`;
  return REAL_PLATFORM === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function isSecondInstance(value: unknown): value is SecondInstance {
  return (
    typeof value === 'object' &&
    value !== null &&
    'argv' in value &&
    Array.isArray(value.argv) &&
    'cwd' in value &&
    typeof value.cwd === 'string'
  );
}
