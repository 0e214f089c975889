/** English texts of the page Settings. */
export const enSettings = {
  settings: {
    intro: 'What you change here holds from now on. It stays on this computer.',
    general: 'Appearance',
    language: 'Language',
    languageSystem: 'System',
    languageEn: 'English',
    languageNl: 'Nederlands',
    theme: 'Colours',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    measuring: 'How time is measured',
    idle: 'Away after',
    idleHelp:
      'Without keyboard or mouse for this long, time stops at the last input. Reading for less than this counts.',
    idleMinutes: '{{count}} min',
    measureOutside: 'Measure LinkedIn outside working time too',
    measureOutsideHelp:
      'Own time that goes to work is part of the balance. It is always shown apart.',
    signals: 'Signals',
    signalsHelp:
      'Off unless you want them. At most once a day, and never while you pause, a window fills the screen or the system mutes notifications.',
    nudgeAtEnd: 'Tell me when the block has been used',
    nudgeAtEndHelp:
      'A quiet message once the agreed minutes are there. Nothing stops, nothing is blocked.',
    nudgeAtStart: 'Remind me of the fixed window',
    nudgeAtStartHelp:
      'A quiet message when the time of day you agreed on begins. Only where your agreement has one.',
    privacy: 'Shield',
    shieldJobs: 'Keep looking for a job private',
    shieldJobsHelp:
      'Jobs pages are stored as “Private” and nothing else. No chart, report or export names them. Holds for what is measured from now on.',
    ignorePrivateWindows: 'Leave private windows alone',
    ignorePrivateWindowsHelp:
      'A window that says it is private or incognito is not LinkedIn to Sweetspot, whatever it shows. Some do not say so, and are measured: on Linux those of Chromium, Chrome, GNOME Web and qutebrowser, on a Mac those of Safari. The companion tells them apart, and so does, under X11, the accessibility interface with Chromium and Chrome.',
    about: 'About',
    version: 'Sweetspot {{version}}.',
    updates: 'New versions are where you got this one; Sweetspot never looks for them itself.',
    openWelcome: 'Open the first page again',
    network: 'Nothing goes over the network.',
    refused_one: 'One request to the outside was refused since the start.',
    refused_other: '{{count}} requests to the outside were refused since the start.',
  },
} as const;
