import { type Atoms, readAtoms } from './atoms.ts';
import { type Connection, type ConnectionNeeds, connect } from './connection.ts';
import { type DisplayAddress, readCookie } from './display-address.ts';
import { EVENTS, extensionOpcode, queryExtension, selectEvents } from './requests.ts';

/** What is known of a server that is there. */
export interface Server {
  readonly connection: Connection;
  readonly atoms: Atoms;
  /** Number of the requests of MIT-SCREEN-SAVER; undefined where it has none. */
  readonly saver: number | undefined;
  /** The same of XINERAMA. */
  readonly xinerama: number | undefined;
}

/** A display that is gone is looked for again after this long, each time twice as long. */
const AGAIN_MS = 500;
const LONGEST_AGAIN_MS = 30_000;

async function openServer(needs: ConnectionNeeds): Promise<Server> {
  const connection = await connect(needs);
  const extension = async (name: string) =>
    extensionOpcode(await connection.ask(queryExtension(name)));
  const [atoms, saver, xinerama] = await Promise.all([
    readAtoms(connection),
    extension('MIT-SCREEN-SAVER'),
    extension('XINERAMA'),
  ]);
  connection.send(selectEvents(connection.root, EVENTS.property | EVENTS.substructure));
  return { connection, atoms, saver, xinerama };
}

/** What it takes to stay with a server. */
export interface ServerLinkNeeds {
  readonly address: DisplayAddress;
  readonly env: NodeJS.ProcessEnv;
  /** Told of each event of the server that is there. */
  readonly onEvent: (event: Buffer, server: Server) => void;
  /** Told that one is there, also after another one went. */
  readonly onThere: () => Promise<void>;
  readonly onGone: () => void;
}

/** The server of one display, which may go and come back. */
export interface ServerLink {
  /** Connects; rejects where it cannot be reached now. From then on it is looked for by itself. */
  open(): Promise<void>;
  /** The server; undefined while it is gone. */
  now(): Server | undefined;
  stop(): void;
}

/** Stays with the server of a display. Where it goes it is looked for until it is back. */
export function linkServer({
  address,
  env,
  onEvent,
  onThere,
  onGone,
}: ServerLinkNeeds): ServerLink {
  let server: Server | undefined;
  let stopped = false;
  let waitMs = AGAIN_MS;
  let again: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const opened = await openServer({
      address,
      cookie: await readCookie(address.display, env),
      onEvent: (event) => {
        if (server) onEvent(event, server);
      },
      onEnd: lose,
    });
    if (stopped) return opened.connection.close();
    server = opened;
    waitMs = AGAIN_MS;
    await onThere();
  }

  function lose(): void {
    if (server === undefined) return;
    server = undefined;
    onGone();
    lookAgain();
  }

  function lookAgain(): void {
    if (stopped) return;
    again = setTimeout(() => void open().catch(lookAgain), waitMs).unref();
    waitMs = Math.min(waitMs * 2, LONGEST_AGAIN_MS);
  }

  return {
    open,
    now: () => server,
    stop() {
      stopped = true;
      clearTimeout(again);
      const closing = server;
      server = undefined;
      closing?.connection.close();
    },
  };
}
