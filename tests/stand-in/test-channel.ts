import { devToolsEndpoint } from './chromium/host.ts';
import * as electron from './electron.ts';

/**
 * Lets the process that started this one run functions in it and find its pages. Only there if that
 * process asked for it, by an IPC channel and SWEETSPOT_TEST_DEVTOOLS=1.
 */
export function answerTests(): void {
  if (process.env['SWEETSPOT_TEST_DEVTOOLS'] !== '1' || process.send === undefined) return;
  process.on('message', (message: unknown) => {
    const { id, source, arg } = Object(message) as Record<string, unknown>;
    void run(String(source), arg)
      .then(
        (value) => ({ id, value }),
        (error: unknown) => ({ id, error: error instanceof Error ? error.message : String(error) }),
      )
      .then((reply) => process.send?.(reply));
  });
  // The channel alone shall not keep the app alive, nor the app outlive the test.
  process.channel?.unref();
  process.on('disconnect', () => {
    process.exit(1);
  });
}

async function run(source: string, arg: unknown): Promise<unknown> {
  if (source === 'endpoint') return await devToolsEndpoint();
  // The function of the test comes as its text, as it does with Playwright and Electron.
  const make = Reflect.construct(Function, [`return (${source})`]) as () => unknown;
  const run = make();
  if (typeof run !== 'function') throw new TypeError('Not a function');
  const value: unknown = await Reflect.apply(run, undefined, [electron, arg]);
  return value;
}
