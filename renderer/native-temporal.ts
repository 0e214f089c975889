/**
 * @file Stands in, in the window, for the package that brings time zones by the Temporal standard: Chromium has them
 * itself since 144, and the package is a twentieth of all script.
 */
import type { Temporal as Package } from 'temporal-polyfill';

declare global {
  var Temporal: typeof Package;
}

export const Temporal = globalThis.Temporal;
