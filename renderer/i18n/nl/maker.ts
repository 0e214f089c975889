/** Dutch texts of writing a guideline for others, and of its printed page. */
export const nlMaker = {
  maker: {
    title: 'Voor je team: schrijf een richtlijn',
    cardHelp:
      'Geef je leiding of werk je bij HR? Schrijf per functie op waar LinkedIn voor is. Je team leest het op papier of opent het bestand in de eigen app. Naar jou komt er niets terug.',
    start: 'Richtlijn schrijven …',
    help: 'Zeg waar LinkedIn voor is, stel een blok voor en vertrouw op je mensen. Medewerkers nemen alleen over wat ze zelf aanvinken. Je ziet nooit wie dat doet, en nooit iemands cijfers.',
    name: 'Naam van de richtlijn',
    nameHelp: 'Bijvoorbeeld “Richtlijn 2027”. Mag leeg blijven.',
    suggest: 'Iets voorstellen voor deze functie',
    suggestHelp: 'Je begint met een voorbeeld dat je aanpast.',
    goalHelp: 'Het doel van LinkedIn in deze functie. Gewone tekst, zonder links.',
    goals: {
      sales: 'Contact houden met klanten, nieuwe klanten leren kennen en delen wat we weten.',
      recruiting:
        'Kandidaten leren kennen, contact houden en laten zien hoe het is om hier te werken.',
      marketing: 'Delen wat we maken, vragen beantwoorden en volgen wat er speelt in ons vak.',
      other: 'Een zakelijk netwerk onderhouden, kennis delen en bijblijven in je vak.',
    },
    preview: 'Zo ziet een medewerker het',
    previewHelp:
      'Naast de eigen afspraak, hier die waarmee iedereen begint. De medewerker vinkt aan wat er overgenomen wordt.',
    handOut: 'Uitdelen',
    handOutHelp:
      'Als bestand voor de app, en als één pagina op papier, in het Nederlands of het Engels.',
    save: 'Richtlijn opslaan …',
    saved: 'Opgeslagen. Geef het bestand aan je team.',
    close: 'Terug naar mijn afspraak',
    problem: {
      noRoles: 'Zet eerst een functie aan.',
      name: 'De naam moet gewone tekst zijn, zonder links of code.',
      goal: '{{role}}: het doel moet gewone tekst zijn, zonder links of code.',
      block: '{{role}}: het eerste getal van het blok is groter dan het tweede.',
      window: '{{role}}: het tijdvak begint en eindigt op dezelfde tijd.',
      tooLong: '{{role}}: het blok is langer dan het tijdvak.',
    },
  },
  guidelineSheet: {
    title: 'Afspraken over LinkedIn tijdens werktijd',
    subtitle: 'Een richtlijn van je werkgever',
    welcome: 'Wat welkom is',
    welcomeText:
      '{{list}}: het hoort bij het werk en je hoeft er niets over te verantwoorden. Minder tijd dan het blok is altijd prima.',
    private: 'Wat privé is',
    privateText:
      'Zoeken naar ander werk, en wat je verder privé vindt. Daar vraagt niemand naar, en het komt in geen enkel overzicht.',
    profile: 'Je profiel is van jou',
    profileText:
      'Niemand kan eisen dat je voor je werk een LinkedIn-profiel hebt, of bepalen wat erop staat. Meedoen is nooit verplicht.',
    measuring: 'Meten doe je voor jezelf, als je wilt',
    measuringText:
      'De app Sweetspot laat alleen jou zien hoeveel tijd naar LinkedIn gaat. Gebruik is vrijwillig. Meet je niet, dan hoef je dat niet uit te leggen en heeft dat geen gevolgen.',
    figures: 'Niemand ziet je cijfers',
    figuresText:
      'Ze staan alleen op je eigen computer. Anderen zien ze alleen als jij ze geeft, en niemand vraagt erom. Ze tellen niet mee bij een beoordeling.',
    wrong: 'Als het niet goed gaat',
    wrongText:
      'Dan is er eerst een gesprek: past het blok nog, en wat is er nodig? Cijfers zijn daarvoor niet nodig.',
    foot: 'Dit is een voorstel. De afspraak zelf maak je samen, en die kan bij iedereen anders zijn.',
  },
} as const;
