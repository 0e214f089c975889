/** @file The requests that the app makes of an X server, as bytes, and what their answers hold. Numbers are those of the protocol. */

/** A request: its number, a byte of its own, and its fields of four bytes. */
function request(opcode: number, detail: number, fields: readonly number[] = []): Buffer {
  const buffer = Buffer.alloc(4 + 4 * fields.length);
  buffer.writeUInt8(opcode, 0);
  buffer.writeUInt8(detail, 1);
  buffer.writeUInt16LE(1 + fields.length, 2);
  fields.forEach((field, index) => buffer.writeUInt32LE(field >>> 0, 4 + 4 * index));
  return buffer;
}

/** A request with a name. */
function named(opcode: number, name: string): Buffer {
  const padded = (name.length + 3) & ~3;
  const buffer = Buffer.alloc(8 + padded);
  buffer.writeUInt8(opcode, 0);
  buffer.writeUInt16LE(2 + padded / 4, 2);
  buffer.writeUInt16LE(name.length, 4);
  buffer.write(name, 8, 'latin1');
  return buffer;
}

/** Kinds of events that a window can be asked to tell of. */
export const EVENTS = {
  structure: 1 << 17,
  substructure: 1 << 19,
  focus: 1 << 21,
  property: 1 << 22,
} as const;

/** Numbers of the events that are told apart. */
export const EVENT = {
  focusIn: 9,
  focusOut: 10,
  destroy: 17,
  unmap: 18,
  map: 19,
  configure: 22,
  property: 28,
} as const;

const CW_EVENT_MASK = 1 << 11;

/** Lets a window tell of some kinds of events; 0 for none. */
export const selectEvents = (window: number, events: number) =>
  request(2, 0, [window, CW_EVENT_MASK, events]);

export const internAtom = (name: string) => named(16, name);
export const queryExtension = (name: string) => named(98, name);

/**
 * At most this much of a property is read, in words of four bytes: 16 KiB. Chromium writes 4,096 signs of a page's title,
 * of up to three bytes each, and its name behind them.
 */
const MOST_WORDS = 4_096;

/** Reads a property of any type. */
export const getProperty = (window: number, property: number) =>
  request(20, 0, [window, property, 0, 0, MOST_WORDS]);

export const getAttributes = (window: number) => request(3, 0, [window]);
export const getGeometry = (window: number) => request(14, 0, [window]);
export const queryTree = (window: number) => request(15, 0, [window]);
export const getInputFocus = () => request(43, 0);
export const queryPointer = (window: number) => request(38, 0, [window]);

const ASYNCHRONOUS = 1;

/** Takes the pointer; answered with whether another client has it. No event of it is asked for. */
export const grabPointer = (window: number) =>
  request(26, 0, [window, (ASYNCHRONOUS << 16) | (ASYNCHRONOUS << 24), 0, 0, 0]);
export const ungrabPointer = () => request(27, 0, [0]);
/** The same of the keyboard. */
export const grabKeyboard = (window: number) =>
  request(31, 0, [window, 0, ASYNCHRONOUS | (ASYNCHRONOUS << 8)]);
export const ungrabKeyboard = () => request(32, 0, [0]);

/** How long ago the last input was. @param opcode of MIT-SCREEN-SAVER. */
export const queryIdle = (opcode: number, root: number) => request(opcode, 1, [root]);
/** The monitors. @param opcode of XINERAMA. */
export const queryMonitors = (opcode: number) => request(opcode, 5);

/** Number of an extension's requests; undefined where the server has it not. */
export const extensionOpcode = (answer: Buffer) =>
  answer.readUInt8(8) === 1 ? answer.readUInt8(9) : undefined;

export const atomOf = (answer: Buffer) => answer.readUInt32LE(8);

/** A property, or the beginning of it. */
export interface Property {
  /** Atom of its type; 0 where there is no such property. */
  readonly type: number;
  /** 8, 16 or 32 bits an item. */
  readonly format: number;
  readonly value: Buffer;
  /** Whether there is more than was read. */
  readonly isCut: boolean;
}

export function readProperty(answer: Buffer): Property {
  const format = answer.readUInt8(1);
  const length = (answer.readUInt32LE(16) * format) / 8;
  return {
    type: answer.readUInt32LE(8),
    format,
    value: answer.subarray(32, 32 + length),
    isCut: answer.readUInt32LE(12) > 0,
  };
}

/** The numbers of a property of 32 bits an item; none where it is of another kind. */
export function numbersOf({ format, value }: Property): number[] {
  if (format !== 32) return [];
  return Array.from({ length: value.length / 4 }, (_, index) => value.readUInt32LE(4 * index));
}

const VIEWABLE = 2;
const INPUT_ONLY = 2;

export const readAttributes = (answer: Buffer) => ({
  /** Whether it shows nothing and takes input alone. */
  inputOnly: answer.readUInt16LE(12) === INPUT_ONLY,
  /** Whether it and all that it lies in are mapped. */
  viewable: answer.readUInt8(26) === VIEWABLE,
  /** Whether no window manager has a say in it. */
  overrideRedirect: answer.readUInt8(27) === 1,
});

/** A part of the screen, in pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rectangleAt(answer: Buffer, at: number): Rectangle {
  return {
    x: answer.readInt16LE(at),
    y: answer.readInt16LE(at + 2),
    width: answer.readUInt16LE(at + 4),
    height: answer.readUInt16LE(at + 6),
  };
}

export const readGeometry = (answer: Buffer) => rectangleAt(answer, 12);

export const readMonitors = (answer: Buffer): Rectangle[] =>
  Array.from({ length: answer.readUInt32LE(8) }, (_, index) => rectangleAt(answer, 32 + 8 * index));

/** What a window lies in, and what lies in it, the lowest first. */
export const readTree = (answer: Buffer) => ({
  parent: answer.readUInt32LE(12),
  children: Array.from({ length: answer.readUInt16LE(16) }, (_, index) =>
    answer.readUInt32LE(32 + 4 * index),
  ),
});

export const focusOf = (answer: Buffer) => answer.readUInt32LE(8);
/** The window in the one asked about that the pointer is over; 0 where it is over none. */
export const childOf = (answer: Buffer) => answer.readUInt32LE(12);
/** Whether a grab failed, as another client has what was asked for. */
export const isTaken = (answer: Buffer) => answer.readUInt8(1) !== 0;
export const idleOf = (answer: Buffer) => answer.readUInt32LE(16);
