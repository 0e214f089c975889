/** Dutch texts of the page Welcome. */
export const nlWelcome = {
  welcome: {
    title: 'Jouw tijd op LinkedIn, voor jou',
    promise: {
      title: 'Waar je op kunt rekenen',
      yours: 'Het is van jou: wat Sweetspot meet, is voor jou en voor niemand anders.',
      here: 'Het blijft op deze computer: er wordt niets verstuurd, en niets van wat op je scherm stond wordt bewaard.',
      no: 'Je mag altijd nee zeggen: pauzeer het, wis wat er gemeten is of gooi het weg, wanneer je maar wilt.',
    },
    sight: {
      title: 'Wat het hier ziet',
      text: 'Om de paar seconden kijkt Sweetspot naar de naam en de titel van het voorste venster. Het onthoudt wat voor pagina het is, zoals “Berichten”, en vergeet de rest meteen.',
      linux:
        'In een X11-sessie mag elke app dat lezen zonder het je te vragen. Onder Wayland hangt het van je bureaublad af: sommige vertellen het elke app, KDE Plasma en GNOME pas als jij het goedvindt, een paar nooit.',
      win32: 'Windows laat elke app dat lezen zonder het je te vragen.',
      darwin: 'macOS vraagt het je eerst, onder “Schermopname” in de privacy-instellingen.',
      works: 'Het werkt hier. Het voorste venster is nu geen LinkedIn.',
      onLinkedIn: 'Het werkt hier. Het voorste venster is nu LinkedIn.',
      resting: '{{state}}: Sweetspot kijkt nu nergens naar.',
      tray: 'Sluit je het venster, dan meet Sweetspot door. Met het pictogram bij de klok open je het weer en pauzeer je het; toont je bureaublad dat niet, start Sweetspot dan nog eens.',
      noTray:
        'Je bureaublad toont geen pictogram bij de klok, dus met het venster sluit je ook Sweetspot af.',
    },
    hours: {
      text: 'LinkedIn buiten deze uren zie je apart.',
      days: 'Werkdagen',
      from: 'Van',
      to: 'Tot',
      breakFrom: 'Pauze van',
      breakTo: 'Pauze tot',
      wrong: {
        missing: 'Vul in hoe laat je werkdag begint en eindigt.',
        endFirst: 'Je werkdag moet later eindigen dan hij begint.',
        halfBreak: 'Vul beide pauzetijden in, of laat ze allebei leeg.',
        breakEndFirst: 'De pauze moet later eindigen dan hij begint.',
        breakOutside: 'De pauze moet binnen je werkdag vallen.',
      },
      detailed: 'Je werktijd is preciezer ingesteld dan hier past. Die blijft zoals hij is.',
    },
    agreement: {
      title: 'Wat je hebt afgesproken',
      text: 'De minuten per dag voor LinkedIn, beide grenzen horen erbij. Wat bij een functie het werk zelf is, zoals Recruiter voor recruiters, staat daarbuiten.',
      minMinutes: 'Minuten, van',
      maxMinutes: 'tot en met',
      role: 'Soort functie',
      roles: {
        other: 'Andere functie',
        sales: 'Sales',
        recruiting: 'Recruitment',
        marketing: 'Marketing',
      },
      wrong: 'Het eerste getal is groter dan het tweede.',
    },
    later:
      'Je hoeft hier nu niets in te vullen. Alles kan later nog anders, en deze pagina open je weer vanuit Instellingen.',
    skip: 'Overslaan',
    start: 'Opslaan en beginnen',
  },
} as const;
