/**
 * The version valid on an ISO date: the latest that starts on or before it, of equal starts the
 * last listed. Undefined before the first one.
 */
export function versionOn<T extends { readonly from: string }>(
  versions: readonly T[],
  isoDate: string,
): T | undefined {
  let valid: T | undefined;
  for (const version of versions) {
    if (version.from <= isoDate && (!valid || version.from >= valid.from)) valid = version;
  }
  return valid;
}
