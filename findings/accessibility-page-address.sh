#!/bin/sh
# Over the accessibility bus (AT-SPI 2) Firefox tells the address of a page as the attribute DocURL of its document, and Chromium as
# URI: asked for the other's, each answers with an empty text and no error.
#
# Why it matters here: whoever asks Chromium for DocURL, as screen readers ask Firefox, concludes that it tells no address.
#
# Needs apt (Debian 12 or what has its packages), the libraries that both browsers link, Xvfb, at-spi2-core, dbus-run-session,
# busctl and Node. Installs nothing outside its folder.
set -eu
FIREFOX=153.8.0esr-1~deb12u1
CHROMIUM=156.0.8078.114-1~deb12u1
folder=$(mktemp -d)
trap 'sleep 1; rm -rf "$folder"' EXIT

cd "$folder"
chmod 755 .
apt-get download -qq "firefox-esr=$FIREFOX" "chromium=$CHROMIUM" "chromium-common=$CHROMIUM" || { echo "These versions are not to be had any more."; exit 2; }
for package in *.deb; do dpkg -x "$package" package; done
export HOME="$folder/home" XDG_RUNTIME_DIR="$folder/run"
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
echo '<!doctype html><title>A page</title><p>A page</p>' > page.html

cat > ask.mjs <<'END'
import { execFileSync } from 'node:child_process';
const run = (...args) => JSON.parse(execFileSync('busctl', ['--json=short', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).data;
const [address] = run('--user', 'call', 'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress');
const ask = ([name, path], on, method, ...args) => run(`--address=${address}`, 'call', name, path, on, method, ...args)[0];
const ACCESSIBLE = 'org.a11y.atspi.Accessible', DOCUMENT = 'org.a11y.atspi.Document', EMBEDS = 13;
const told = {};
for (let tries = 0; tries < 90 && Object.keys(told).length < 2; tries += 1) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  try {
    for (const program of ask(['org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root'], ACCESSIBLE, 'GetChildren')) {
      const { data: name } = ask(program, 'org.freedesktop.DBus.Properties', 'Get', 'ss', ACCESSIBLE, 'Name');
      for (const window of ask(program, ACCESSIBLE, 'GetChildren')) {
        const [, pages = []] = ask(window, ACCESSIBLE, 'GetRelationSet').find(([kind]) => kind === EMBEDS) ?? [];
        for (const page of pages) {
          const [DocURL, URI] = ['DocURL', 'URI'].map((key) => ask(page, DOCUMENT, 'GetAttributeValue', 's', key));
          if (`${DocURL}${URI}`.includes('page.html')) told[name] = { DocURL, URI };
        }
      }
    }
  } catch {
    // They are still starting.
  }
}
for (const [name, { DocURL, URI }] of Object.entries(told)) console.log(`${name}: DocURL "${DocURL}", URI "${URI}"`);
const { Firefox, Chromium } = told;
const isSo = Firefox?.DocURL && Firefox.URI === '' && Chromium?.URI && Chromium.DocURL === '';
console.log(isSo ? 'Expected: the same name in both. Seen: each has its own.' : 'No longer so, or not to be seen here.');
process.exit(isSo ? 0 : 1);
END

cat > desktop.sh <<'END'
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled '<true>' > /dev/null
package/usr/lib/firefox-esr/firefox-esr --no-remote --profile "$HOME" "file://$PWD/page.html" > /dev/null 2>&1 & firefox=$!
package/usr/lib/chromium/chromium --no-sandbox --no-first-run --user-data-dir="$HOME/chromium" "file://$PWD/page.html" > /dev/null 2>&1 & chromium=$!
status=0
node ask.mjs || status=$?
kill $firefox $chromium
exit $status
END

package/usr/lib/firefox-esr/firefox-esr --version
package/usr/lib/chromium/chromium --version --no-sandbox
env -u DISPLAY -u WAYLAND_DISPLAY xvfb-run -a dbus-run-session -- sh desktop.sh
