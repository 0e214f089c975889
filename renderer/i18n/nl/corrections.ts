/** Dutch texts of what the user corrects, deletes and takes back. */
export const nlCorrections = {
  correct: {
    open: '{{span}} corrigeren',
    was: 'Dat was …',
    delete: 'Verwijderen',
    filter: 'Activiteit',
    all: 'Alle activiteiten',
    moreOf_one: 'Toon er nog één',
    moreOf_other: 'Toon er nog {{count}}',
    none: 'Geen tijd met deze activiteit.',
  },
  erase: {
    activity: 'Eén activiteit',
    log: 'Het logboek van wat je deed',
    allDays: 'Zonder dagen: op alle dagen.',
    confirmActivity: 'Alle tijd van “{{activity}}” wissen, ook uit reservekopieën?',
    confirmActivityDays:
      'De tijd van “{{activity}}” van Alles van {{from}} t/m {{to}} wissen, ook uit reservekopieën?',
    confirmLog:
      'Het logboek van wat je deed wissen, ook uit reservekopieën? Wat is gemeten, blijft.',
    doneLog: 'Het logboek is gewist.',
    oneSpan: 'Eén periode verwijder je in de lijst van die dag.',
    openDay: 'Naar de dag',
  },
  offer: {
    window:
      'Deze woorden komen uit het laatste venster van de tijd die je aanpaste. Pas ze aan zoals je wilt: er wordt niets van bewaard, tenzij je deze regel opslaat.',
    'own-rule':
      'Deze regel van jou besliste. Sla hem op met de andere activiteit, of laat hem zoals hij was.',
    none: 'Het venster is niet meer bekend. Schrijf hier woorden uit de titel: ze worden alleen bewaard als je deze regel opslaat.',
    full: 'Meer regels dan je nu hebt, kunnen er niet zijn. Verwijder er een om plaats te maken.',
  },
  actions: {
    title: 'Wat je met je gegevens deed',
    text: 'Alleen voor jou: aanpassingen, verwijderingen en import, het nieuwste eerst. Van wat is verwijderd, staat er alleen hoeveel. Wis je alles, dan ook dit.',
    empty: 'Nog niets.',
    when: 'Wanneer',
    what: 'Wat',
    spans: 'Periodes',
    kind: {
      relabelled: 'Verbeterd: {{from}} is {{to}}',
      deleted: 'Verwijderd',
      erased: 'Gewist',
      undone: 'Ongedaan gemaakt',
      imported: 'Geïmporteerd',
    },
    of: 'op {{date}}, {{time}}',
    more: 'De nieuwste {{shown}} van {{total}}.',
  },
  undo: {
    region: 'Wijzigingen die je ongedaan kunt maken',
    button: 'Ongedaan maken',
    buttonOf: 'Ongedaan maken: {{change}}',
    close: 'Sluit deze melding',
    done: 'Ongedaan gemaakt.',
    rule: 'Regel maken …',
    until: 'Je kunt dit 30 seconden lang ongedaan maken, zolang Sweetspot open blijft.',
    relabelled: '{{from}} gewijzigd in {{to}}.',
    deleted: '{{from}} is verwijderd, en daarmee elke reservekopie.',
    erasedLog: 'Het logboek van wat je deed, is gewist, en daarmee elke reservekopie.',
    erased_one: 'Eén periode is gewist, en daarmee elke reservekopie.',
    erased_other: '{{count}} periodes zijn gewist, en daarmee elke reservekopie.',
    settings: {
      agreements: 'De afspraak is gewijzigd.',
      schedules: 'De werktijd is gewijzigd.',
      days: 'De vrije dagen zijn gewijzigd.',
      rules: 'Je regels zijn gewijzigd.',
      other: 'De instellingen zijn gewijzigd.',
    },
  },
} as const;
