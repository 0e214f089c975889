#!/bin/sh
# Firefox keeps its profiles in ~/.config/mozilla where no ~/.mozilla exists, and looks for the hosts of native messaging
# in ~/.mozilla/native-messaging-hosts all the same.
#
# Why it matters here: whoever writes the manifest beside the profiles, where everything else of such a Firefox is, writes
# it where it is never read, and the extension hears no more than that there is no such host.
#
# Needs apt (Debian 12 or what has its packages), the libraries that Firefox links, and Node. Installs nothing outside its folder.
set -eu
VERSION=153.8.0esr-1~deb12u1
folder=$(mktemp -d)
firefox=
trap '[ -z "$firefox" ] || kill "$firefox" 2>/dev/null || true; sleep 1; rm -rf "$folder"' EXIT

cd "$folder"
chmod 755 .
apt-get download -qq "firefox-esr=$VERSION" || { echo "firefox-esr $VERSION is not to be had any more."; exit 2; }
dpkg -x firefox-esr_*.deb package
program=$folder/package/usr/lib/firefox-esr/firefox-esr
HOME=$folder/home "$program" --version

mkdir extension
cat > extension/manifest.json <<'END'
{"manifest_version": 3, "name": "finding", "version": "1", "permissions": ["nativeMessaging"],
 "browser_specific_settings": {"gecko": {"id": "finding@example.org"}}, "background": {"scripts": ["background.js"]}}
END
echo 'browser.runtime.connectNative("org.example.finding");' > extension/background.js

# Says that it was started, and by which manifest: Firefox hands over its path.
printf '#!/bin/sh\necho "$1" >> "%s/started"\ncat > /dev/null\n' "$folder" > host.sh
chmod 755 host.sh

# Puts the extension into a running Firefox, by the few words of its remote control that this takes.
cat > install.mjs <<'END'
import { connect } from 'node:net';
const [port, path] = process.argv.slice(2);
let socket;
for (let tries = 0; !socket && tries < 300; tries += 1) {
  socket = await new Promise((resolve) => {
    const one = connect(Number(port), '127.0.0.1', () => resolve(one)).on('error', () => resolve(undefined));
  });
  if (!socket) await new Promise((resolve) => setTimeout(resolve, 200));
}
let held = '', next = () => {};
socket.on('data', (bytes) => {
  held += bytes;
  const [, length, rest] = /^(\d+):(.*)$/s.exec(held) ?? [];
  if (rest && rest.length >= Number(length)) { held = rest.slice(Number(length)); next(rest.slice(0, Number(length))); }
});
const answer = () => new Promise((resolve) => (next = resolve));
await answer();
const say = async (id, name, parameters) => {
  const text = JSON.stringify([0, id, name, parameters]), answered = answer();
  socket.write(`${Buffer.byteLength(text)}:${text}`);
  const [, , error] = JSON.parse(await answered);
  if (error) throw new Error(JSON.stringify(error));
};
await say(1, 'WebDriver:NewSession', {});
await say(2, 'Addon:Install', { path, temporary: true });
await new Promise((resolve) => setTimeout(resolve, 5000));
process.exit(0);
END

# Runs it in a home of its own, with the manifest in one folder below it. Prints whether the host was started.
try_in() {
  rm -rf home started
  profile=$folder/home/.config/mozilla/firefox/finding.default
  mkdir -p "$profile" "$folder/home/$1"
  port=$2
  echo "user_pref(\"marionette.port\", $port);" > "$profile/user.js"
  cat > "$folder/home/$1/org.example.finding.json" <<END
{"name": "org.example.finding", "description": "finding", "path": "$folder/host.sh", "type": "stdio", "allowed_extensions": ["finding@example.org"]}
END
  HOME=$folder/home XDG_CONFIG_HOME= "$program" --headless --marionette --no-remote --profile "$profile" about:blank > /dev/null 2>&1 &
  firefox=$!
  node install.mjs "$port" "$folder/extension"
  kill "$firefox" && wait "$firefox" 2> /dev/null || true
  firefox=
  if [ -s started ]; then echo started; else echo 'not started'; fi
}

beside=$(try_in .config/mozilla/native-messaging-hosts 28281)
old=$(try_in .mozilla/native-messaging-hosts 28282)
echo "Profile in ~/.config/mozilla/firefox, manifest in"
echo "  ~/.config/mozilla/native-messaging-hosts: expected started, seen $beside"
echo "  ~/.mozilla/native-messaging-hosts: seen $old"
[ "$beside" = 'not started' ] && [ "$old" = started ]
