import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A resolver that knows no name and remembers who was asked for. */
export interface Resolver {
  /** Names asked for, each once. */
  readonly names: ReadonlySet<string>;
  stop(): void;
}

/** Length of the header of a DNS message (RFC 1035, 4.1.1). */
const HEADER_BYTES = 12;
const NO_SUCH_NAME = 3;

/** The name in a query; the first question is the only one there ever is. */
export function readName(query: Buffer): string {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return labels.join('.');
}

/** The answer that there is no such name: the query with two bits and a code set. */
export function noSuchName(query: Buffer): Buffer {
  const answer = Buffer.from(query);
  answer[2] = (query[2] ?? 0) | 0x80;
  answer[3] = 0x80 | NO_SUCH_NAME;
  return answer;
}

/** Listens where resolv.conf of the empty network points. */
export async function startResolver(): Promise<Resolver> {
  const names = new Set<string>();
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    names.add(readName(query));
    socket.send(noSuchName(query), port, address);
  });
  socket.bind(53, '127.0.0.1');
  await once(socket, 'listening');
  return { names, stop: () => socket.close() };
}
