/** A colour as linear red, green and blue, 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** How a colour is seen: by most people, or by people without the long- or medium-wave cones. */
export const VISIONS = ['common', 'protanopia', 'deuteranopia'] as const;
export type Vision = (typeof VISIONS)[number];

type Matrix = readonly [LinearRgb, LinearRgb, LinearRgb];

/** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB. */
const SIMULATIONS: Readonly<Record<Vision, Matrix>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Reads `#rrggbb`. */
function linearRgb(hex: string): LinearRgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function dot(row: LinearRgb, [red, green, blue]: LinearRgb): number {
  return row[0] * red + row[1] * green + row[2] * blue;
}

function simulate(colour: LinearRgb, vision: Vision): LinearRgb {
  const [red, green, blue] = SIMULATIONS[vision];
  const inGamut = (value: number) => Math.min(1, Math.max(0, value));
  return [inGamut(dot(red, colour)), inGamut(dot(green, colour)), inGamut(dot(blue, colour))];
}

/** Contrast of two colours after WCAG 2.2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linearRgb(hex));
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Oklab, in which equal distances look about equally large (Ottosson, 2020). */
function oklab(colour: LinearRgb): LinearRgb {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], colour));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], colour));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], colour));
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far apart two colours look to someone, 0 to 100: black and white are 100 apart. */
export function distance(a: string, b: string, vision: Vision): number {
  const from = oklab(simulate(linearRgb(a), vision));
  const to = oklab(simulate(linearRgb(b), vision));
  return 100 * Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}
