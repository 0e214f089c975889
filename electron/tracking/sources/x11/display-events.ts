/** @file What an event of an X server says that is worth another look. */
import type { Atoms } from './atoms.ts';
import { EVENT } from './requests.ts';

/** What may have changed. */
export interface Change {
  /** The window in front, or what it says of itself. */
  readonly front: boolean;
  /** Which window manager is at work. */
  readonly manager: boolean;
  /** Whether the screen is locked. */
  readonly lock: boolean;
}

const NOTHING: Change = { front: false, manager: false, lock: false };
/** A window of this many pixels is large enough to lock a screen. */
const LARGE = 300_000;

/** Reads an event. @param root where windows come and go. */
export function readChange(event: Buffer, root: number, atoms: Atoms): Change {
  const kind = event.readUInt8(0) & 0x7f;
  switch (kind) {
    case EVENT.property: {
      const atom = event.readUInt32LE(8);
      if (event.readUInt32LE(4) !== root) {
        const said: readonly number[] = [
          atoms._NET_WM_NAME,
          atoms.WM_NAME,
          atoms.WM_CLASS,
          atoms._NET_WM_STATE,
          atoms._NET_WM_PID,
          atoms.WM_TRANSIENT_FOR,
        ];
        return { ...NOTHING, front: said.includes(atom) };
      }
      const manager = atom === atoms._NET_SUPPORTED || atom === atoms._NET_SUPPORTING_WM_CHECK;
      return { ...NOTHING, front: manager || atom === atoms._NET_ACTIVE_WINDOW, manager };
    }
    case EVENT.map:
    case EVENT.unmap:
    case EVENT.destroy:
      return { ...NOTHING, front: true, lock: true };
    case EVENT.configure: {
      const isLarge = event.readUInt16LE(20) * event.readUInt16LE(22) >= LARGE;
      return { ...NOTHING, lock: isLarge && event.readUInt8(26) === 1 };
    }
    case EVENT.focusIn:
    case EVENT.focusOut:
      return { ...NOTHING, front: true };
    default:
      return NOTHING;
  }
}
