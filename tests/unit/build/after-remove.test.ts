import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { afterRemove, companionRemoval } from '../../../build/after-remove.ts';
import { HOST_NAME } from '../../../companion/contract.ts';
import { browserPlaces } from '../../../electron/companion/browser-places.ts';
import { connectPlace } from '../../../electron/companion/host-files.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** A program of the system, played by a script. */
function play(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** Two homes in which browsers were connected, and what is left in them after the script ran. */
function leftAfter(argument: string) {
  const [homes, programs] = [tempDir(), tempDir()];
  const users = ["o'hara", 'jo'].map((name) => join(homes, name));
  const command = { program: '/opt/Sweetspot/sweetspot', args: [], env: {} };
  for (const homeDir of users) {
    for (const place of browserPlaces({ platform: 'linux', homeDir, env: {} })) {
      connectPlace(place, command);
      writeFileSync(join(place.hosts, 'other.json'), '{}');
    }
    const extension = join(homeDir, '.local/share/sweetspot-companion/manifest.json');
    mkdirSync(dirname(extension), { recursive: true });
    writeFileSync(extension, '{}');
  }
  const lines = users.map((home, index) => `jo${index}:x:${1000 + index}:100::${home}:/bin/sh`);
  writeFileSync(
    join(programs, 'passwd'),
    ['daemon:x:1:1::/usr/sbin:/bin/false', ...lines].join('\n'),
  );
  play(programs, 'getent', `cat "$(dirname "$0")/passwd"; echo`);
  play(programs, 'runuser', 'shift 3; exec "$@"');
  const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}` };
  execFileSync('sh', ['-c', companionRemoval(), 'after-remove', argument], { env });
  return readdirSync(homes, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(homes, name)).isFile(),
  );
}

describe.skipIf(process.platform !== 'linux')('when a package is removed', () => {
  test.each(['remove', 'purge', '0'])('%s takes what is the app’s from every user', (argument) => {
    const left = leftAfter(argument);
    expect(left.filter((name) => !name.endsWith('/other.json'))).toEqual([]);
    expect(left.length).toBeGreaterThan(20);
  });

  test.each(['upgrade', '1', 'failed-upgrade'])('%s takes nothing', (argument) => {
    expect(leftAfter(argument).filter((name) => name.includes(HOST_NAME)).length).toBeGreaterThan(
      20,
    );
  });

  test('electron-builder’s own script comes first, and what it fills in is nothing of ours', () => {
    expect(afterRemove()).toMatch(/update-alternatives --remove[^]*getent passwd/);
    expect(companionRemoval()).not.toContain('${');
  });
});
