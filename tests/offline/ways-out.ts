/** A way for a page to reach something outside. */
export interface WayOut {
  readonly name: string;
  /** Host names and addresses that it tries, so that an attempt can be told by what it aimed at. */
  readonly targets: readonly string[];
}

const NAMES = [
  'fetch',
  'WebSocket',
  'EventSource',
  'beacon',
  'fetch of a worker',
  'WebTransport',
  'image',
  'style sheet',
  'icon',
  'prefetch',
  'preconnect',
  'frame',
  'form and navigation',
  'WebRTC with STUN and TURN',
  'DNS prefetch',
] as const;

/**
 * What a page that was taken over can try. Each has a name that can be resolved nowhere (RFC 2606)
 * and an address that nobody has (RFC 5737): an address needs no resolver.
 */
export const WAYS_OUT: readonly WayOut[] = NAMES.map((name, index) => {
  const number = String(index + 1).padStart(2, '0');
  return { name, targets: [`way-${number}.example`, `203.0.113.${index + 1}`] };
});

/**
 * Tries every way out; runs in the page and can use nothing from here. Whatever fails, fails
 * quietly.
 *
 * @returns names of the ways that the page could begin.
 */
export async function tryEveryWayOut(ways: readonly WayOut[]): Promise<string[]> {
  const begun: string[] = [];
  const link = (rel: string, href: string) =>
    document.head.append(Object.assign(document.createElement('link'), { rel, href }));
  const inFrame = (name: string) =>
    document.body.append(Object.assign(document.createElement('iframe'), { name }));

  const attempts: Record<string, (host: string) => unknown> = {
    // Not waited for: an address that does not answer takes minutes.
    fetch: (host) => void fetch(`https://${host}/`, { mode: 'no-cors' }).catch(() => undefined),
    WebSocket: (host) => new WebSocket(`wss://${host}/`),
    EventSource: (host) => new EventSource(`https://${host}/`),
    beacon: (host) => navigator.sendBeacon(`https://${host}/`, 'x'),
    'fetch of a worker': (host) => {
      const source = `fetch('https://${host}/', { mode: 'no-cors' }).catch(() => {})`;
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      worker.onerror = (event) => event.preventDefault();
    },
    WebTransport: (host) => {
      const transport = new WebTransport(`https://${host}:4433/`);
      transport.ready.catch(() => undefined);
      transport.closed.catch(() => undefined);
    },
    image: (host) => (new Image().src = `https://${host}/x.png`),
    'style sheet': (host) => link('stylesheet', `https://${host}/x.css`),
    icon: (host) => link('icon', `https://${host}/x.ico`),
    prefetch: (host) => link('prefetch', `https://${host}/x.html`),
    preconnect: (host) => link('preconnect', `https://${host}`),
    frame: (host) =>
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: `https://${host}/` }),
      ),
    'form and navigation': (host) => {
      const target = `frame-${host}`;
      inFrame(target);
      const form = document.createElement('form');
      Object.assign(form, { action: `https://${host}/`, method: 'post', target });
      document.body.append(form);
      form.submit();
    },
    'WebRTC with STUN and TURN': async (host) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${host}:3478` },
          { urls: `turn:${host}:3478?transport=udp`, username: 'u', credential: 'c' },
          { urls: `turn:${host}:3479?transport=tcp`, username: 'u', credential: 'c' },
        ],
      });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
    },
    'DNS prefetch': (host) => link('dns-prefetch', `https://${host}`),
  };

  for (const { name, targets } of ways) {
    for (const target of targets) {
      try {
        await attempts[name]?.(target);
        if (!begun.includes(name)) begun.push(name);
      } catch {
        // The page may not even begin.
      }
    }
  }
  return begun;
}
