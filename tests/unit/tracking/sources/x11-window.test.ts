import { describe, expect, test } from 'vitest';
import { readX11Window } from '../../../../electron/tracking/sources/x11-window.ts';

/** Reads the window where xprop says this of it. */
async function reading(said: string, active = 'window id # 0x1c00003') {
  return await readX11Window((_program, args) =>
    Promise.resolve(
      args[0] === '-root' ? `_NET_ACTIVE_WINDOW(WINDOW): ${active}${active && ', 0x0'}\n` : said,
    ),
  );
}

describe('the window of a program in a sandbox', () => {
  test.for([
    [
      'in a locale of UTF-8',
      'WM_CLASS(STRING) = "google-chrome", "Google-chrome"\n_NET_WM_NAME(UTF8_STRING) = "(3) Réseau \\"a\\" \\\\ b | LinkedIn – 日本"\nWM_NAME(STRING) = "R?seau"\n',
    ],
    [
      'in one without',
      'WM_CLASS(STRING) = "google-chrome", "Google-chrome"\n_NET_WM_NAME(UTF8_STRING) = "(3) R\\303\\251seau \\"a\\" \\\\ b | LinkedIn \\342\\200\\223 \\346\\227\\245\\346\\234\\254"\nWM_NAME(STRING) = "R?seau"\n',
    ],
  ])('is named as it names itself (%s)', async ([, said = '']) => {
    expect(await reading(said)).toEqual({
      kind: 'window',
      key: String(0x1c00003),
      sample: { app: 'Google-chrome', title: '(3) Réseau "a" \\ b | LinkedIn – 日本' },
    });
  });

  test('may have an old name, or one part alone', async () => {
    const said =
      'WM_CLASS:  not found.\n_NET_WM_NAME:  not found.\nWM_NAME(STRING) = "Feed | LinkedIn"\n';
    expect(await reading(said)).toMatchObject({ sample: { app: '', title: 'Feed | LinkedIn' } });
    const class_ = 'WM_CLASS(STRING) = "xev"\n_NET_WM_NAME:  not found.\nWM_NAME:  not found.\n';
    expect(await reading(class_)).toMatchObject({ sample: { app: 'xev', title: '' } });
  });

  test('is not told where it tells nothing, and is none where none is active', async () => {
    const nothing = 'WM_CLASS:  not found.\n_NET_WM_NAME:  not found.\nWM_NAME:  not found.\n';
    expect(await reading(nothing)).toBe(null);
    expect(await reading('', 'window id # 0x0')).toEqual({ kind: 'no-window' });
    expect(await reading('', '')).toEqual({ kind: 'no-window' });
  });

  test('of which xprop cannot tell is not read', async () => {
    expect(await readX11Window(() => Promise.reject(new Error('no xprop')))).toBe(null);
  });
});
