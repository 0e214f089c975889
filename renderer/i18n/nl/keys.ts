/** Dutch texts of the keys, and of finding things. */
export const nlKeys = {
  keys: {
    title: 'Sneltoetsen',
    list: 'Deze lijst',
    close: 'Sluiten',
    arrows: 'De vorige of volgende dag of week',
    today: 'Vandaag',
    palette: 'Een pagina, actie of dag zoeken',
    undo: 'De laatste wijziging ongedaan maken',
    find: 'Zoek een pagina, actie of dag',
    nothing: 'Niets gevonden.',
    lastWeek: 'Vorige week',
    jumpDay: 'Naar een dag',
    jumpWeek: 'Naar de week van een dag',
  },
} as const;
