/** @file Speaks to a host as a browser does. */
import { PROTOCOL } from '../../companion/contract.ts';
import { PATHS, tableId } from '../../shared/linkedin/path-table.ts';

/** The first message of an extension that is as new as the app. */
export const HELLO = { protocol: PROTOCOL, version: '0.1.0', table: tableId(PATHS) };

/** Bytes with the length before them that is told, which is theirs unless it is to lie. */
export function frame(bytes: Buffer, length = bytes.length): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(length);
  return Buffer.concat([header, bytes]);
}

/** A message as the browsers send it. */
export function message(value: unknown): Buffer {
  return frame(Buffer.from(JSON.stringify(value)));
}
