/** English texts of the companion in browsers. */
export const enCompanion = {
  companion: {
    title: 'The companion in your browser',
    intro:
      'A small extension that tells Sweetspot what of LinkedIn is in front. An address is surer than a title, and on some desktops nothing else can be seen.',
    open: 'Connect a browser …',
    settingsDetail: 'An optional extension: surer than titles, and no address leaves the browser.',
    blind: 'A small extension in your browser can tell what is in front here.',
    about: {
      title: 'What it does',
      word: 'It looks at the address of a LinkedIn page inside the browser, and says one word to Sweetspot on this computer, like “messaging”. No address, title or name leaves the browser, and nothing goes over a network.',
      asks: 'Chromium and its kin ask whether it may “Read and change your data on all linkedin.com sites” and “Communicate with cooperating native applications”; Firefox calls that “Access your data for sites in the linkedin.com domain” and “Exchange messages with programs other than Firefox”. It asks for no other site, and changes nothing.',
      private:
        'It is never in private windows. No word is kept but the latest one, in the memory of your session.',
      optional:
        'You do not need it where windows can be seen. You can remove it here at any time; remove the extension in the browser too.',
      company:
        'Your employer may manage the browser, and then can forbid such extensions, or force them upon it. It says so where it may not look.',
    },
    browsers: 'Browsers on this computer',
    none: 'No browser was found that the companion works in.',
    unavailable:
      'The companion cannot be connected here yet: it has been made to work on Linux alone, and not where Sweetspot itself is a flatpak or snap.',
    connect: 'Connect',
    connectNamed: 'Connect {{browser}}',
    remove: 'Remove',
    removeNamed: 'Remove the connection with {{browser}}',
    said: 'Last word at {{time}}.',
    state: {
      boxed: 'Installed as a flatpak or snap, which lets no extension reach an app outside of it.',
      absent: 'Not connected.',
      silent: 'Connected. No extension speaks: load it, or start the browser.',
      speaks: 'The companion speaks.',
      'no-access':
        'It may not look at LinkedIn’s pages: allow it in the browser. Titles decide until then.',
      'other-version':
        'The companion speaks, and is of another version than Sweetspot: load it again.',
    },
    load: {
      title: 'Load the extension',
      detail: 'It is in no store yet, so you load it from a folder.',
      folder: 'It lies here:',
      chromium: 'In Chromium, Chrome, Edge, Brave, Vivaldi and Opera',
      chromiumOpen: 'Open chrome://extensions and switch “Developer mode” on.',
      chromiumLoad: 'Choose “Load unpacked” and then the folder above.',
      chromiumNote: 'It stays until you remove it.',
      firefox: 'In Firefox',
      firefoxOpen: 'Open about:debugging#/runtime/this-firefox.',
      firefoxLoad: 'Choose “Load Temporary Add-on” and then manifest.json in the folder above.',
      firefoxNote: 'Firefox forgets it when you close it, as it is not signed by Mozilla yet.',
    },
  },
} as const;
