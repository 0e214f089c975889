/** Title of what is not released yet, in the form of https://keepachangelog.com. */
const UNRELEASED = '## [Unreleased]';

/** A version as in `1.2.0`, with or without a sign that it comes before: `1.2.0-beta.1`. */
export function isVersion(text: string): boolean {
  return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)?$/.test(text);
}

/**
 * Gives what is not released yet a version and a date.
 *
 * @param isoDate day of the release.
 * @throws Error where there is nothing to release, or the version is there already.
 */
export function releaseChanges(changelog: string, version: string, isoDate: string): string {
  const title = `## [${version}]`;
  if (changelog.includes(title)) throw new Error(`The changelog has ${version} already`);
  if (changesOf(changelog, 'Unreleased') === '') throw new Error('There is nothing to release');
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n${title} - ${isoDate}`);
}

/** What changed in a version, without its title; empty where nothing did or there is no such version. */
export function changesOf(changelog: string, version: string): string {
  const [, after = ''] = changelog.split(`## [${version}]`);
  const [own = ''] = after.split(/^## \[/m, 1);
  // The rest of the title is its date.
  return own.replace(/^.*\n?/, '').trim();
}
