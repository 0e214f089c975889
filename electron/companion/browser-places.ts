import { join } from 'node:path';
import type { BrowserId } from '../../companion/contract.ts';

/** What it takes to know where browsers look. */
export interface PlacesEnvironment {
  readonly platform: NodeJS.Platform;
  readonly homeDir: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Where a browser, or a channel of it, keeps its own, and looks for hosts. */
export interface BrowserPlace {
  readonly browser: BrowserId;
  /** Where its profiles are: it was used here where one of them is there. */
  readonly profiles: readonly string[];
  /** Where it looks for the hosts that its extensions may start. */
  readonly hosts: string;
}

/** Chromium's kin by the folder of each channel, below the folder of settings. Their documents name these. */
const LINUX = {
  chromium: ['chromium'],
  chrome: ['google-chrome', 'google-chrome-beta', 'google-chrome-unstable'],
  edge: ['microsoft-edge', 'microsoft-edge-beta', 'microsoft-edge-dev'],
  brave: ['Brave-Browser', 'Brave-Browser-Beta', 'Brave-Browser-Nightly'].map((name) =>
    join('BraveSoftware', name),
  ),
  vivaldi: ['vivaldi', 'vivaldi-snapshot'],
  opera: ['opera', 'opera-beta', 'opera-developer'],
} satisfies Partial<Record<BrowserId, readonly string[]>>;

/** Browsers in a box of flatpak or snap, which start nothing outside it, by the folder that the box leaves. */
const BOXES = {
  firefox: ['.var/app/org.mozilla.firefox', 'snap/firefox'],
  chromium: ['.var/app/org.chromium.Chromium', 'snap/chromium'],
  chrome: ['.var/app/com.google.Chrome'],
  edge: ['.var/app/com.microsoft.Edge'],
  brave: ['.var/app/com.brave.Browser', 'snap/brave'],
  vivaldi: ['.var/app/com.vivaldi.Vivaldi'],
  opera: ['.var/app/com.opera.Opera', 'snap/opera'],
} satisfies Record<BrowserId, readonly string[]>;

const KIN = Object.keys(LINUX) as (keyof typeof LINUX)[];

/** Firefox looks in one folder, wherever its profiles are: newer ones keep them among the settings. */
function firefoxPlace(environment: PlacesEnvironment): BrowserPlace {
  const { homeDir } = environment;
  return {
    browser: 'firefox',
    profiles: [join(homeDir, '.mozilla/firefox'), join(settingsFolder(environment), 'mozilla')],
    hosts: join(homeDir, '.mozilla/native-messaging-hosts'),
  };
}

function settingsFolder({ homeDir, env }: PlacesEnvironment): string {
  const given = env['XDG_CONFIG_HOME'];
  return given?.startsWith('/') ? given : join(homeDir, '.config');
}

/** Where each browser that can be connected looks; none where the host was not made to run, or the app itself is in a box. */
export function browserPlaces(environment: PlacesEnvironment): readonly BrowserPlace[] {
  const { platform, env } = environment;
  if (platform !== 'linux' || env['FLATPAK_ID'] || env['SNAP']) return [];
  const base = settingsFolder(environment);
  return [
    firefoxPlace(environment),
    ...KIN.flatMap((browser) =>
      LINUX[browser].map((name) => {
        const folder = join(base, name);
        return { browser, profiles: [folder], hosts: join(folder, 'NativeMessagingHosts') };
      }),
    ),
  ];
}

/** The folders that tell of a browser in a box. Linux. */
export function boxFolders({
  homeDir,
}: PlacesEnvironment): readonly (readonly [BrowserId, string])[] {
  return (Object.keys(BOXES) as BrowserId[]).flatMap((browser) =>
    BOXES[browser].map((folder) => [browser, join(homeDir, folder)] as const),
  );
}
