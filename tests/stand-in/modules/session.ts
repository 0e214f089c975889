import { EventEmitter } from 'node:events';
import type {
  CallbackResponse,
  CustomScheme,
  OnBeforeRequestListenerDetails,
  Protocol,
  Session,
  WebRequest,
} from 'electron';
import { app } from './app.ts';
import type { Held } from './held.ts';

type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: CallbackResponse) => void,
) => void;
type Handler = (request: Request) => Response | Promise<Response>;

/** What is known of a request before it goes out. */
export interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: OnBeforeRequestListenerDetails['resourceType'];
}

class StandInWebRequest {
  #beforeRequest: BeforeRequest | undefined;
  #requests = 0;

  /** As in Electron, the last listener is the only one. */
  onBeforeRequest(listener: BeforeRequest | null): void {
    this.#beforeRequest = listener ?? undefined;
  }

  /** Not Electron's: asks the listener. Without one every request may go. */
  async isCancelled(details: RequestDetails): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (listener === undefined) return false;
    const { promise, resolve } = Promise.withResolvers<CallbackResponse>();
    this.#requests += 1;
    listener(
      { ...details, id: this.#requests, referrer: '', timestamp: Date.now(), uploadData: [] },
      resolve,
    );
    return (await promise).cancel === true;
  }
}

class StandInProtocol {
  readonly #handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges ?? {});
  }

  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('protocol.handle cannot be called before app is ready');
    if (this.#handlers.has(scheme)) throw new Error(`${scheme} is already registered`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** Not Electron's: who answers a scheme that pages can be of; only a standard one can. */
  handlerOf(scheme: string): Handler | undefined {
    return privileged.get(scheme)?.standard === true ? this.#handlers.get(scheme) : undefined;
  }
}

const privileged = new Map<string, NonNullable<CustomScheme['privileges']>>();

class StandInSession extends EventEmitter {
  readonly webRequest = new StandInWebRequest();
  readonly protocol = new StandInProtocol();
  spellCheckerEnabled = true;
  /** Not Electron's: what the app asked of this session, by the name of the call. */
  readonly asked = new Map<string, unknown>();

  setPermissionRequestHandler(handler: unknown): void {
    this.asked.set('permissionRequest', handler);
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.asked.set('permissionCheck', handler);
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.asked.set('devicePermission', handler);
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    this.asked.set('displayMedia', handler);
  }

  setBluetoothPairingHandler(handler: unknown): void {
    this.asked.set('bluetoothPairing', handler);
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.spellCheckerEnabled = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }

  setSpellCheckerLanguages(languages: string[]): void {
    this.asked.set('spellCheckerLanguages', languages);
  }

  getSpellCheckerLanguages(): string[] {
    const languages = this.asked.get('spellCheckerLanguages');
    return Array.isArray(languages) ? languages.map(String) : ['en-US'];
  }

  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.asked.set('spellCheckerDictionaryDownloadURL', new URL(url).href);
  }
}

export type { StandInSession };

let defaultSession: StandInSession | undefined;
const partitions = new Map<string, StandInSession>();

function create(): StandInSession {
  const created = new StandInSession();
  app.emit('session-created', created);
  return created;
}

function requireReady(): void {
  if (!app.isReady()) throw new Error('Session can only be received when app is ready');
}

function getDefaultSession(): StandInSession {
  requireReady();
  defaultSession ??= create();
  return defaultSession;
}

/** The sessions; each is made when it is first asked for. */
export const session = {
  get defaultSession() {
    return getDefaultSession();
  },
  fromPartition: (partition: string) => {
    requireReady();
    const found = partitions.get(partition) ?? create();
    partitions.set(partition, found);
    return found;
  },
};

app.once('ready', getDefaultSession);

/** The protocol of the default session; before the app is ready it can only be told of schemes. */
export const protocol = {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
    new StandInProtocol().registerSchemesAsPrivileged(schemes);
  },
  handle: (scheme: string, handler: Handler) => {
    getDefaultSession().protocol.handle(scheme, handler);
  },
  unhandle: (scheme: string) => {
    getDefaultSession().protocol.unhandle(scheme);
  },
  isProtocolHandled: (scheme: string) => getDefaultSession().protocol.isProtocolHandled(scheme),
} satisfies Partial<Protocol>;

export type SessionHeld = Held<StandInSession, Session, 'asked' | 'protocol' | 'webRequest'>;
export type WebRequestHeld = Held<StandInWebRequest, WebRequest, 'isCancelled' | 'onBeforeRequest'>;
export type ProtocolHeld = Held<StandInProtocol, Protocol, 'handlerOf'>;
