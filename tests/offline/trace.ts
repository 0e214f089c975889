/** Something that a process of the app did towards the network. */
export interface Attempt {
  /** `looked up` is a packet to a resolver, wherever that is. */
  readonly what: 'sent' | 'connected' | 'looked up' | 'asked the resolver of the system';
  /** Address and port, or the path of a socket of the system. */
  readonly to: string;
}

/** What a trace holds. */
export interface Traced {
  /** What tried to leave, each once, in the order of the trace. */
  readonly attempts: readonly Attempt[];
  /** TCP ports of this computer itself that were connected to. */
  readonly loopbackPorts: readonly number[];
  /** UDP sockets that were given an address outside and sent nothing to it: no packet, so no attempt. */
  readonly silentUdp: readonly string[];
  /** Addresses that TCP sockets listen on. */
  readonly listens: readonly string[];
  /** Paths of the sockets of this computer that were connected to, and are none that the app speaks to. */
  readonly otherSockets: readonly string[];
  /** Lines that were calls to the network. */
  readonly calls: number;
}

const CALL = /^\d+\s+(?:\d[\d.:]*\s+)?(connect|sendto|sendmsg|sendmmsg|listen)\((.*)$/;
const SOCKET = /^\d+<([A-Z]+[A-Za-z0-9_-]*)(?::\[(.*?)\](?:>|,))?/;
const DNS_PORTS = [53, 5353, 5355];
const RESOLVER_SOCKETS = /nscd|systemd\/resolve|avahi|\/resolv/;
/**
 * glibc asks it for the user's own entry too, as for `os.userInfo()`. Where it is not there nobody was asked, and a name would be
 * looked up over the network, which is counted.
 */
const NO_NAME_SERVICE = /sun_path="\/var\/run\/nscd\/socket"\}, \d+\) = -1 ENOENT/;

/**
 * The local sockets that are spoken to, by their paths: the X11 display's, the compositor's, the buses' of the system and of the
 * session, the accessibility bus's, and the one by which Chromium finds a second start of itself, or in its place the stand-in.
 */
const OWN_SOCKETS = [
  /^\/tmp\/\.X11-unix\/X\d+$/,
  /\/wayland-\d+$/,
  /^\/(?:var\/)?run\/dbus\/system_bus_socket$/,
  /^\/run\/user\/\d+\/bus$/,
  /\/dbus-[A-Za-z0-9]+$/,
  /\/at-spi\/bus(?:_\d+)?$/,
  /\/SingletonSocket$/,
  /^sweetspot-[\da-f]{24}$/,
];

/** Address and port that a call names, in brackets where it is IPv6. */
function namedAddress(text: string): { host: string; port: number } | undefined {
  const port = Number(/sin6?_port=htons\((\d+)\)/.exec(text)?.[1]);
  const v4 = /sin_addr=inet_addr\("([^"]+)"\)/.exec(text)?.[1];
  const v6 = /inet_pton\(AF_INET6, "([^"]+)"/.exec(text)?.[1];
  const host = v4 ?? v6;
  return host === undefined || Number.isNaN(port) ? undefined : { host, port };
}

/** Address and port that the socket of a call was connected to before. */
function connectedAddress(descriptor: string): { host: string; port: number } | undefined {
  const [, host, port] = /->\[?([\da-f.:]+?)\]?:(\d+)$/i.exec(descriptor) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

function isLoopback(host: string): boolean {
  return /^(?:::ffff:)?127\./.test(host) || host === '::1';
}

/** Nowhere: a socket that is unbound again, or bound to any address. */
function isNowhere(host: string): boolean {
  return ['0.0.0.0', '::', '::ffff:0.0.0.0'].includes(host);
}

const named = ({ host, port }: { host: string; port: number }) =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/**
 * Reads what `strace -f -yy` wrote of `connect`, the `send` calls and `listen`. Counts what goes, or
 * would go, outside: a TCP connect, any send, any packet to a resolver, also one on this computer. A UDP
 * connect alone sends nothing; Chromium makes one to see which of its own addresses it would use.
 */
export function readTrace(trace: string): Traced {
  const attempts = new Map<string, Attempt>();
  const loopbackPorts = new Set<number>();
  const silentUdp = new Set<string>();
  const listens = new Set<string>();
  const otherSockets = new Set<string>();
  let calls = 0;

  for (const line of trace.split('\n')) {
    const [, call, rest = ''] = CALL.exec(line) ?? [];
    if (call === undefined) continue;
    calls += 1;
    const add = (attempt: Attempt) => attempts.set(`${attempt.what} ${attempt.to}`, attempt);
    const unixPath = /sa_family=AF_UNIX, sun_path=@?"([^"]*)"/.exec(rest)?.[1];
    if (NO_NAME_SERVICE.test(rest)) continue;
    if (unixPath !== undefined && RESOLVER_SOCKETS.test(unixPath)) {
      add({ what: 'asked the resolver of the system', to: unixPath });
    } else if (unixPath !== undefined && !OWN_SOCKETS.some((own) => own.test(unixPath))) {
      otherSockets.add(unixPath);
    }
    const [, kind = '', descriptor = ''] = SOCKET.exec(rest) ?? [];
    if (call === 'listen') {
      if (kind.startsWith('TCP')) listens.add(descriptor);
      continue;
    }
    const address = namedAddress(rest) ?? connectedAddress(descriptor);
    if (address === undefined || isNowhere(address.host)) continue;
    const isUdp = kind.startsWith('UDP');
    if (call === 'connect' && isUdp) {
      if (!isLoopback(address.host)) silentUdp.add(named(address));
      continue;
    }
    if (isUdp && DNS_PORTS.includes(address.port)) {
      add({ what: 'looked up', to: named(address) });
    } else if (isLoopback(address.host)) {
      if (call === 'connect') loopbackPorts.add(address.port);
    } else {
      add({ what: call === 'connect' ? 'connected' : 'sent', to: named(address) });
    }
  }
  const sent = new Set([...attempts.values()].map(({ to }) => to));
  return {
    attempts: [...attempts.values()],
    loopbackPorts: [...loopbackPorts].sort((a, b) => a - b),
    silentUdp: [...silentUdp].filter((to) => !sent.has(to)),
    listens: [...listens],
    otherSockets: [...otherSockets],
    calls,
  };
}
