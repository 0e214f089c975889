import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { FileLocation } from '../../shared/ipc/privacy.ts';

/** What decides where a folder is, as the system tells it. docs/file-location.md lists the rules. */
export interface LocationFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder with every link and mapped drive resolved. */
  readonly real: string;
  /** Type of its file system in Linux's statfs; undefined elsewhere. */
  readonly fileSystem: number | undefined;
  /** Mounted file systems as Linux lists them in /proc/self/mounts, or as macOS's `mount` prints them; else empty. */
  readonly mounts: string;
  /** Folders that cloud programs say they keep a copy of, links resolved. */
  readonly cloudFolders?: readonly string[];
}

/** Types of network file systems in Linux's statfs (linux/magic.h): NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph. */
const NETWORK_FILE_SYSTEMS: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400,
];

/** Network file systems by their name among the mounts; those in user space have one type for all in statfs. */
const NETWORK_MOUNT =
  /^(?:nfs4?|cifs|smb3|smbfs|afpfs|afs|coda|ceph|lustre|beegfs|9p|vboxsf|webdav|ftp|davfs|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|gcsfuse|smbnetfs|curlftpfs|kio-fuse|glusterfs|ceph|vmhgfs-fuse))$/;

/** The cloud services' own file systems. */
const CLOUD_MOUNT = /^fuse\.(?:google-drive-ocamlfuse|onedriver|pcloud|pCloud\.fs|acd_cli)$/;

/** Folders that a cloud service keeps a copy of, by the names that their programs give them. */
const CLOUD_FOLDER =
  /^(?:onedrive(?: - .+)?|dropbox(?: \(.+\))?|google drive|googledrive|google drive \(.+\)|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|box(?: sync)?|synologydrive|pcloud ?drive)$/i;

/** Where Windows tells the folders of OneDrive, whatever they are called. */
const CLOUD_VARIABLES = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'] as const;

/** Whether a folder is another one or in it. */
function isWithin(folder: string, other: string | undefined, separator: string): boolean {
  if (other === undefined || other === '') return false;
  const clean = (name: string) =>
    (name.endsWith(separator) ? name : name + separator).toLowerCase();
  return clean(folder).startsWith(clean(other));
}

/** The point and the type of a mount, from its line in macOS's or Linux's list. */
function readMount(line: string): readonly [string, string] | undefined {
  const mac = /^.* on (\/.*) \((\w+)[,)]/.exec(line);
  if (mac) return [mac[1] ?? '', mac[2] ?? ''];
  const [, point, type] = line.split(' ');
  if (point === undefined || type === undefined) return undefined;
  // Blanks and the like are written in octal.
  const name = point.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return [name, type];
}

/** The type of the mount that a folder is on, by the system's list; undefined where none of it fits. */
function mountType(mounts: string, folder: string): string | undefined {
  let best = { length: 0, type: undefined as string | undefined };
  for (const line of mounts.split('\n')) {
    const [name, type] = readMount(line) ?? [];
    if (name === undefined) continue;
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
  cloudFolders = [],
}: LocationFacts): FileLocation {
  const separator = platform === 'win32' ? '\\' : '/';
  const names = real.split(platform === 'win32' ? /[\\/]/ : '/');
  if (names.some((name) => CLOUD_FOLDER.test(name))) return 'cloud-synced';
  const clouds = [...cloudFolders, ...CLOUD_VARIABLES.map((name) => env[name])];
  if (clouds.some((folder) => isWithin(real, folder, separator))) return 'cloud-synced';
  if (platform === 'win32') {
    // First what is on a share at all: then others can read it while it lies there.
    const isShare = /^\\\\(?!\?\\[A-Z]:|\.\\)/i.test(real);
    if (isShare) return 'network-share';
    return isWithin(real, env['APPDATA'], separator) ? 'roaming-profile' : 'local';
  }
  const type = mountType(mounts, real) ?? '';
  if (CLOUD_MOUNT.test(type)) return 'cloud-synced';
  const isNetwork =
    (fileSystem !== undefined && NETWORK_FILE_SYSTEMS.includes(fileSystem >>> 0)) ||
    NETWORK_MOUNT.test(type);
  return isNetwork ? 'network-share' : 'local';
}

function nearestExisting(dir: string): string {
  const parent = path.dirname(dir);
  return fs.existsSync(dir) || parent === dir ? dir : nearestExisting(parent);
}

/** The system's list of what is mounted; empty on Windows, and where it cannot be had. */
function readMounts(): string {
  if (process.platform === 'darwin') {
    const { stdout } = spawnSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 });
    return typeof stdout === 'string' ? stdout : '';
  }
  return readText('/proc/self/mounts') ?? '';
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The folders of Dropbox, from the text of the file in which it says where they are. */
export function dropboxFolders(text: string): string[] {
  try {
    const accounts: unknown = JSON.parse(text);
    return Object.values(Object(accounts) as object).flatMap((account: unknown) => {
      const folder: unknown = Reflect.get(Object(account), 'path');
      return typeof folder === 'string' ? [folder] : [];
    });
  } catch {
    return [];
  }
}

function resolved(folder: string): string[] {
  try {
    return [fs.realpathSync.native(folder)];
  } catch {
    return [];
  }
}

/** Where Dropbox lies, whatever its folders are called. */
function readCloudFolders({ env }: NodeJS.Process): string[] {
  const places = [env['APPDATA'], env['LOCALAPPDATA']].flatMap((place) =>
    place === undefined ? [] : [path.join(place, 'Dropbox', 'info.json')],
  );
  return [...places, path.join(homedir(), '.dropbox', 'info.json')]
    .flatMap((file) => dropboxFolders(readText(file) ?? ''))
    .flatMap(resolved);
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
    mounts: readMounts(),
    cloudFolders: readCloudFolders(process),
  });
}
