import type { App } from 'electron';

/**
 * [Note: What silences Chromium]
 *
 * A CSP alone does not: preconnects, the socket of a blocked frame, and WebRTC pass it. With no name
 * or address that resolves, and WebRTC confined to a proxy that is not there, no packet leaves.
 * `force-webrtc-ip-handling-policy` has no such effect. `proxy-server` is a second wall: a port
 * where nothing listens. WebRTC hides addresses behind names of the local network; to do so it joins a
 * group of that network, which the system tells it (IGMP), so that is off too.
 */
export const SWITCHES = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
  ['disable-geolocation'],
  ['disable-sync'],
  ['no-pings'],
] as const;

/** Hands Chromium the switches that keep it off the network. To be called before the app is ready. */
export function appendSwitches(commandLine: Pick<App['commandLine'], 'appendSwitch'>): void {
  for (const [name, value] of SWITCHES) commandLine.appendSwitch(name, value);
}
