/** Dutch texts of the page Privacy. */
export const nlPrivacy = {
  privacy: {
    intro:
      'Wat er wordt bewaard, wie het kan lezen, en hoe je dat nagaat zonder ons op ons woord te geloven.',
    tab: { proof: 'Belofte en bewijs', data: 'Jouw gegevens' },
    facts: {
      title: 'Nu gemeten',
      refused: 'Geweigerd sinds de start',
      refusedSub_one: '{{count}} ooit',
      refusedSub_other: '{{count}} ooit',
      ports: 'Open poorten',
      portsSub_one: 'één proces bekeken',
      portsSub_other: '{{count}} processen bekeken',
      portsUnknown: 'zie “Ga het zelf na”',
      place: 'Waar het staat',
      placeSub: {
        local: 'voor zover het pad het toont',
        'network-share': 'anderen kunnen erbij',
        'cloud-synced': 'een kopie verlaat deze computer',
        'roaming-profile': 'een kopie kan deze computer verlaten',
      },
      location: {
        local: 'Deze computer',
        'network-share': 'Netwerkmap',
        'cloud-synced': 'Cloudmap',
        'roaming-profile': 'Roaming profile (werkgeversserver)',
      },
    },
    warn: {
      title: 'Je gegevens staan niet alleen op deze computer',
      'network-share':
        'De map staat op een netwerkschijf; wie die beheert, kan erin lezen. Je kunt je gegevens verplaatsen naar een map op deze computer.',
      'cloud-synced':
        'De map staat in een map die een clouddienst kopieert. Je kunt je gegevens verplaatsen naar een map daarbuiten.',
      'roaming-profile':
        'De map hoort bij het deel van je Windows-profiel waarvan een server van je werkgever een kopie kan bewaren, telkens als je uitlogt. Je kunt je gegevens daarvandaan verplaatsen.',
      move: 'Je gegevens verplaatsen …',
      openTitle: 'Andere accounts kunnen bij sommige bestanden',
      open: 'De map zelf is ruimer toegankelijk dan alleen voor jouw account: {{mode}}.',
    },
    promise: {
      title: 'De belofte, en waar ze ophoudt',
      local:
        'Alles blijft op deze computer. De app maakt zelf geen netwerkverbinding, zoekt geen updates en stuurt geen rapporten.',
      sockets:
        'Op Linux vraagt ze het beeldscherm, de compositor en de berichtenbus van het bureaublad, en de toegankelijkheidsbus als je dat goedvond, via lokale sockets waar geen andere computer bij kan. PRIVACY.nl.md noemt ze een voor een.',
      screen:
        'Niets van wat op het scherm stond, wordt opgeschreven: geen titel, adres, app of naam. Alleen welk van dertien woorden het was, en wanneer.',
      own: 'Dit is jouw eigen logboek, geen personeelsvolgsysteem. Jij ziet alles, pauzeert het en wist het.',
      limits: 'Wat geen app kan beloven',
      admin: 'Wie deze computer beheert, kan het scherm zelf zien en je bestanden lezen.',
      file: 'Voor een bestand dat je opslaat, geldt de belofte vanaf daar niet meer.',
      system:
        'Het besturingssysteem kan uit zichzelf dingen doen, zoals de handtekening van een app controleren.',
      employer:
        'Wil een werkgever dit verplicht stellen of exports zien? Dan gelden de regels voor het volgen van personeel: de AVG en, voor de ondernemingsraad, artikel 27 van de WOR. Dit is informatie, geen advies.',
    },
    stored: {
      title: 'Wat er wordt bewaard',
      summary_one: 'Eén rij in de tabel “{{table}}”. De nieuwste, zoals ze in het bestand staan:',
      summary_other:
        '{{count}} rijen in de tabel “{{table}}”. De nieuwste, zoals ze in het bestand staan:',
      empty_one: 'De tabel {{tables}} is leeg.',
      empty_other: 'De tabellen {{tables}} zijn leeg.',
      settings: 'Daarnaast zijn er je instellingen, in settings.json, met wat je zelf typte.',
      field: {
        started_at: 'begin, in milliseconden sinds 1970',
        ended_at: 'eind, net zo',
        activity: 'wat het was, een van dertien woorden',
        zone: 'tijdzone van de computer',
        relabelled: '1 waar je het aanpaste',
        manual: '1 waar je het zelf invoerde',
        at: 'wanneer je iets met je gegevens deed',
        kind: 'wat dat was',
        spans: 'hoeveel periodes het veranderde',
        from_activity: 'wat een aangepaste periode eerst was',
        to_activity: 'wat het volgens jou was',
        start_at: 'begin van die periode',
        end_at: 'einde van die periode',
      },
      none: 'Het bestand is nu niet te lezen.',
    },
    files: {
      title: 'Waar het staat, en wie het kan lezen',
      name: 'Bestand',
      size: 'Grootte',
      mode: 'Rechten',
      folder: 'de map',
      help: 'rwx staat voor lezen, schrijven en openen: eerst jij, dan je groep, dan alle anderen.',
      unknown: 'zie hieronder',
    },
    check: {
      title: 'Ga het zelf na',
      intro: 'In een terminal, terwijl Sweetspot draait. Klik op een regel om hem te selecteren.',
      rows: 'Alles wat in het bestand staat',
      files: 'Wie de bestanden kan lezen',
      ports: 'Poorten en verbindingen; voor Sweetspot staat er geen regel',
    },
    pause: {
      title: 'Pauze',
      text: 'Tijdens een pauze wordt er niets gelezen en niets geschreven.',
      paused: 'Gepauzeerd. Er wordt niets gelezen en niets geschreven.',
      until: 'Tot ik hervat',
    },
    technical: { title: 'Technisch:', text: 'bestanden, rechten en opdrachten' },
    erase: {
      title: 'Wissen',
      text: 'Voorgoed: de database wordt zonder die tijd opnieuw geschreven, het journaal wordt geleegd en elke reservekopie wordt verwijderd, omdat die tijd er nog in kan staan. Bestanden die je elders opsloeg, blijven waar ze zijn.',
      what: 'Wat wil je wissen?',
      kind: {
        'last-quarter': 'De laatste 15 minuten',
        today: 'Vandaag',
        range: 'Bepaalde dagen',
        everything: 'Alles',
      },
      from: 'Eerste dag',
      to: 'Laatste dag',
      button: 'Wissen …',
      confirm: {
        'last-quarter': 'De laatste 15 minuten wissen, ook uit reservekopieën?',
        today: 'Vandaag wissen, ook uit reservekopieën?',
        range_one: 'Alles van {{from}} wissen, ook uit reservekopieën?',
        range_other: '{{count}} dagen, van {{from}} t/m {{to}}, wissen, ook uit reservekopieën?',
        everything_zero: 'Alle reservekopieën wissen, en wat er nog van gemeten tijd is?',
        everything_one:
          'De ene periode die er is wissen, ook uit reservekopieën? Je instellingen blijven; verbindingen met browsers verdwijnen.',
        everything_other:
          'Alle {{count}} periodes wissen, met dagtotalen en notities, ook uit reservekopieën? Je instellingen blijven; verbindingen met browsers verdwijnen.',
      },
      yes: 'Voorgoed wissen',
      no: 'Niet wissen',
      wrong: 'De laatste dag ligt voor de eerste.',
      done_one: 'Gewist: één periode.',
      done_other: 'Gewist: {{count}} periodes.',
      doneNone: 'Er was niets te wissen. De reservekopieën zijn weg.',
    },
  },
} as const;
