import type { FigureRules } from '../../../shared/domain/frames.ts';
import type { AwayView, FindResult } from '../../../shared/ipc/away.ts';
import type { AppNotice } from '../../../shared/ipc/views.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Handlers } from '../../ipc/register-handlers.ts';
import { readSettingsFile } from '../../settings/settings-file.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { type Away, holdsData } from '../away.ts';
import { type DataFolder, dataFolder } from '../data-folder.ts';
import { meantSpans, type WantedBy } from '../../storage/meant.ts';
import { clearMoved, writeMoved } from '../moved-folder.ts';
import type { OccupiedReader } from '../../storage/occupied.ts';
import type { SpanChanges } from '../../../shared/domain/span-changes.ts';
import { type SpanStore, openSpanStore } from '../../storage/span-store.ts';
import type { Tracker } from '../../tracking/tracker.ts';

/** What finding the data again takes of the running app. */
export interface AwayNeeds {
  readonly away: Away;
  readonly store: Pick<SpanStore, 'between' | 'totals'>;
  /** Where the data should be. */
  readonly folder: DataFolder;
  /** The app's own folder; null where the one of the data was given with `--data`. */
  readonly home: string | null;
  readonly tracker: Pick<Tracker, 'halt' | 'release' | 'recorder'>;
  readonly settings: Pick<SettingsStore, 'get' | 'reload'>;
  readonly rulesOf: (settings: Settings) => FigureRules;
  /** Makes ready what `rulesOf` takes for some settings. */
  readonly loadFor: (settings: Settings) => Promise<void>;
  readonly nowMs: () => number;
  /** Asks for a folder; undefined where the user cancelled. */
  readonly askForFolder: () => Promise<string | undefined>;
  /** Ends the app and starts it again. */
  readonly restart: () => void;
  /** Told when the data are back. */
  readonly onBack: () => void;
  readonly onError: (error: unknown) => void;
}

/** Looks for data that are away, and goes elsewhere where the user says so. */
export interface AwayDesk {
  /** Takes the data up again where they are back. @returns whether they are there. */
  look(): Promise<boolean>;
  /** What the user should know of it now. */
  notices(): AppNotice[];
  /** Where the data should be; null where they are there. */
  view(): AwayView | null;
  readonly handlers: Pick<Handlers, 'data:find'>;
}

/** Time that was measured under the user's own settings: nothing of it is to be left out. */
const ALL_MEASURED: WantedBy = { pause: null, measureOutside: true };

/** What is wanted of changes by some settings, next to the spans that are stored. */
function meant(
  changes: SpanChanges,
  settings: WantedBy,
  rules: FigureRules,
  stored: OccupiedReader,
): SpanChanges {
  const saved = [...changes.saved];
  const removed = [...changes.removed];
  // What was stored before the data went away may go on in what is stored now.
  const own = new Set([...removed, ...saved.map(({ startedAtMs }) => startedAtMs)]);
  const others: OccupiedReader = {
    between: (fromMs, toMs) =>
      stored.between(fromMs, toMs).filter(({ startedAtMs }) => !own.has(startedAtMs)),
    ...(stored.totals && { totals: stored.totals }),
  };
  return { removed, saved: meantSpans(saved, settings, rules, others) };
}

/** The settings of a folder, with what follows from them at hand. */
async function settingsOf(needs: AwayNeeds, of: DataFolder): Promise<Settings> {
  const { settings } = readSettingsFile(of.settings);
  await needs.loadFor(settings);
  return settings;
}

/**
 * Stores what was measured meanwhile where the data are again. What runs ends first, and is stored with the rest; what is
 * seen afterwards is a new span.
 */
async function takeUp(needs: AwayNeeds): Promise<void> {
  const { away, folder, tracker } = needs;
  const wasThere = away.wasThere();
  if (!wasThere) await settingsOf(needs, folder);
  tracker.halt('stopped');
  try {
    away.end((changes) => {
      const settings = needs.settings.get();
      const wanted = wasThere ? ALL_MEASURED : settings;
      return meant(changes, wanted, needs.rulesOf(settings), needs.store);
    });
    // What the user set meanwhile holds, and all else is as it was left.
    if (!wasThere) needs.settings.reload();
    tracker.recorder.flush();
    tracker.recorder.forgetClosed();
  } finally {
    tracker.release('stopped');
  }
}

/** Stores what was measured meanwhile in another folder, which is the one that counts from now on. */
async function switchTo(needs: AwayNeeds, to: DataFolder, point: () => void): Promise<FindResult> {
  const { away, tracker } = needs;
  tracker.halt('stopped');
  try {
    const settings = await settingsOf(needs, to);
    const store = openSpanStore({ folder: to, nowMs: needs.nowMs, onRecovered: () => undefined });
    try {
      if (!store.database) throw new Error('The folder cannot be written');
      const saved = [...tracker.recorder.unsaved.values()].filter((span) => span !== null);
      const wanted = away.wasThere() ? ALL_MEASURED : settings;
      store.apply(meant({ saved, removed: [] }, wanted, needs.rulesOf(settings), store));
      point();
    } finally {
      store.close();
    }
  } catch (error) {
    tracker.release('stopped');
    needs.onError(error);
    return 'refused';
  }
  needs.restart();
  return 'restarting';
}

/** Whether the data can be nowhere else than where they should be. */
function isFixed({ away, home, folder }: AwayNeeds): boolean {
  return home === null || (away.why() !== 'unknown' && dataFolder(home).dir === folder.dir);
}

/** Goes to the data of another folder, or of the app's own, where the user says so. */
async function goElsewhere(
  needs: AwayNeeds,
  how: 'own-folder' | 'locate',
  home: string,
): Promise<FindResult> {
  if (how === 'own-folder') {
    return await switchTo(needs, dataFolder(home), () => {
      clearMoved(home);
    });
  }
  const dir = await needs.askForFolder();
  if (dir === undefined) return 'cancelled';
  const to = dataFolder(dir);
  if (!holdsData(to)) return 'no-data';
  return await switchTo(needs, to, () => {
    if (to.dir === dataFolder(home).dir) clearMoved(home);
    else writeMoved(home, { dir: to.dir });
  });
}

export function createAwayDesk(needs: AwayNeeds): AwayDesk {
  const { away, folder, home } = needs;
  let wasAway = false;

  async function look(): Promise<boolean> {
    if (away.why() === null) return true;
    if (away.why() === 'unknown' || !holdsData(folder)) return false;
    await takeUp(needs);
    wasAway = true;
    needs.onBack();
    return true;
  }

  return {
    look,
    notices: () => (wasAway ? [{ code: 'data-back' }] : []),
    view: () =>
      away.why() && {
        dir: away.why() === 'unknown' ? null : folder.dir,
        wasThere: away.wasThere(),
        isFixed: isFixed(needs),
      },
    handlers: {
      'data:find': async (how): Promise<FindResult> => {
        if (await look()) return 'back';
        if (how === 'look' || home === null || isFixed(needs)) return 'away';
        return await goElsewhere(needs, how, home);
      },
    },
  };
}
