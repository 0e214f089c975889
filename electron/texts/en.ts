import type { Texts } from './texts.ts';

export const en: Texts = {
  open: 'Open Sweetspot',
  openToday: 'Today',
  openWeek: 'This week',
  quit: 'Quit',
  pause: 'Pause',
  pauseFor15: 'For 15 minutes',
  pauseFor60: 'For 1 hour',
  pauseTomorrow: 'Until tomorrow',
  pauseOpenEnded: 'Until I resume',
  resume: 'Resume',
  ofBlock: '{{minutes}} of {{min}}–{{max}} min today',
  withoutAgreement: '{{minutes}} min today',
  state: {
    tracking: 'Measuring',
    idle: 'Idle',
    locked: 'Locked',
    paused: 'Paused',
    'outside-hours': 'Outside working time',
    'not-measured': 'Not measured',
  },
  saveReport: 'Save report',
  csvFile: 'CSV file',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  notSaved: 'The file could not be saved there. Choose another folder.',
  runningElsewhere:
    'Another program of Sweetspot is writing in this data folder. Quit it and start again.',
};
