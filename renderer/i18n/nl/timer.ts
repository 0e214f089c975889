/** Dutch texts of the timer by hand. */
export const nlTimer = {
  timer: {
    title: 'Met de hand',
    about:
      'Voor tijd op LinkedIn die hier niet te zien is: start een blok, stop het en zeg daarna wat het was. Het stopt vanzelf als je vergrendelt, pauzeert of weggaat, en na twee uur.',
    aboutWithoutIdle:
      'Voor tijd op LinkedIn die hier niet te zien is: start een blok, stop het en zeg daarna wat het was. Het stopt vanzelf als je vergrendelt of pauzeert, en na twee uur.',
    running:
      'Er loopt een LinkedIn-blok sinds {{time}}. Intussen wordt er niet naar vensters gekeken.',
    ended: 'LinkedIn, {{from}} – {{to}}, staat in je dag als “Overig”.',
    start: 'LinkedIn-blok starten',
    byHand: 'Timer',
    stopRunning: 'Stoppen, {{time}}',
    stop: 'Blok stoppen',
    what: 'Wat was het?',
    leave: 'Zo laten',
  },
} as const;
