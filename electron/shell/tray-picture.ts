import type { TrayIcon } from './tray-model.ts';

/** What a tray picture shows. */
export interface TrayPicture {
  readonly icon: TrayIcon;
  /** Share of the block's upper end that is used; more than 1 shows as a whole ring. */
  readonly used: number;
  /** Ink: white on a dark bar, black on a light one. */
  readonly ink: 'black' | 'white';
  /** Edge of the square in physical pixels. */
  readonly size: number;
}

/** Points tried along each edge of a pixel, for smooth edges. */
const SUBPIXELS = 4;

/** Opacity of the part of the ring that is not used yet. */
const FAINT = 0.35;

/** Opacity of a point of the icon, its coordinates from -1 to 1 with y downwards. */
function opacityAt(x: number, y: number, icon: TrayIcon, used: number): number {
  const radius = Math.hypot(x, y);
  const onRing = radius >= 0.66 && radius <= 0.92;
  // Clockwise from the top, 0 to 1.
  const turn = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
  if (icon === 'not-measured') {
    const dash = Math.abs(x) <= 0.36 && Math.abs(y) <= 0.11;
    return dash ? 1 : onRing && Math.floor(turn * 12) % 2 === 0 ? 1 : 0;
  }
  const inMiddle =
    icon === 'paused' ? Math.abs(Math.abs(x) - 0.22) <= 0.11 && Math.abs(y) <= 0.36 : radius <= 0.3;
  if (inMiddle) return 1;
  return onRing ? (turn < used ? 1 : FAINT) : 0;
}

/**
 * Draws the tray icon: a dot in a ring that fills with the block, bars in such a ring for a pause, a dash
 * in a broken ring where nothing is measured. Told apart by shape alone.
 *
 * @returns `size` times `size` pixels of 4 bytes, premultiplied; red and blue are equal, so that the order
 * of the colours does not matter.
 */
export function drawTrayIcon({ icon, used, ink, size }: TrayPicture): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let point = 0; point < SUBPIXELS * SUBPIXELS; point += 1) {
        const across = column + ((point % SUBPIXELS) + 0.5) / SUBPIXELS;
        const down = row + (Math.floor(point / SUBPIXELS) + 0.5) / SUBPIXELS;
        sum += opacityAt((across / size) * 2 - 1, (down / size) * 2 - 1, icon, used);
      }
      const alpha = Math.round((sum / SUBPIXELS ** 2) * 255);
      const at = (row * size + column) * 4;
      pixels.fill(ink === 'white' ? alpha : 0, at, at + 3);
      pixels[at + 3] = alpha;
    }
  }
  return pixels;
}
