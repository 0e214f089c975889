import { encodingTexts } from '../../../shared/texts/encoding.ts';

/** Dutch texts of taking over the history of another tracker. */
export const nlHistory = {
  history: {
    title: 'Je geschiedenis uit ActivityWatch',
    text: 'Heb je ActivityWatch gebruikt, dan kan de export van alle buckets (een JSON-bestand) hier periodes worden. Het bestand wordt op deze computer gelezen; titels en adressen worden één voor één bij een activiteit ingedeeld en dan losgelaten. Je uren, je regels en wat je privé houdt, gelden ook hiervoor.',
    open: 'Een export kiezen …',
    reading: 'De export wordt gelezen. Het meten gaat intussen door.',
    storing: 'De tijd wordt overgenomen. Het meten gaat intussen door.',
    stop: 'Stoppen',
    stopped: 'Gestopt. Er is niets overgenomen.',
    events_one: 'De export heeft één gebeurtenis.',
    events_other: 'De export heeft {{number}} gebeurtenissen.',
    spans_one: 'Eén periode is nieuw,',
    spans_other: '{{number}} periodes zijn nieuw,',
    days_one: 'op één dag:',
    days_other: 'op {{number}} dagen:',
    range: '{{range}}, in de tijdzone {{zone}}.',
    nothingNew: 'Alle tijd erin staat hier al.',
    already_one: 'Eén periode staat hier al.',
    already_other: '{{number}} periodes staan hier al.',
    activity: 'Activiteit',
    time: 'Nieuwe tijd',
    noWindows: 'Er staan geen gebeurtenissen van vensters in die bruikbaar zijn.',
    withoutAfk_one:
      'Voor één van de {{hosts}} computers zegt de export niet wanneer je weg was; daar gaat die tijd er dus niet af.',
    withoutAfk_other:
      'Voor {{count}} van de {{hosts}} computers zegt de export niet wanneer je weg was; daar gaat die tijd er dus niet af.',
    excluded_some:
      'ActivityWatch moest een deel van de titels weglaten. Tijd in een browser zonder titel geldt als niet gemeten.',
    excluded_all:
      'ActivityWatch moest de titels van alle browservensters weglaten. LinkedIn is daarin dus niet te zien; die tijd geldt als niet gemeten.',
    phones_one: 'De apps van één telefoon staan erin, maar niet wanneer je erop keek.',
    phones_other: 'De apps van {{count}} telefoons staan erin, maar niet wanneer je erop keek.',
    withPhones: 'Ook LinkedIn op de telefoon overnemen: {{duration}} erbij',
    skipped: 'Gebeurtenissen die niet meekomen:',
    skippedFor: '{{number}}: {{why}}',
    skip: {
      foreign: 'ze zeggen niets over vensters of over een bekende browser',
      damaged: 'er ontbreekt iets, of iets is van de verkeerde soort',
      timestamp: 'het moment is niet te lezen',
      duration: 'de lengte kan niet kloppen',
      'no-time': 'ze hebben geen lengte, en er volgt niets vlak na',
      endless: 'ze duren langer dan een dag, en nergens staat wanneer je er was',
      future: 'ze beginnen na nu',
    },
    refused: 'Dit bestand is niet over te nemen: {{why}}. Er is niets veranderd.',
    why: {
      'not-json': 'het is geen JSON, of niet compleet',
      ...encodingTexts('nl', 'het '),
      'no-object': 'het is geen export van ActivityWatch',
      'no-buckets': 'er staan geen buckets in; exporteer ze allemaal',
      'breaks-off': 'het houdt op voor het einde',
      'no-end': 'er staat een waarde in zonder einde',
      'too-deep': 'het is dieper genest dan een export is',
      'too-many': 'het is groter dan een export kan zijn',
    },
  },
} as const;
