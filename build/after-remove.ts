import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserPlaces } from '../electron/companion/browser-places.ts';
import { extensionFolder } from '../electron/companion/extension-folder.ts';
import { hostFiles } from '../electron/companion/host-files.ts';
import { ROOT } from './bundle.ts';

/** What electron-builder itself does when a package was removed; it takes one file, so ours comes after its own. */
const OWN = join(ROOT, 'node_modules/app-builder-lib/templates/linux/after-remove.tpl');

const quoted = (text: string) => `'${text}'`;

/**
 * Takes from each user's browsers what they had the app put there, as that user, once the package is removed and not
 * renewed: deb says so by a word, rpm by a number. Who has moved the folder of their settings has them elsewhere.
 */
export function companionRemoval(): string {
  const home = { platform: 'linux', homeDir: '', env: {} } as const;
  const files = browserPlaces(home).flatMap((place) => Object.values(hostFiles(place)));
  const below = (path: string) => quoted(path.replace(/^\//, ''));
  return `
case "$1" in
  remove | purge | 0)
    getent passwd | while IFS=: read -r user _ uid _ _ home _; do
      [ -d "$home" ] || continue
      [ "$uid" -ge 1000 ] || [ "$uid" -eq 0 ] || continue
      runuser -u "$user" -- sh -c 'cd "$0" && rm -f -- "$@"' "$home" \\
        ${files.map(below).join(' \\\n        ')} < /dev/null || true
      runuser -u "$user" -- sh -c 'cd "$0" && rm -rf -- "$@"' "$home" \\
        ${below(extensionFolder(home))} < /dev/null || true
    done
    ;;
esac
`;
}

/** The script for deb and rpm, as electron-builder takes it. */
export function afterRemove(): string {
  return `${readFileSync(OWN, 'utf8')}\n${companionRemoval()}`;
}
