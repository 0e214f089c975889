import type { AboutPanelOptionsOptions } from 'electron';
import { fill, type Texts } from '../texts/texts.ts';

/** What the app is made of, as the process tells it. */
export type Versions = Readonly<Partial<Record<'electron' | 'chrome' | 'node' | 'sqlite', string>>>;

/** The about box: versions, licences, and where new versions are, which it never looks for itself. */
export function aboutPanel(
  version: string,
  versions: Versions,
  texts: Texts,
): AboutPanelOptionsOptions {
  const parts = [
    ['Electron', versions.electron],
    ['Chromium', versions.chrome],
    ['Node', versions.node],
    ['SQLite', versions.sqlite],
  ];
  const inside = parts.flatMap(([name, of]) => (of ? [`${name ?? ''} ${of}`] : [])).join(', ');
  return {
    applicationName: 'Sweetspot',
    applicationVersion: version,
    // The one text that the boxes of all systems show.
    copyright: [fill(texts.aboutInside, { inside }), texts.aboutLicence, texts.aboutUpdates].join(
      '\n\n',
    ),
  };
}
