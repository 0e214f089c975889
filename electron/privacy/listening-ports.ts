import fs from 'node:fs';

/** On which TCP ports the processes of the app listen, as the kernel's own tables tell. */
export interface Listening {
  /** Processes that could be looked at: the main process and what descends from it. */
  readonly processes: number;
  readonly ports: readonly number[];
}

/** State of a socket that listens, in `/proc/net/tcp` (proc(5)). */
const LISTENS = '0A';

function list(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** This process and all that descend from it. */
function ownProcesses(): number[] {
  const children = new Map<number, number[]>();
  for (const name of list('/proc').filter((entry) => /^\d+$/.test(entry))) {
    // The program's name stands in brackets and may hold anything; the parent comes after it.
    const parent = Number(/^.*\) \S (\d+) /s.exec(read(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const of = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(of)];
  return of(process.pid);
}

/** Inodes of the sockets that a process holds; undefined where that cannot be seen. */
function socketsOf(pid: number): Set<string> | undefined {
  const folder = `/proc/${pid}/fd`;
  const names = list(folder);
  if (names.length === 0) return undefined;
  const inodes = new Set<string>();
  for (const name of names) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`${folder}/${name}`))?.[1];
      if (inode !== undefined) inodes.add(inode);
    } catch {
      // Closed meanwhile.
    }
  }
  return inodes;
}

/** The ports that the app's processes listen on; null on a system that has no such tables. */
export function readListening(): Listening | null {
  if (process.platform !== 'linux') return null;
  const sockets = ownProcesses()
    .map(socketsOf)
    .filter((inodes) => inodes !== undefined);
  const ports = ['tcp', 'tcp6'].flatMap((kind) =>
    read(`/proc/self/net/${kind}`)
      .split('\n')
      .slice(1)
      .map((row) => row.trim().split(/\s+/))
      .filter((cells) => cells[3] === LISTENS && sockets.some((own) => own.has(cells[9] ?? '')))
      .map((cells) => Number.parseInt(cells[1]?.split(':')[1] ?? '', 16)),
  );
  return { processes: sockets.length, ports: [...new Set(ports)] };
}
