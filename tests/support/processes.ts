import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process as the system lists it. */
export interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All that descends from a process. Linux and macOS. */
export function descendants(root: number): Listed[] {
  const all = process.platform === 'linux' ? listFromProc() : listFromPs();
  const of = (parent: number): Listed[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...of(one.pid)]);
  return of(root);
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that has ended but was not yet waited for is no more than a row in a table.
  return !(readIfThere(`/proc/${String(pid)}/stat`) ?? '').includes(') Z ');
}

/** The ports on which a process listens, as the kernel's tables tell. Linux. */
export function listeningPorts(pid: number): number[] {
  const sockets = socketsOf(pid);
  return ['tcp', 'tcp6'].flatMap((kind) => {
    // [proc(5)] The second column is the local address, the fourth the state, the tenth the inode.
    const rows = (readIfThere(`/proc/${String(pid)}/net/${kind}`) ?? '').split('\n').slice(1);
    return rows
      .map((row) => row.trim().split(/\s+/))
      .filter((columns) => columns[3] === '0A' && sockets.has(columns[9] ?? ''))
      .map((columns) => Number.parseInt(columns[1]?.split(':')[1] ?? '', 16));
  });
}

/** Inodes of the sockets that a process holds. */
function socketsOf(pid: number): Set<string> {
  const folder = `/proc/${String(pid)}/fd`;
  const inodes = new Set<string>();
  for (const name of listIfThere(folder)) {
    try {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`)) ?? [];
      if (inode !== undefined) inodes.add(inode);
    } catch {
      // Closed meanwhile.
    }
  }
  return inodes;
}

function listFromProc(): Listed[] {
  return listIfThere('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      // The name of the program stands in brackets and may hold anything; the parent comes after it.
      const stat = readIfThere(`/proc/${name}/stat`) ?? '';
      const [, parent] = /^.*\) \S (\d+) /s.exec(stat) ?? [];
      const command = (readIfThere(`/proc/${name}/cmdline`) ?? '').replaceAll('\0', ' ');
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent), command }];
    });
}

function listFromPs(): Listed[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function listIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
