/** English texts of the page Welcome. */
export const enWelcome = {
  welcome: {
    title: 'Your time on LinkedIn, for you',
    promise: {
      title: 'What you can count on',
      yours: 'It is yours: what Sweetspot measures is for you and for nobody else.',
      here: 'It stays on this computer: nothing is sent anywhere, and nothing that was on your screen is kept.',
      no: 'You may always say no: pause it, delete what it measured, or remove it, whenever you like.',
    },
    sight: {
      title: 'What it sees here',
      text: 'Every few seconds Sweetspot looks at the name and the title of the window in front. It keeps what kind of page it is, such as “Messaging”, and forgets the rest at once.',
      linux:
        'In an X11 session every app may read that without asking you. Under Wayland it depends on your desktop: some tell every app, KDE Plasma and GNOME only after you agree, a few never.',
      win32: 'Windows lets every app read that without asking you.',
      darwin: 'macOS asks you first, under “Screen Recording” in its privacy settings.',
      works: 'It works here. The window in front is not LinkedIn now.',
      onLinkedIn: 'It works here. The window in front is LinkedIn now.',
      resting: '{{state}}: nothing is looked at for now.',
      tray: 'Closing the window does not end it. The icon beside the clock opens it again and pauses it; where your desktop shows no such icon, start Sweetspot once more.',
      noTray: 'Your desktop shows no icon beside the clock, so closing the window ends Sweetspot.',
    },
    hours: {
      text: 'LinkedIn outside these hours is shown apart.',
      days: 'Working days',
      from: 'From',
      to: 'To',
      breakFrom: 'Break from',
      breakTo: 'Break to',
      wrong: {
        missing: 'Fill in when your working day begins and ends.',
        endFirst: 'The working day has to end after it begins.',
        halfBreak: 'Fill in both times of the break, or leave both empty.',
        breakEndFirst: 'The break has to end after it begins.',
        breakOutside: 'The break has to lie within the working day.',
      },
      detailed: 'Your working time is set in more detail than fits here. It stays as it is.',
    },
    agreement: {
      title: 'What you agreed on',
      text: 'The minutes a day for LinkedIn, both ends included. A role’s own tool, such as Recruiter for recruiters, stands outside them.',
      minMinutes: 'Minutes, from',
      maxMinutes: 'up to',
      role: 'Your role',
      roles: {
        other: 'Another role',
        sales: 'Sales',
        recruiting: 'Recruiting',
        marketing: 'Marketing',
      },
      wrong: 'The first number is above the second.',
    },
    later:
      'Nothing here has to be filled in now. Everything can be changed later, and this page can be opened again from Settings.',
    skip: 'Skip',
    start: 'Save and start',
  },
} as const;
