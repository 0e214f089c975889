import { describe, expect, test } from 'vitest';
import {
  askForScreenRecording,
  openActiveWin,
} from '../../../../electron/tracking/sources/active-win.ts';
import { DEPTHS } from '../../../../electron/tracking/sources/window-reading.ts';

type Load = NonNullable<Parameters<typeof openActiveWin>[0]>;
type ActiveWin = Awaited<ReturnType<Load>>;

/** What it does where it is told nothing. */
const USED_UNLESS_TOLD = { accessibilityPermission: true, screenRecordingPermission: true };

/** The helper of macOS: it asks the user at once for what it is told to use and has not got. */
function mac(given: { readonly screen: boolean }) {
  const asked: string[] = [];
  const activeWindow = ((options: Parameters<ActiveWin['activeWindow']>[0] = USED_UNLESS_TOLD) => {
    if (options.accessibilityPermission) asked.push('accessibility');
    const usesScreen = options.screenRecordingPermission;
    if (usesScreen && !given.screen) {
      asked.push('screen');
      return Promise.reject(new Error('Command failed'));
    }
    return Promise.resolve({
      platform: 'macos',
      title: usesScreen ? 'Feed | LinkedIn' : '',
      id: 7,
      bounds: { x: 0, y: 0, width: 1, height: 1 },
      owner: { name: 'Firefox', processId: 1, bundleId: 'org.mozilla.firefox', path: '' },
      memoryUsage: 0,
    });
  }) as ActiveWin['activeWindow'];
  return { asked, load: () => Promise.resolve({ activeWindow }) };
}

const missing = () => Promise.reject(new Error('Cannot find package'));

describe('active-win on macOS', () => {
  test('reads titles once that is permitted, and asks nobody', async () => {
    const { asked, load } = mac({ screen: true });
    const read = await openActiveWin(load);
    for (const depth of DEPTHS) {
      expect(await read(depth)).toMatchObject({
        kind: 'window',
        sample: { app: 'Firefox', title: depth === 'program' ? '' : 'Feed | LinkedIn' },
      });
    }
    expect(asked).toEqual([]);
  });

  test('is tried without a question where nothing is permitted', async () => {
    const { asked, load } = mac({ screen: false });
    const read = await openActiveWin(load);
    expect(await read('program')).toMatchObject({ kind: 'window', sample: { title: '' } });
    expect(asked).toEqual([]);
  });

  test('lets macOS ask after a click, and is of no matter where it is not installed', async () => {
    const { asked, load } = mac({ screen: false });
    await askForScreenRecording(load);
    expect(asked).toEqual(['screen']);
    await askForScreenRecording(missing);
    await expect(openActiveWin(missing)).rejects.toThrow('Cannot find package');
  });
});
