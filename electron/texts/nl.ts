import type { Texts } from './texts.ts';

export const nl: Texts = {
  open: 'Sweetspot openen',
  openToday: 'Vandaag',
  openWeek: 'Deze week',
  quit: 'Afsluiten',
  pause: 'Pauzeren',
  pauseFor15: '15 minuten',
  pauseFor60: '1 uur',
  pauseTomorrow: 'Tot morgen',
  pauseOpenEnded: 'Tot ik hervat',
  resume: 'Hervatten',
  ofBlock: '{{minutes}} van {{min}}–{{max}} min vandaag',
  withoutAgreement: '{{minutes}} min vandaag',
  state: {
    tracking: 'Meet',
    idle: 'Geen invoer',
    locked: 'Vergrendeld',
    paused: 'Gepauzeerd',
    'outside-hours': 'Buiten werktijd',
    'not-measured': 'Niet gemeten',
  },
  saveReport: 'Overzicht bewaren',
  csvFile: 'CSV-bestand',
  file: 'Bestand',
  edit: 'Bewerken',
  view: 'Beeld',
  notSaved: 'Het bestand kon daar niet worden bewaard. Kies een andere map.',
  runningElsewhere:
    'Een ander onderdeel van Sweetspot schrijft in deze gegevensmap. Sluit dat af en start opnieuw.',
};
