/** English texts of what this system lets the app see. */
export const enSight = {
  sight: {
    title: 'What this computer lets it see',
    extension: {
      title: 'An extension for GNOME',
      about:
        'Under Wayland, GNOME tells apps nothing of windows. A small extension makes it tell which window is in front and what its title is, to any program of yours that asks. It is made for GNOME {{first}} to {{last}}.',
      where:
        'It lies in your own home folder, under the name x-win@miniben90.org. You can remove it here at any time, or in GNOME’s Extensions app.',
      state: {
        unfit: 'Not installed. The GNOME that runs here is older than it is made for.',
        untried:
          'Not installed. With the GNOME that runs here it has not been tried yet; you may try it.',
        absent: 'Not installed.',
        foreign:
          'Another extension of this name is there. Sweetspot cannot rely on what it says, so nothing is measured until it is replaced.',
        waiting:
          'Installed. GNOME loads it when you sign out and in again; then switch it on here.',
        off: 'Installed, not on. Where switching it on does not help, GNOME’s extensions are off as a whole: see its Extensions app.',
        on: 'On. If still nothing is measured, sign out and in again.',
        refused:
          'Installed, but the GNOME that runs here is of another version and does not load it.',
        failed: 'Installed, but GNOME could not start it. Sign out and in again, or remove it.',
      },
      install: 'Install the extension',
      replace: 'Replace it',
      enable: 'Switch it on',
      remove: 'Remove it',
    },
    kwin: {
      title: 'A script for KWin',
      about:
        'Under Wayland, KDE Plasma tells apps nothing of windows. KWin, which manages its windows, can run a small script that says which window is in front and what its title is, each time that changes. Sweetspot hears it over your session’s message bus, where any program of yours could listen too.',
      where:
        'KWin holds the script only while Sweetspot measures: it goes when you pause, quit, erase everything or switch it off here. Nothing is installed.',
      state: {
        off: 'Off. Nothing is measured until you agree.',
        on: 'On.',
        failed:
          'On, but KWin does not tell. It is tried again by itself; it needs the programs busctl and gdbus.',
      },
      allow: 'Let KWin run the script',
      forbid: 'Switch it off',
    },
    accessibility: {
      title: 'Addresses by the accessibility interface',
      about:
        'This lets Sweetspot ask browsers through the accessibility interface, which screen readers use. Firefox and, under X11, Chromium then tell the address of the page in front, which is surer than its title; Chromium also tells whether its window is private. Sweetspot asks only the browser in front, only when its window or title changes, and forgets what it hears.',
      where:
        'Browsers look for this interface as they start: start those that run again. They do a little more work while it is on. Sweetspot switches the interface on where it is off, and off again when you switch this off, unless a screen reader needs it.',
      state: {
        off: 'Off. Titles decide.',
        waiting: 'On. No browser has told an address yet: start yours again.',
        on: 'On. Your browser tells addresses.',
        failed:
          'On, but the accessibility bus cannot be reached, so titles decide. It is tried again by itself; it needs at-spi2-core and gdbus.',
      },
      allow: 'Ask browsers for addresses',
      forbid: 'Switch it off',
    },
    permissions: {
      title: 'Permissions of macOS',
      screen: 'Titles of windows, by “Screen Recording”',
      screenHelp:
        'Without it nothing is measured. The title is looked at and forgotten; no picture is ever taken. macOS may want Sweetspot to be started again.',
      addresses: 'Addresses of pages, by “Accessibility”',
      addressesHelp:
        'Not needed. With it a page is told apart by its address, which is surer than its title. macOS may then ask once for each browser.',
      given: 'Given',
      missing: 'Not given',
      screenAsk: 'Ask macOS for “Screen Recording”',
      addressesAsk: 'Ask macOS for “Accessibility”',
    },
    idle: {
      title: 'Being away cannot be noticed here',
      text: 'This system does not tell when you last used keyboard or mouse. Time goes on until you lock the screen, pause, or put the computer to sleep.',
    },
  },
} as const;
