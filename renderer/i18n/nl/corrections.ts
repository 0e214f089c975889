/** Dutch texts of what the user corrects, deletes and takes back. */
export const nlCorrections = {
  correct: {
    open: '{{span}} verbeteren',
    was: 'Dat was …',
    elsewhere: 'Geen LinkedIn',
    delete: 'Verwijderen',
    filter: 'Activiteit',
    all: 'Alle activiteiten',
    moreOf_one: 'Toon er nog één',
    moreOf_other: 'Toon er nog {{count}}',
    none: 'Geen tijd met deze activiteit.',
  },
  undo: {
    region: 'Wijzigingen die je ongedaan kunt maken',
    button: 'Ongedaan maken',
    buttonOf: 'Ongedaan maken: {{change}}',
    close: 'Sluit deze melding',
    done: 'Ongedaan gemaakt.',
    until: 'Je kunt dit 30 seconden lang ongedaan maken, zolang Sweetspot open blijft.',
    relabelled: '{{from}} is nu {{to}}.',
    deleted: '{{from}} is verwijderd, en daarmee elke reservekopie.',
    erasedLog: 'Het logboek van wat je deed, is gewist, en daarmee elke reservekopie.',
    erased_one: 'Eén stuk tijd is gewist, en daarmee elke reservekopie.',
    erased_other: '{{count}} stukken tijd zijn gewist, en daarmee elke reservekopie.',
    settings: {
      agreements: 'De afspraak is gewijzigd.',
      schedules: 'De werktijd is gewijzigd.',
      days: 'De vrije dagen zijn gewijzigd.',
      rules: 'Je regels zijn gewijzigd.',
      other: 'De instellingen zijn gewijzigd.',
    },
  },
} as const;
