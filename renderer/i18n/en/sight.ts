/** English texts of what this system lets the app see. */
export const enSight = {
  sight: {
    title: 'What this computer lets it see',
    extension: {
      title: 'GNOME’s extension',
      about:
        'Under Wayland, GNOME tells apps nothing of windows. A small extension of GNOME makes it tell which window is in front and what its title is, to any program of yours that asks. It is known to work with GNOME 42 to 46.',
      where:
        'It lies in your own home folder, under the name x-win@miniben90.org. You can remove it here at any time, or in GNOME’s Extensions app.',
      state: {
        absent: 'Not installed.',
        off: 'Installed, not on. Sign out and in again, then switch it on here.',
        on: 'On. If still nothing is measured, sign out and in again.',
      },
      install: 'Install the extension',
      enable: 'Switch it on',
      remove: 'Remove it',
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
      ask: 'Ask macOS',
    },
    idle: {
      title: 'Being away cannot be noticed here',
      text: 'This system does not tell when you last used keyboard or mouse. Time goes on until you lock the screen, pause, or put the computer to sleep.',
    },
  },
} as const;
