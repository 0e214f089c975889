import type { Permissions } from '../../shared/ipc/sight.ts';

/** The panes of macOS's settings in which the permissions are given. Nothing else is ever opened. */
export const PANES = {
  screen: 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture',
  addresses: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Accessibility',
} as const;
export type Pane = (typeof PANES)[keyof typeof PANES];

/** What macOS tells and does. */
export interface PermissionNeeds {
  /** The status of Screen Recording; asks nobody. */
  readonly screenStatus: () => string;
  /** Whether Accessibility was given. @param prompt whether macOS asks the user for it. */
  readonly isTrusted: (prompt: boolean) => boolean;
  /** Lets macOS ask for Screen Recording, where it never has, and put the app on its list. */
  readonly askForScreen: () => Promise<void>;
  readonly openPane: (pane: Pane) => void;
}

/** The permissions of macOS. */
export interface PermissionDesk {
  /** What is given at this moment; asks nobody. */
  now(): Permissions;
  /** Asks for one; to be called after a click alone. */
  ask(which: keyof Permissions): Promise<void>;
}

/** Reads and asks for the permissions of macOS. */
export function createPermissions(needs: PermissionNeeds): PermissionDesk {
  return {
    now: () => ({
      screen: needs.screenStatus() === 'granted',
      addresses: needs.isTrusted(false),
    }),
    async ask(which) {
      if (which === 'addresses') {
        if (needs.isTrusted(true)) return;
      } else {
        if (needs.screenStatus() === 'granted') return;
        await needs.askForScreen();
      }
      // Once refused, macOS does not ask again; the switch is in its settings.
      needs.openPane(PANES[which]);
    },
  };
}
