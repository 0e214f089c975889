import type { AccessibilityState } from '../../shared/ipc/sight.ts';
import type { Settings, SettingsPatch } from '../../shared/settings/settings.ts';
import { type News, type Part, stopAll } from '../news.ts';
import { type DesktopSwitch, createDesktopSwitch } from './sources/accessibility/desktop-switch.ts';
import { type Accessibility, createAccessibility } from './sources/accessibility.ts';

/** What it takes to keep what the user said of the accessibility interface. */
export interface AccessibilityConsentNeeds {
  readonly news: Pick<News, 'on' | 'tell'>;
  readonly settings: { get(): Settings; set(patch: SettingsPatch): unknown };
  readonly desktop?: DesktopSwitch;
  readonly create?: typeof createAccessibility;
}

/** What the user said of it, and what asks by it meanwhile. */
export interface AccessibilityConsent extends Part {
  state(): AccessibilityState;
  /** Keeps what the user says of it, and acts on it; resolves once that is done. */
  allow(may: boolean): Promise<void>;
  /** What asks; undefined where the user has not agreed. */
  now(): Pick<Accessibility, 'isAsked' | 'ask'> | undefined;
}

/**
 * Follows the setting. While it is on, the desktop's switch is on too, as browsers look at it when they start; once it is off, the switch is
 * as it was before, unless a screen reader needs it by then.
 */
export function keepAccessibility(needs: AccessibilityConsentNeeds): AccessibilityConsent {
  const { news, settings, create = createAccessibility } = needs;
  const desktop = needs.desktop ?? createDesktopSwitch();
  let asked: Accessibility | undefined;
  let is: Settings['accessibilityBus'] = 'off';
  let settled: Promise<void> = Promise.resolve();
  let stopped = false;

  const tell = () => {
    news.tell('sight-changed', null);
  };

  async function begin(): Promise<void> {
    const wasOn = await desktop.isOn().catch(() => true);
    if (!wasOn) {
      await desktop.turn(true).catch(() => undefined);
      if (settings.get().accessibilityBus === 'on')
        settings.set({ accessibilityBus: 'switched-on' });
    }
    await asked?.open();
  }

  /** @param before what the setting was. */
  async function undo(before: Settings['accessibilityBus']): Promise<void> {
    if (before !== 'switched-on') return;
    const isNeeded = await desktop.hasReader().catch(() => true);
    if (!isNeeded) await desktop.turn(false).catch(() => undefined);
  }

  function follow({ accessibilityBus: next }: Settings): void {
    const before = is;
    is = next;
    if (stopped || (next === 'off') === (before === 'off')) return;
    if (next === 'off') {
      asked?.stop();
      asked = undefined;
    } else {
      const browsers = () => settings.get().browsers;
      asked = create({ findBus: desktop.findBus, browsers, onState: tell });
    }
    settled = settled.then(() => (next === 'off' ? undo(before) : begin())).then(tell);
  }

  follow(settings.get());
  const unlisten = stopAll([
    news.on('settings-changed', follow),
    news.on('all-erased', () => {
      if (settings.get().accessibilityBus !== 'off') settings.set({ accessibilityBus: 'off' });
    }),
  ]);
  return {
    state: () => asked?.state() ?? 'off',
    async allow(may) {
      if (may !== (is === 'off')) return;
      const wasOn = may && (await desktop.isOn().catch(() => true));
      settings.set({ accessibilityBus: may ? (wasOn ? 'on' : 'switched-on') : 'off' });
      await settled;
    },
    now: () => asked,
    stop() {
      stopped = true;
      unlisten();
      asked?.stop();
    },
  };
}
