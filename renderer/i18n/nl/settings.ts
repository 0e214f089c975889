/** Dutch texts of the page Settings. */
export const nlSettings = {
  settings: {
    intro: 'Wat je hier verandert, geldt vanaf nu. Het blijft op deze computer.',
    general: 'Weergave',
    language: 'Taal',
    languageSystem: 'Systeem',
    languageEn: 'English',
    languageNl: 'Nederlands',
    theme: 'Kleuren',
    themeSystem: 'Systeem',
    themeLight: 'Licht',
    themeDark: 'Donker',
    measuring: 'Zo wordt er gemeten',
    idle: 'Even weg na',
    idleHelp:
      'Na zoveel tijd zonder invoer stopt de tijd, bij je laatste toets of klik. Korter stilzitten, bijvoorbeeld om te lezen, telt mee.',
    idleMinutes: '{{count}} min',
    measureOutside: 'LinkedIn ook buiten werktijd meten',
    measureOutsideHelp:
      'Eigen tijd die naar het werk gaat, hoort bij de balans. Die zie je altijd apart.',
    signals: 'Signalen',
    signalsHelp:
      'Uit, tenzij je ze wilt. Hooguit één keer per dag, en nooit terwijl je pauzeert, een venster het scherm vult of het systeem meldingen dempt.',
    nudgeAtEnd: 'Meld het als mijn blok op is',
    nudgeAtEndHelp:
      'Een rustig bericht zodra de afgesproken minuten er zijn. Er stopt niets en er wordt niets geblokkeerd.',
    nudgeAtStart: 'Herinner me aan het vaste tijdvak',
    nudgeAtStartHelp:
      'Een rustig bericht als het afgesproken tijdvak begint. Alleen als je afspraak er een heeft.',
    privacy: 'Afscherming',
    shieldJobs: 'Zoeken naar een baan privé houden',
    shieldJobsHelp:
      'Vacaturepagina’s worden bewaard als “Privé” en verder niets. Geen grafiek, rapport of export noemt ze. Geldt voor wat vanaf nu wordt gemeten.',
    ignorePrivateWindows: 'Privévensters met rust laten',
    ignorePrivateWindowsHelp:
      'Een venster dat zegt dat het privé of incognito is, telt voor Sweetspot niet als LinkedIn, wat er ook in staat. Sommige zeggen het niet en worden gemeten: op Linux die van Chromium, Chrome, GNOME Web en qutebrowser, op een Mac die van Safari. De companion ziet het verschil wel, en onder X11 de toegankelijkheidsinterface ook, bij Chromium en Chrome.',
    about: 'Over',
    version: 'Sweetspot {{version}}.',
    updates: 'Nieuwe versies staan waar je deze vandaan hebt; Sweetspot kijkt er nooit zelf naar.',
    openWelcome: 'De eerste pagina nog eens openen',
    network: 'Er gaat niets over het netwerk.',
    refused_one: 'Sinds het begin is één verzoek naar buiten geweigerd.',
    refused_other: 'Sinds het begin zijn {{count}} verzoeken naar buiten geweigerd.',
  },
} as const;
