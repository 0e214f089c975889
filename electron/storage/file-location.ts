import fs from 'node:fs';
import path from 'node:path';

/** Where a folder's bytes really are: others may read or keep what is not local. */
export type FileLocation = 'local' | 'network-share' | 'cloud-synced';

/** What decides where a folder is, as the system tells it. docs/file-location.md lists the rules. */
export interface LocationFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder with every link and mapped drive resolved. */
  readonly real: string;
  /** Type of its file system in Linux's statfs; undefined elsewhere. */
  readonly fileSystem: number | undefined;
  /** Mounted file systems as Linux lists them in /proc/self/mounts; empty elsewhere. */
  readonly mounts: string;
}

/** Types of network file systems in Linux's statfs (linux/magic.h): NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph. */
const NETWORK_FILE_SYSTEMS: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400,
];

/** Network file systems by their name among the mounts; those in user space have one type for all in statfs. */
const NETWORK_MOUNT =
  /^(?:nfs4?|cifs|smb3|smbfs|afs|ceph|9p|davfs|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|smbnetfs|curlftpfs|kio-fuse|glusterfs))$/;

/** Folders that a cloud service keeps a copy of, by the names that their programs give them. */
const CLOUD_FOLDER =
  /^(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google drive|googledrive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|box(?: sync)?|synologydrive|pcloud ?drive)$/i;

/** Where Windows tells the folders of OneDrive, whatever they are called. */
const CLOUD_VARIABLES = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'] as const;

/** Whether a folder is another one or in it. */
function isWithin(folder: string, other: string | undefined, separator: string): boolean {
  if (other === undefined || other === '') return false;
  const clean = (name: string) =>
    (name.endsWith(separator) ? name : name + separator).toLowerCase();
  return clean(folder).startsWith(clean(other));
}

/** The type of the mount that a folder is on, by Linux's list; undefined where none of it fits. */
function mountType(mounts: string, folder: string): string | undefined {
  let best = { length: 0, type: undefined as string | undefined };
  for (const line of mounts.split('\n')) {
    const [, point, type] = line.split(' ');
    if (point === undefined) continue;
    // Blanks and the like are written in octal.
    const name = point.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    // A later mount hides an earlier one on the same point.
    if (isWithin(folder, name, '/') && name.length >= best.length) {
      best = { length: name.length, type };
    }
  }
  return best.type;
}

/** Tells where a folder is from what the system says of it. */
export function locationFrom({
  platform,
  env,
  real,
  fileSystem,
  mounts,
}: LocationFacts): FileLocation {
  const names = real.split(platform === 'win32' ? /[\\/]/ : '/');
  if (names.some((name) => CLOUD_FOLDER.test(name))) return 'cloud-synced';
  if (platform === 'win32') {
    if (CLOUD_VARIABLES.some((name) => isWithin(real, env[name], '\\'))) return 'cloud-synced';
    return /^\\\\(?!\?\\[A-Z]:|\.\\)/i.test(real) ? 'network-share' : 'local';
  }
  const isNetwork =
    (fileSystem !== undefined && NETWORK_FILE_SYSTEMS.includes(fileSystem >>> 0)) ||
    NETWORK_MOUNT.test(mountType(mounts, real) ?? '');
  return isNetwork ? 'network-share' : 'local';
}

function nearestExisting(dir: string): string {
  const parent = path.dirname(dir);
  return fs.existsSync(dir) || parent === dir ? dir : nearestExisting(parent);
}

function readMounts(): string {
  try {
    return fs.readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return '';
  }
}

/** Tells whether a folder is on this computer's own disk, as far as its path and file system show. */
export function fileLocation(dir: string): FileLocation {
  // The system's own resolving turns a mapped drive of Windows into the share that it stands for.
  const real = fs.realpathSync.native(nearestExisting(path.resolve(dir)));
  const isLinux = process.platform === 'linux';
  return locationFrom({
    platform: process.platform,
    env: process.env,
    real,
    fileSystem: isLinux ? fs.statfsSync(real).type : undefined,
    mounts: isLinux ? readMounts() : '',
  });
}
