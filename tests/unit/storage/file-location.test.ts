import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { fileLocation, locationFrom } from '../../../electron/storage/file-location.ts';

const EXT4 = 0xef53;
const FUSE = 0x65735546;
const MOUNTS = [
  '/dev/sda1 / ext4 rw 0 0',
  'me@server:/home /home/me/far\\040away fuse.sshfs rw 0 0',
  '/dev/fuse /home/me/far\\040away/local fuse.encfs rw 0 0',
  '//server/share /mnt/share cifs rw 0 0',
].join('\n');

function linux(real: string, fileSystem = EXT4) {
  return locationFrom({ platform: 'linux', env: {}, real, fileSystem, mounts: MOUNTS });
}

const mac = (real: string) =>
  locationFrom({ platform: 'darwin', env: {}, real, fileSystem: undefined, mounts: '' });

const windows = (real: string, env = {}) =>
  locationFrom({ platform: 'win32', env, real, fileSystem: undefined, mounts: '' });

test.each([
  ['local', linux('/home/me/.config/Sweetspot')],
  ['local', linux('/home/me/dropbox-notes')],
  ['local', linux('/home/me/.config/Sweetspot', FUSE)],
  ['network-share', linux('/home/me/data', 0x6969)],
  ['network-share', linux('/home/me/data', 0xff534d42 | 0)],
  ['network-share', linux('/home/me/far away/data', FUSE)],
  ['local', linux('/home/me/far away/local/data', FUSE)],
  ['local', linux('/home/me/far awayer', FUSE)],
  ['network-share', linux('/mnt/share', 1)],
  ['cloud-synced', linux('/home/me/Nextcloud/data')],
  ['cloud-synced', linux('/home/me/Dropbox (Acme)/data')],
  ['local', mac('/Users/me/Library/Application Support/Sweetspot')],
  ['cloud-synced', mac('/Users/me/Library/Mobile Documents/com~apple~CloudDocs/Sweetspot')],
  ['cloud-synced', mac('/Users/me/Library/CloudStorage/GoogleDrive-me@example.org/My Drive/x')],
  ['local', windows('C:\\Users\\me\\AppData\\Roaming\\Sweetspot')],
  ['local', windows('\\\\?\\C:\\Users\\me\\Sweetspot')],
  ['network-share', windows('\\\\server\\profiles\\me\\AppData\\Roaming\\Sweetspot')],
  ['network-share', windows('\\\\?\\UNC\\server\\share\\Sweetspot')],
  ['cloud-synced', windows('C:\\Users\\me\\OneDrive - Acme BV\\Documents\\Sweetspot')],
  ['cloud-synced', windows('D:\\Work\\Sweetspot', { OneDriveCommercial: 'd:\\work' })],
  ['local', windows('D:\\Workshop', { OneDriveCommercial: 'D:\\Work' })],
])('%s', (expected, location) => {
  expect(location).toBe(expected);
});

test('the folder for temporary files is on this computer', () => {
  expect(fileLocation(tmpdir())).toBe('local');
});
