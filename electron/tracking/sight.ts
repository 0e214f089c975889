import type { SessionType } from '../../shared/domain/session.ts';
import type { Moment } from '../../shared/domain/tracking.ts';
import type {
  AccessibilityState,
  ExtensionState,
  KwinState,
  Permissions,
  SightAction,
  SightView,
} from '../../shared/ipc/sight.ts';
import { Failure } from '../ipc/failure.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { ExtensionAction, ShellExtension } from './sources/gnome-extension.ts';
import { createIdleSense } from './idle-sense.ts';
import type { PermissionDesk } from './permissions.ts';

/** What the user said of the script for KWin. */
export interface KwinConsent {
  state(): KwinState;
  /** Keeps what the user says of it, and acts on it. */
  allow(may: boolean): Promise<void>;
}

/** What the user said of the accessibility interface. */
export interface AccessibilityDesk {
  state(): AccessibilityState;
  /** Keeps what the user says of it, and acts on it. */
  allow(may: boolean): Promise<void>;
}

/** What it takes to know what can be seen. */
export interface SightNeeds {
  readonly session: SessionType;
  /** Null where the extension of GNOME Shell is of no use. */
  readonly extension: ShellExtension | null;
  /** Null where there is no KWin to ask. */
  readonly kwin: KwinConsent | null;
  /** Null where there is no such interface. */
  readonly accessibility: AccessibilityDesk | null;
  /** What the desktop is called; null where nothing says. */
  readonly desktop: string | null;
  /** Null where the system asks for no permission. */
  readonly permissions: PermissionDesk | null;
  /** Told when something else can be seen. */
  readonly onChanged: () => void;
}

/** What this system lets the app see, and what the user can do about it. */
export interface Sight {
  /** What macOS gives now; null where the system asks for nothing. Asks nobody. */
  permissions(): Permissions | null;
  /** Takes a look at each tick. */
  see(moment: Moment, locked: boolean): void;
  readonly handlers: Pick<Handlers, 'sight:get' | 'sight:act'>;
}

const EXTENSION_ACTIONS = {
  'install-extension': 'install',
  'enable-extension': 'enable',
  'remove-extension': 'remove',
} as const satisfies Partial<Record<SightAction, ExtensionAction>>;

export function createSight(needs: SightNeeds): Sight {
  const { session, permissions } = needs;
  let known = permissions?.now() ?? null;
  const idle = createIdleSense(needs.onChanged);

  /** The permissions as they are; tells when they are others. */
  function look(): Permissions | null {
    const now = permissions?.now() ?? null;
    const changed = now?.screen !== known?.screen || now?.addresses !== known?.addresses;
    known = now;
    if (changed) needs.onChanged();
    return now;
  }

  async function act(action: ExtensionAction): Promise<ExtensionState | null> {
    try {
      return (await needs.extension?.act(action)) ?? null;
    } catch {
      if (action === 'look') return null;
      throw new Failure('internal', 'GNOME Shell did not take it.');
    }
  }

  const view = (extension: ExtensionState | null): SightView => ({
    session,
    idle: idle.detection,
    extension,
    kwin: needs.kwin?.state() ?? null,
    accessibility: needs.accessibility?.state() ?? null,
    desktop: needs.desktop,
    permissions: look(),
  });

  return {
    permissions: look,
    see(moment, locked) {
      look();
      // Windows and macOS always tell.
      if (session === 'x11' || session === 'wayland') idle.see(moment, locked);
    },
    handlers: {
      'sight:get': async () => view(await act('look')),
      'sight:act': async (action) => {
        if (action === 'ask-screen' || action === 'ask-addresses') {
          if (!permissions) throw new Failure('not-found', 'This system asks for no permission.');
          await permissions.ask(action === 'ask-screen' ? 'screen' : 'addresses');
          return view(await act('look'));
        }
        if (action === 'allow-kwin' || action === 'forbid-kwin') {
          if (!needs.kwin) throw new Failure('not-found', 'There is no KWin here.');
          await needs.kwin.allow(action === 'allow-kwin');
          return view(await act('look'));
        }
        if (action === 'allow-accessibility' || action === 'forbid-accessibility') {
          if (!needs.accessibility) throw new Failure('not-found', 'There is no such interface.');
          await needs.accessibility.allow(action === 'allow-accessibility');
          return view(await act('look'));
        }
        if (!needs.extension) throw new Failure('not-found', 'There is no such shell here.');
        const state = await act(EXTENSION_ACTIONS[action]);
        needs.onChanged();
        return view(state);
      },
    },
  };
}
