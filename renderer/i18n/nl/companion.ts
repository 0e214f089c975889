/** Dutch texts of the companion in browsers. */
export const nlCompanion = {
  companion: {
    title: 'De companion in je browser',
    intro:
      'Een kleine extensie die Sweetspot vertelt wat er van LinkedIn vooraan staat. Een adres is zekerder dan een titel, en op sommige bureaubladen is er niets anders te zien.',
    open: 'Browser koppelen …',
    settingsDetail:
      'Een extensie als je die wilt: zekerder dan titels, en geen adres verlaat de browser.',
    blind: 'Een kleine extensie in je browser kan hier vertellen wat er vooraan staat.',
    about: {
      title: 'Wat hij doet',
      word: 'Hij bekijkt het adres van een LinkedIn-pagina binnen de browser en zegt één woord tegen Sweetspot op deze computer, zoals “berichten”. Geen adres, titel of naam verlaat de browser, en er gaat niets over een netwerk.',
      asks: 'Chromium en zijn verwanten vragen om “Je gegevens lezen en wijzigen op alle sites op linkedin.com” en “Communiceren met samenwerkende legitieme apps”; Firefox noemt dat “Uw gegevens voor websites in het domein linkedin.com benaderen” en “Berichten met andere programma’s dan Firefox uitwisselen”. Om andere sites vraagt hij niet, en hij wijzigt niets.',
      private:
        'Hij zit nooit in privévensters. Alleen het laatste woord wordt bewaard, in het geheugen van je sessie.',
      optional:
        'Waar vensters te zien zijn, heb je hem niet nodig. Je verwijdert hem hier wanneer je wilt; verwijder dan ook de extensie in de browser.',
      company:
        'Beheert je werkgever de browser, dan kan die zulke extensies verbieden of juist opleggen. Mag hij niet kijken, dan zegt hij dat.',
    },
    browsers: 'Browsers op deze computer',
    none: 'Er is geen browser gevonden waarin de companion werkt.',
    unavailable:
      'Hier kun je de companion nog niet verbinden: hij werkt alleen op Linux, en niet als Sweetspot zelf een flatpak of snap is.',
    connect: 'Verbinden',
    connectNamed: '{{browser}} verbinden',
    remove: 'Verwijderen',
    removeNamed: 'De verbinding met {{browser}} verwijderen',
    said: 'Laatste woord om {{time}}.',
    state: {
      boxed: 'Geïnstalleerd als flatpak of snap; daarin kan geen extensie bij een app erbuiten.',
      absent: 'Niet verbonden.',
      silent: 'Verbonden. Er spreekt geen extensie: laad die, of start de browser.',
      speaks: 'De companion spreekt.',
      'no-access':
        'Hij mag niet naar de pagina’s van LinkedIn kijken: sta het toe in de browser. Tot dan beslissen titels.',
      'other-version':
        'De companion spreekt, maar is van een andere versie dan Sweetspot: laad hem opnieuw.',
    },
    load: {
      title: 'De extensie laden',
      detail: 'Hij staat nog in geen winkel; je laadt hem uit een map.',
      folder: 'Hij staat hier:',
      chromium: 'In Chromium, Chrome, Edge, Brave, Vivaldi en Opera',
      chromiumOpen: 'Open chrome://extensions en zet de ontwikkelaarsmodus aan.',
      chromiumLoad: 'Kies “Uitgepakte extensie laden” en dan de map hierboven.',
      chromiumNote: 'Hij blijft tot je hem verwijdert.',
      firefox: 'In Firefox',
      firefoxOpen: 'Open about:debugging#/runtime/this-firefox.',
      firefoxLoad: 'Kies “Tijdelijke add-on laden” en dan manifest.json in de map hierboven.',
      firefoxNote:
        'Firefox vergeet hem als je afsluit, omdat Mozilla hem nog niet heeft ondertekend.',
    },
  },
} as const;
