/** @file A journey: the system's zone is another one while the app runs. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempDir } from '../support/temp-dir.ts';

const ZONES = '/usr/share/zoneinfo';

/** What is wanting for a process with a system's folder of its own. */
function lacking(): string {
  if (process.platform !== 'linux') return 'this is no Linux';
  if (!existsSync(join(ZONES, 'Asia/Tokyo'))) return 'no time zones are installed';
  const { status } = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']);
  return status === 0 ? '' : 'no process may have mounts of its own';
}
const lacks = lacking();

test.skipIf(lacks !== '')(
  `a zone that changes while the app runs is noticed${lacks && ` (skipped: ${lacks})`}`,
  async () => {
    const etc = tempDir();
    const localtime = join(etc, 'localtime');
    const set = (zone: string) => {
      rmSync(localtime, { force: true });
      symlinkSync(join(ZONES, zone), localtime);
    };
    set('Europe/Amsterdam');
    const env = { ...process.env };
    delete env['TZ'];
    const child = spawn(
      'unshare',
      [
        ...['--user', '--map-root-user', '--mount', 'sh', '-c'],
        'mount --bind "$1" /etc && exec "$2" "$3"',
        ...['sh', etc, process.execPath, join(import.meta.dirname, 'zone-child.ts')],
      ],
      { env, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    onTestFinished(() => void child.kill());
    const ask = async (word: string) => {
      child.stdin.write(`${word}\n`);
      const [answer] = (await once(child.stdout, 'data')) as [Buffer];
      return answer.toString().trim();
    };
    expect(await ask('at home')).toBe('at home Europe/Amsterdam -60');
    set('Asia/Tokyo');
    expect(await ask('in Japan')).toBe('in Japan Asia/Tokyo -540');
    set('Europe/Amsterdam');
    expect(await ask('back')).toBe('back Europe/Amsterdam -60');
  },
  30_000,
);
