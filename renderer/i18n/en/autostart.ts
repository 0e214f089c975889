/** English texts about starting with the session. */
export const enAutostart = {
  autostart: {
    label: 'Start when I log in',
    help: 'In the tray, without a window. It can be switched off here or in the settings of your system.',
    unavailable: 'Only an installed Sweetspot can do this; this one was started from its sources.',
    ask: {
      title: 'Start when you log in?',
      text: 'Sweetspot can start by itself, in the tray and without a window, so that no day is missed. You can change it in Settings. This is asked once.',
      yes: 'Start when I log in',
      no: 'No',
    },
  },
} as const;
