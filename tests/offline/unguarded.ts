/**
 * The main process of the product with its guards taken off, for the positive control alone: no switch
 * for Chromium, no guard on a session or a page, no policy on its files. Written beside the built main
 * process, which it then runs.
 */
export const UNGUARDED_MAIN = `
import { app, protocol, session } from 'electron';

const GUARDED = ['session-created', 'web-contents-created'];
const on = app.on.bind(app);
app.on = (event, listener) => (GUARDED.includes(event) ? app : on(event, listener));
app.commandLine.appendSwitch = () => undefined;
app.configureHostResolver = () => undefined;

const handle = protocol.handle.bind(protocol);
protocol.handle = (scheme, handler) =>
  handle(scheme, async (request) => {
    const response = await handler(request);
    const headers = new Headers(response.headers);
    headers.delete('Content-Security-Policy');
    return new Response(response.body, { status: response.status, headers });
  });

void app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest = () => undefined;
});

await import('./main.js');
`;
