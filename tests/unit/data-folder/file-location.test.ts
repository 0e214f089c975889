import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import {
  dropboxFolders,
  fileLocation,
  locationFrom,
} from '../../../electron/data-folder/file-location.ts';
import { ownFolder } from '../../../electron/data-folder/own-folder.ts';

const EXT4 = 0xef53;
const FUSE = 0x65735546;
const MOUNTS = [
  '/dev/sda1 / ext4 rw 0 0',
  'me@server:/home /home/me/far\\040away fuse.sshfs rw 0 0',
  '/dev/fuse /home/me/far\\040away/local fuse.encfs rw 0 0',
  '//server/share /mnt/share cifs rw 0 0',
  'onedriver /home/me/far\\040cloud fuse.onedriver rw 0 0',
  'host /mnt/host vboxsf rw 0 0',
].join('\n');

function linux(real: string, fileSystem = EXT4) {
  return locationFrom({ platform: 'linux', env: {}, real, fileSystem, mounts: MOUNTS });
}

/** As macOS's `mount` prints them. */
const MAC_MOUNTS = [
  '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
  '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)',
  '//me@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by me)',
  'server:/old on /Volumes/NFS (old) disk (nfs)',
  '/dev/disk4s1 on /Volumes/Stick (exfat, local, nodev, nosuid, noowners)',
].join('\n');

const PROFILE = { APPDATA: 'C:\\Users\\me\\AppData\\Roaming' };

const mac = (real: string) =>
  locationFrom({ platform: 'darwin', env: {}, real, fileSystem: undefined, mounts: MAC_MOUNTS });

const windows = (real: string, env = {}, cloudFolders: string[] = []) =>
  locationFrom({ platform: 'win32', env, real, fileSystem: undefined, mounts: '', cloudFolders });

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
  ['roaming-profile', windows('C:\\Users\\me\\AppData\\Roaming\\Sweetspot', PROFILE)],
  ['local', windows('C:\\Users\\me\\AppData\\Local\\Sweetspot', PROFILE)],
  ['local', windows('C:\\Users\\me\\AppData\\Roaming2\\Sweetspot', PROFILE)],
  ['network-share', mac('/Volumes/share/Sweetspot')],
  ['network-share', mac('/Volumes/NFS (old) disk/Sweetspot')],
  ['local', mac('/Volumes/Stick/Sweetspot')],
  ['cloud-synced', linux('/home/me/far cloud/x', FUSE)],
  ['network-share', linux('/mnt/host/x')],
  ['cloud-synced', windows('E:\\Boxes\\Acme\\Sweetspot', {}, ['E:\\Boxes\\Acme'])],
  ['local', windows('E:\\Boxes\\Acmes', {}, ['E:\\Boxes\\Acme'])],
  ['local', windows('\\\\?\\C:\\Users\\me\\Sweetspot')],
  ['network-share', windows('\\\\server\\profiles\\me\\AppData\\Roaming\\Sweetspot')],
  ['network-share', windows('\\\\?\\UNC\\server\\share\\Sweetspot')],
  ['cloud-synced', windows('C:\\Users\\me\\OneDrive - Acme BV\\Documents\\Sweetspot')],
  ['cloud-synced', windows('D:\\Work\\Sweetspot', { OneDriveCommercial: 'd:\\work' })],
  ['local', windows('D:\\Workshop', { OneDriveCommercial: 'D:\\Work' })],
])('%s', (expected, location) => {
  expect(location).toBe(expected);
});

test('Dropbox says itself where its folders are', () => {
  const text = '{"personal":{"path":"/home/me/Box A","host":1},"business":{"path":"/b"}}';
  expect(dropboxFolders(text)).toEqual(['/home/me/Box A', '/b']);
  for (const wrong of ['', '[]', 'null', '{"personal":3}', '{"personal":{"path":4}}']) {
    expect(dropboxFolders(wrong)).toEqual([]);
  }
});

test('on Windows the data are in the part of the profile that does not roam', () => {
  const roaming = 'C:\\Users\\me\\AppData\\Roaming\\Sweetspot';
  const local = 'C:\\Users\\me\\AppData\\Local';
  const own = (platform: NodeJS.Platform, env = {}) => ownFolder(roaming, { platform, env });
  expect(own('win32', { LOCALAPPDATA: local })).toBe(`${local}\\Sweetspot`);
  expect(own('win32', { LOCALAPPDATA: 'relative' })).toBe(roaming);
  expect(own('win32')).toBe(roaming);
  expect(own('linux', { LOCALAPPDATA: local })).toBe(roaming);
});

test('the folder for temporary files is on this computer', () => {
  expect(fileLocation(tmpdir())).toBe('local');
});
