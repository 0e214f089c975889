/** Dutch texts of the review of a week. */
export const nlReview = {
  review: {
    open: 'Terugblik week {{week}}',
    title: 'Terugblik op week {{week}}',
    back: 'Naar de week',
    facts: 'Drie feiten',
    countedText: '{{agreed}}. {{days}}.',
    days: {
      room: '{{number}} met ruimte',
      'sweet-spot': '{{number}} in de sweet spot',
      over: '{{number}} boven het blok',
      'no-data': '{{number}} niet gemeten',
      'to-come': '{{number}} te gaan',
    },
    daysNone: 'Nog geen werkdag',
    most: 'Het meeste',
    shares: '{{minutes}} van de {{total}} in werktijd. Doen: {{active}}; lezen: {{passive}}.',
    own: 'Eigen tijd voor het werk',
    ownText: 'Zakelijk op LinkedIn buiten werktijd.',
    question: {
      title: 'Eén vraag',
      '0': 'Wat op LinkedIn hielp je deze week bij je werk?',
      '1': 'Welk gesprek wil je voortzetten?',
      '2': 'Op welk moment van de dag kwam LinkedIn het best uit?',
      '3': 'Waar was je naar op zoek, en heb je het gevonden?',
      '4': 'Wat wil je houden zoals het is?',
      '5': 'Is er iets wat je volgende week anders wilt doen?',
      '6': 'Past het afgesproken blok nog bij je werk?',
      '7': 'Wat kwam je tegen waar je iets aan hebt?',
    },
    proposal: {
      title: 'Een blok uit je cijfers',
      about:
        'Bekijk, als je wilt, hoeveel tijd er in de acht weken tot en met deze week naar LinkedIn ging en welk blok daarbij past. Er komt pas een concept als jij erom vraagt.',
      show: 'Acht weken bekijken',
      hide: 'Acht weken verbergen',
      middle: 'Middelste helft van de dagen',
      middleText:
        '{{days}} werkdagen, {{dates}}. Het kwart met de minste en het kwart met de meeste tijd tellen niet mee.',
      mean: 'Gemiddeld',
      meanText: 'Geteld per dag in die helft.',
      block: 'Blok dat daarbij past',
      blockText: 'In stappen van vijf minuten. Nu afgesproken: {{now}}.',
      same: 'In stappen van vijf minuten. Dat is het blok dat nu is afgesproken.',
      noBlock: 'niets',
      tooFew:
        'Van {{dates}} zijn {{days}} werkdagen voor de helft of meer gemeten. Vanaf {{needed}} dagen is er een blok uit af te leiden.',
      draft: 'Nieuwe versie opstellen',
      draftHelp:
        'Die opent op de pagina Afspraak en geldt pas als je hem hebt bekeken en opgeslagen.',
      hasDraft:
        'Op de pagina Afspraak staat nog een wijziging open. Sla die eerst op of annuleer hem.',
      open: 'Naar de afspraak',
    },
    notes: { title: 'Je andere notities', week: 'Week {{week}}, {{range}}' },
    note: {
      there: 'Er is een notitie',
      title: 'Notitie voor jezelf',
      about:
        'Alleen voor jou. De notitie blijft op deze computer en staat in geen enkel rapport; alleen in het bestand met al je gegevens staat hij ook.',
      label: 'Notitie bij week {{week}}',
      unsaved: 'Nog niet opgeslagen',
      saving: 'Bezig met opslaan …',
      saved: 'Opgeslagen',
      failed: 'Opslaan lukte niet',
      left: 'nog {{left}} tekens',
    },
    hint: {
      title: 'Week {{week}} zit erop',
      text: 'Drie feiten, één vraag en ruimte voor een notitie, als je wilt.',
      open: 'Terugblikken',
    },
  },
} as const;
