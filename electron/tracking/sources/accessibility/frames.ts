/**
 * @file What programs tell of their windows over the accessibility bus (AT-SPI 2): of each its name and whether it is in front, and of the
 * page in one its name and address. Nothing else is asked for, and no tree is walked: a browser's window names its page
 * itself, as what it embeds.
 *
 * Seen with at-spi2-core 2.46, Firefox ESR 153.8 and Chromium 156, of which `tests/unit/tracking/sources/accessibility.test.ts` has the messages.
 */
import type { BusConnection } from './connection.ts';
import { daemonCall } from './connection.ts';
import type { BusObject, BusReader } from './wire.ts';

/** Who knows the programs that are on the bus. */
const REGISTRY: BusObject = {
  name: 'org.a11y.atspi.Registry',
  path: '/org/a11y/atspi/accessible/root',
};
const ACCESSIBLE = 'org.a11y.atspi.Accessible';
const DOCUMENT = 'org.a11y.atspi.Document';
/** Numbers of AtspiStateType and AtspiRelationType. */
const STATE_ACTIVE = 1;
const RELATION_EMBEDS = 13;
/** Of more programs, or windows of one, the rest is not asked. */
const MOST_PROGRAMS = 64;
const MOST_WINDOWS = 32;
/** What the address of a page is called: by Firefox, and by Chromium. */
const ADDRESS_NAMES = ['DocURL', 'URI'] as const;

/** A window of a program. */
export interface Frame extends BusObject {
  /** What it calls itself to a screen reader. */
  readonly title: string;
  /** Whether its program says that it is in front. Chromium may say so of none. */
  readonly isActive: boolean;
  /** The page in it; undefined where it names none. */
  readonly page: BusObject | undefined;
}

function readObject(reader: BusReader): BusObject {
  reader.struct();
  return { name: reader.text(), path: reader.text() };
}

const readObjects = (reader: BusReader) => reader.array(8, () => readObject(reader));

function childrenOf(bus: BusConnection, of: BusObject): Promise<BusObject[]> {
  return bus.ask({ ...of, on: ACCESSIBLE, method: 'GetChildren' }, 'a(so)', readObjects);
}

/** The programs that are on the bus. */
export async function programsOn(bus: BusConnection): Promise<readonly BusObject[]> {
  return (await childrenOf(bus, REGISTRY)).slice(0, MOST_PROGRAMS);
}

/** The number of the process that has an address on the bus. */
export function processOf(bus: BusConnection, name: string): Promise<number> {
  const call = daemonCall('GetConnectionUnixProcessID', name);
  return bus.ask(call, 'u', (reader) => reader.uint32());
}

/** A property that is a text. */
function nameOf(bus: BusConnection, of: BusObject): Promise<string> {
  const call = {
    ...of,
    on: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    args: [ACCESSIBLE, 'Name'],
  };
  return bus.ask(call, 'v', (reader) => {
    if (reader.signature() !== 's') throw new Error('No text');
    return reader.text();
  });
}

function isActive(bus: BusConnection, of: BusObject): Promise<boolean> {
  return bus.ask({ ...of, on: ACCESSIBLE, method: 'GetState' }, 'au', (reader) => {
    const [first = 0] = reader.array(4, reader.uint32);
    return ((first >>> STATE_ACTIVE) & 1) === 1;
  });
}

function pageIn(bus: BusConnection, of: BusObject): Promise<BusObject | undefined> {
  const call = { ...of, on: ACCESSIBLE, method: 'GetRelationSet' };
  return bus.ask(call, 'a(ua(so))', (reader) => {
    const relations = reader.array(8, () => {
      reader.struct();
      return { kind: reader.uint32(), to: readObjects(reader) };
    });
    return relations.find(({ kind }) => kind === RELATION_EMBEDS)?.to[0];
  });
}

/** Windows that go while they are asked are no news. */
const unlessGone = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

/** The windows of a program that have a name. */
export async function framesOf(bus: BusConnection, program: BusObject): Promise<Frame[]> {
  const windows = ((await unlessGone(childrenOf(bus, program))) ?? []).slice(0, MOST_WINDOWS);
  const frames = await Promise.all(
    windows.map(async (window) => {
      const [title, active, page] = await Promise.all([
        unlessGone(nameOf(bus, window)),
        unlessGone(isActive(bus, window)),
        unlessGone(pageIn(bus, window)),
      ]);
      return { ...window, title: title ?? '', isActive: active === true, page };
    }),
  );
  return frames.filter(({ title }) => title !== '');
}

/** A text with single spaces, as browsers differ in what they make of others. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The address of the page in a window; undefined where it has none yet. Chromium lets a window name a page for some seconds that is
 * not in front any more, or its former address: where the page calls itself otherwise than its window does, it is not that page's.
 */
export async function addressIn(bus: BusConnection, frame: Frame): Promise<string | undefined> {
  const { page } = frame;
  if (!page) return undefined;
  const attribute = (name: string) =>
    bus.ask({ ...page, on: DOCUMENT, method: 'GetAttributeValue', args: [name] }, 's', (reader) =>
      reader.text(),
    );
  const [name, ...told] = await Promise.all([
    unlessGone(nameOf(bus, page)),
    ...ADDRESS_NAMES.map((one) => unlessGone(attribute(one))),
  ]);
  if (!plain(frame.title).startsWith(plain(name ?? ''))) return undefined;
  // A page that has only begun to load is nothing yet.
  return told.find((address) => address && address !== 'about:blank');
}

/** The part of a title that is the page's: what a browser writes behind it may differ from what it tells here. */
function pagePart(title: string): string {
  const end = Math.max(title.lastIndexOf(' - '), title.lastIndexOf(' \u2014 '));
  return end > 0 ? title.slice(0, end) : title;
}

/**
 * The one of some windows that has a title and is in front; undefined where that cannot be told.
 *
 * @param activated the window that was told to come to the front the latest.
 */
export function chooseFrame(
  frames: readonly Frame[],
  title: string,
  activated: BusObject | undefined,
): Frame | undefined {
  const page = pagePart(title);
  const fitting = page === '' ? [] : frames.filter((frame) => frame.title.startsWith(page));
  if (fitting.length <= 1) return fitting[0];
  const active = fitting.filter((frame) => frame.isActive);
  if (active.length === 1) return active[0];
  return fitting.find(({ name, path }) => name === activated?.name && path === activated.path);
}
