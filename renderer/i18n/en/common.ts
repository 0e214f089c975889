import { ACTIVITY_NAMES } from '../../../shared/texts/activity-names.ts';
/** English texts that several pages share. */
export const enCommon = {
  app: {
    name: 'Sweetspot',
    skip: 'Skip to the page',
    navigation: 'Pages',
    promise: 'Only on this computer, only for you.',
    draft: 'Not saved yet. What you typed stays here until you save or cancel it.',
  },
  page: {
    today: 'Today',
    week: 'Week',
    trends: 'Trends',
    agreement: 'Agreement',
    hours: 'Working time',
    privacy: 'Privacy',
    rules: 'Rules',
    report: 'Report',
    settings: 'Settings',
  },
  activity: ACTIVITY_NAMES.en,
  purpose: {
    business: 'Business',
    neutral: 'Neutral',
    private: 'Private',
  },
  place: {
    room: 'Room',
    'sweet-spot': 'Sweet spot',
    over: 'Above block',
    'no-data': 'Not measured',
    'day-off': 'Day off',
    'to-come': 'To come',
    'not-yet': 'Nothing yet',
  },
  duration: {
    seconds: '{{seconds}} s',
    minutes: '{{minutes}} min',
    hours: '{{hours}} h',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    range: '{{min}}–{{max}} min',
    span: '{{from}} – {{to}}',
  },
  tracker: {
    region: 'Measuring',
    loading: 'Looking …',
    failed: 'State unknown',
    state: {
      tracking: 'Measuring',
      idle: 'Away',
      locked: 'Screen locked',
      paused: 'Paused',
      'outside-hours': 'Outside working time',
      'not-measured': 'Not measuring',
    },
    detail: {
      tracking: '{{activity}} since {{time}}',
      byHand: 'By hand since {{time}}',
      trackingNothing: 'Waiting for a window',
      elsewhere: 'Not on LinkedIn now',
      idle: 'No input; nothing runs',
      locked: 'Nothing runs',
      pausedOpenEnded: 'Until you resume',
      pausedUntil: 'Until {{time}}',
      'outside-hours': 'Nothing runs, as you chose',
    },
    pause: 'Pause',
    pauseFor: 'Pause for',
    pause15: '15 minutes',
    pause60: '1 hour',
    pauseTomorrow: 'Until tomorrow',
    pauseOpenEnded: 'Until I resume',
    resume: 'Resume',
  },
  reason: {
    title: 'Nothing is being measured',
    short: {
      unknown: 'The window cannot be seen',
      'no-source': 'The window cannot be seen here',
      'source-failed': 'The system refused; trying again',
      'source-hangs': 'The system does not answer',
      wayland: 'Wayland does not show it',
      permission: 'A permission is missing',
      'window-named': 'A name of yours hides the page',
      'title-unclear': 'The title cannot be read',
    },
    unknown: 'The active window cannot be seen at the moment.',
    'no-source': 'On this computer the active window cannot be seen.',
    'source-failed':
      'The system refused to tell which window is active. It is tried again by itself.',
    'source-hangs':
      'The system does not answer which window is active. Until it does, this is kept as not measured, not as zero.',
    wayland: 'This Wayland desktop tells apps nothing of windows, or refuses to tell this one.',
    waylandOf:
      '{{desktop}} tells apps nothing of windows under Wayland, or refuses to tell this one.',
    permission: 'Sweetspot has no permission to see which window is active.',
    'window-named':
      'You gave this browser window a name, and it shows no page title. Its time is not measured.',
    'title-unclear':
      'The title of this window reaches Sweetspot spoilt or cut off. Its time is not measured.',
    today: {
      'window-named':
        'Part of today is not measured: a browser window with a name of your own shows no page title. Take the name off to have it measured.',
      'title-unclear':
        'Part of today is not measured: the title of a window arrived spoilt or cut off.',
    },
    otherSession:
      'If your system still has a session of the kind “X11” or “Xorg”, measuring works there. You choose the session when you sign in.',
    byHand: 'Meanwhile you can time a LinkedIn block by hand, on the page Today.',
  },
  notice: {
    dismiss: 'Close this message',
    'database-restored': {
      title: 'Your data came back from a copy',
      text: 'The file could not be read any more. The newest good copy stands in for it; the damaged file was kept aside. Time after that copy may be missing.',
    },
    'database-new': {
      title: 'A fresh start, not by choice',
      text: 'Your data could not be read and there was no copy. The damaged file was kept aside, and measuring goes on in a new one.',
    },
    'database-rewritten': {
      title: 'Your data file was written anew',
      text: 'It was deleted, moved or replaced while Sweetspot was running. Nothing is missing. A file that had taken its place was kept aside.',
    },
    'settings-set-aside': {
      title: 'Your settings could not be read',
      text: 'The file was kept aside, and every setting has its first value again.',
    },
    'settings-fell-back': {
      title: 'Some settings could not be read',
      text: 'Those have their first value again. The others are as you left them.',
    },
    'not-saving': {
      title: 'Nothing can be saved at the moment',
      text: 'The disk may be full or the folder closed to writing. What is measured is kept in memory and saved as soon as it can be.',
    },
    'clock-differs': {
      title: 'The clock differs from the time zone data',
      text: 'This computer shows another time than the time zone data in Sweetspot say, so working time may be an hour off until one of them is updated.',
    },
    'data-back': {
      title: 'Your data are back',
      text: 'What was measured meanwhile has been added.',
    },
    condensed: {
      title: 'Older days are totals now',
      text: 'The spans before your limit are gone for good, with their back-ups. The figures of those days stay as they were.',
    },
    'older-erased': {
      title: 'Older days were erased',
      text: 'What lay before your limit is gone for good, with its back-ups, as you chose under Privacy.',
    },
    'keeping-offered': {
      title: 'How long do you want to keep the moments?',
      text: 'Sweetspot has kept every span for a quarter of a year. You may let older ones become day totals, with the same figures, or have them erased. Without a choice everything stays.',
      choose: 'Choose',
    },
  },
  failure: {
    title: 'That did not work',
    retry: 'Try again',
    'untrusted-sender': 'The window was not recognised. Close it and open it again.',
    'invalid-args': 'That value cannot be used.',
    'not-found': 'What was asked for is not there any more.',
    cancelled: 'It was stopped before it was done, and nothing of it was kept.',
    'not-saved': 'It could not be saved. Is the disk full, or the folder closed to writing?',
    internal: 'Something went wrong inside the app. Your data was not touched.',
  },
  chart: {
    showTable: 'Show as table',
    hideTable: 'Hide table',
    loading: 'Loading …',
    cancelled: 'Cancelled.',
    failed: 'This could not be loaded.',
    help: 'How “{{title}}” is reckoned',
    keyboard: 'Use the arrow keys left and right to go through the values, and Enter to open one.',
  },
  since: {
    always: 'From the beginning',
    date: 'Since {{date}}',
    fromStart: 'from the beginning',
    from: 'from {{date}}',
  },
} as const;
