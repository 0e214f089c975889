import fs from 'node:fs';
import path from 'node:path';

/** Where a folder's bytes really are: others may read or keep what is not local. */
export type FileLocation = 'local' | 'network-share' | 'cloud-synced';

/** Types of network file systems in Linux's statfs (linux/magic.h): NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph. */
const NETWORK_FILE_SYSTEMS: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400,
];

/** Folders that a cloud service keeps a copy of, by the names that their programs give them. */
const CLOUD_FOLDER =
  /^(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google drive|googledrive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|box(?: sync)?|synologydrive|pcloud ?drive)$/i;

function nearestExisting(dir: string): string {
  const parent = path.dirname(dir);
  return fs.existsSync(dir) || parent === dir ? dir : nearestExisting(parent);
}

/** Tells whether a folder is on this computer's own disk, as far as its path and file system show. */
export function fileLocation(dir: string): FileLocation {
  const existing = nearestExisting(path.resolve(dir));
  const real = fs.realpathSync(existing);
  if (real.split(path.sep).some((name) => CLOUD_FOLDER.test(name))) return 'cloud-synced';
  if (process.platform === 'win32') return real.startsWith('\\\\') ? 'network-share' : 'local';
  const { type } = fs.statfsSync(real);
  const isNetwork = process.platform === 'linux' && NETWORK_FILE_SYSTEMS.includes(type >>> 0);
  return isNetwork ? 'network-share' : 'local';
}
