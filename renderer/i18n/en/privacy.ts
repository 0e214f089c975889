/** English texts of the page Privacy. */
export const enPrivacy = {
  privacy: {
    intro: 'What is kept, who can read it, and how you check that without taking our word for it.',
    tab: { proof: 'Promise and proof', data: 'Your data' },
    facts: {
      title: 'Measured now',
      refused: 'Refused since the start',
      refusedSub_one: '{{count}} ever',
      refusedSub_other: '{{count}} ever',
      ports: 'Open ports',
      portsSub_one: 'one process looked at',
      portsSub_other: '{{count}} processes looked at',
      portsUnknown: 'see “Check it yourself”',
      place: 'Where it is',
      placeSub: {
        local: 'as far as its path shows',
        'network-share': 'others may reach it',
        'cloud-synced': 'a copy leaves this computer',
        'roaming-profile': 'a copy may leave this computer',
      },
      location: {
        local: 'This computer',
        'network-share': 'Network share',
        'cloud-synced': 'Cloud folder',
        'roaming-profile': 'Roaming profile',
      },
    },
    warn: {
      title: 'Your data are not on this computer alone',
      'network-share':
        'The folder is on a network share, so whoever runs that can read it. You can move your data to a folder of this computer.',
      'cloud-synced':
        'The folder is in one that a cloud service copies. You can move your data to a folder outside it.',
      'roaming-profile':
        'The folder is in the part of your Windows profile that an employer’s server can keep a copy of, at each sign-out. You can move your data out of it.',
      move: 'Move your data …',
      openTitle: 'Other accounts can get at some files',
      open: 'Of the folder itself the permissions are wider than your account alone: {{mode}}.',
    },
    promise: {
      title: 'The promise, and its limits',
      local:
        'Everything stays on this computer. The app itself makes no network connection, looks for no updates and sends no reports.',
      sockets:
        'On Linux it asks the display, the compositor and the desktop’s message bus, and once you agreed the accessibility bus, through local sockets, which no other computer can reach. PRIVACY.md names them one by one.',
      screen:
        'Nothing that was on the screen is written: no title, address, app or name. Only which of thirteen words it was, and when.',
      own: 'This is your own log, not a system for watching staff. You see all of it, pause it and erase it.',
      limits: 'What no app can promise',
      admin: 'Whoever manages this computer can see the screen itself and read your files.',
      file: 'A file that you save is out of our hands from there on.',
      system:
        'The operating system may do things of its own accord, such as checking the signature of an app.',
      employer:
        'If an employer wants to require this or to see exports, the rules on monitoring staff apply; in the Netherlands the GDPR and, for the works council, article 27 of the Works Councils Act. This is information, not advice.',
    },
    stored: {
      title: 'What is stored',
      summary_one: 'One row in the table “{{table}}”. The newest, as they lie in the file:',
      summary_other:
        '{{count}} rows in the table “{{table}}”. The newest, as they lie in the file:',
      empty_one: 'The table {{tables}} is empty.',
      empty_other: 'The tables {{tables}} are empty.',
      settings:
        'Besides this there are your settings, in settings.json, with what you typed yourself.',
      field: {
        started_at: 'start, in milliseconds since 1970',
        ended_at: 'end, likewise',
        activity: 'what it was, one of thirteen words',
        zone: 'time zone of the computer',
        relabelled: '1 where you corrected it',
        manual: '1 where you entered it by hand',
        at: 'when you did something with your data',
        kind: 'what that was',
        spans: 'how many spans it changed',
        from_activity: 'what a corrected span was before',
        to_activity: 'what you said it was',
        start_at: 'start of that span',
        end_at: 'end of that span',
      },
      none: 'The file cannot be read at the moment.',
    },
    files: {
      title: 'Where it is, and who can read it',
      name: 'File',
      size: 'Size',
      mode: 'Permissions',
      folder: 'the folder',
      help: 'rwx stands for reading, writing and entering: first you, then your group, then everyone else.',
      unknown: 'see below',
    },
    check: {
      title: 'Check it yourself',
      intro: 'In a terminal, while Sweetspot runs. Click a line to select it.',
      rows: 'Everything in the file',
      files: 'Who can read the files',
      ports: 'Ports and connections; there is no line for Sweetspot',
    },
    pause: {
      title: 'Pause',
      text: 'While paused nothing is read and nothing is written.',
      paused: 'Paused. Nothing is read and nothing is written.',
      until: 'Until I resume',
    },
    technical: { title: 'Technical:', text: 'files, permissions and commands' },
    erase: {
      title: 'Erase',
      text: 'For good: the database is written anew without it, its journal is emptied, and every back-up is deleted, since each may still have it. Files that you saved elsewhere stay where they are.',
      what: 'What to erase',
      kind: {
        'last-quarter': 'The last 15 minutes',
        today: 'Today',
        range: 'A range of days',
        everything: 'Everything',
      },
      from: 'First day',
      to: 'Last day',
      button: 'Erase …',
      confirm: {
        'last-quarter':
          'Erase the last 15 minutes from the database and its journal, and delete all back-ups?',
        today: 'Erase today from the database and its journal, and delete all back-ups?',
        range_one: 'Erase {{from}} from the database and its journal, and delete all back-ups?',
        range_other:
          'Erase {{count}} days, {{from}} to {{to}}, from the database and its journal, and delete all back-ups?',
        everything_zero: 'Delete all back-ups, and whatever is left of measured time?',
        everything_one:
          'Erase the one span that is stored from the database and its journal, and delete all back-ups? Your settings stay; connections with browsers go.',
        everything_other:
          'Erase all {{count}} spans from the database and its journal, with totals and notes, and delete all back-ups? Your settings stay; connections with browsers go.',
      },
      yes: 'Erase for good',
      no: 'Keep it',
      wrong: 'The last day is before the first.',
      done_one: 'Erased: one stretch of time.',
      done_other: 'Erased: {{count}} stretches of time.',
      doneNone: 'There was nothing to erase. The back-ups are gone.',
    },
  },
} as const;
