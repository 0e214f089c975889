/** English texts of the timer by hand. */
export const enTimer = {
  timer: {
    title: 'By hand',
    about:
      'For time on LinkedIn that cannot be seen here: start a block, stop it, and say afterwards what it was. It ends by itself when you lock, pause or leave, and after two hours.',
    aboutWithoutIdle:
      'For time on LinkedIn that cannot be seen here: start a block, stop it, and say afterwards what it was. It ends by itself when you lock or pause, and after two hours.',
    running:
      'A LinkedIn block has been running since {{time}}. Windows are not looked at meanwhile.',
    ended: 'LinkedIn, {{from}} – {{to}}, is in your day as “Other”.',
    start: 'Start a LinkedIn block',
    byHand: 'Timer',
    stopRunning: 'Stop, {{time}}',
    stop: 'Stop the block',
    what: 'What was it?',
    leave: 'Leave it as it is',
  },
} as const;
