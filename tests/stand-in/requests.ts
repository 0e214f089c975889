import type { OnBeforeRequestListenerDetails } from 'electron';
import type { Request as PageRequest, Route } from 'playwright-core';
import type { StandInSession } from './modules/session.ts';

/**
 * Lets out what the app lets out, as Electron does; for the proof that the app's own guards hold, and
 * only in a network that leads nowhere.
 */
export const OPEN_NETWORK = process.env['SWEETSPOT_TEST_NETWORK'] === '1';

/**
 * Answers a request of a page as its session would: what the app cancels is refused, what it serves
 * is served, and all else is refused too, since there is no network here.
 */
export async function answerRequest(
  route: Route,
  url: string,
  session: StandInSession,
): Promise<void> {
  const request = route.request();
  const method = request.method();
  if (await session.webRequest.isCancelled({ url, method, resourceType: resourceType(request) })) {
    await route.abort('blockedbyclient');
    return;
  }
  const handler = session.protocol.handlerOf(new URL(url).protocol.slice(0, -1));
  if (handler === undefined && OPEN_NETWORK) {
    await route.continue();
    return;
  }
  if (handler === undefined) {
    console.error('The app let a request pass that is not for its own files.');
    await route.abort('blockedbyclient');
    return;
  }
  const body = request.postDataBuffer();
  const response = await handler(
    new Request(url, {
      method,
      headers: request.headers(),
      ...(body === null || method === 'GET' || method === 'HEAD'
        ? {}
        : { body: new Uint8Array(body) }),
    }),
  );
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

const TYPES: Readonly<Record<string, OnBeforeRequestListenerDetails['resourceType']>> = {
  cspviolationreport: 'cspReport',
  fetch: 'xhr',
  font: 'font',
  image: 'image',
  media: 'media',
  ping: 'ping',
  script: 'script',
  stylesheet: 'stylesheet',
  websocket: 'webSocket',
  xhr: 'xhr',
};

function resourceType(request: PageRequest): OnBeforeRequestListenerDetails['resourceType'] {
  if (!request.isNavigationRequest()) return TYPES[request.resourceType()] ?? 'other';
  return request.frame().parentFrame() === null ? 'mainFrame' : 'subFrame';
}
