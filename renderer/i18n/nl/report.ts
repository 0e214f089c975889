import { DUTCH_COLUMNS } from '../../../shared/texts/column-names.ts';

/** Dutch texts of the page Report. */
export const nlReport = {
  report: {
    noRange: 'Kies een eerste en een laatste dag.',
    choices: 'Wat erin komt',
    preset: 'Doel',
    presets: {
      talk: 'Voor mijn gesprek (PDF)',
      spreadsheet: 'Voor een spreadsheet',
      all: 'Alle gegevens',
    },
    more: 'Meer',
    range: 'Dagen',
    ranges: {
      'this-week': 'Deze week',
      'last-week': 'Vorige week',
      'this-month': 'Deze maand',
      'last-month': 'Vorige maand',
      'this-quarter': 'Dit kwartaal',
      'last-quarter': 'Vorig kwartaal',
      free: 'Zelf kiezen',
    },
    from: 'Van',
    to: 'Tot en met',
    by: 'Eén regel per',
    kinds: { span: 'Periode', day: 'Dag', week: 'Week' },
    rounding: 'Minuten',
    roundings: {
      exact: 'Exact',
      '1': 'Hele minuten',
      '5': 'Afgerond op 5',
      '15': 'Afgerond op 15',
    },
    format: 'Bestandstype',
    language: 'Taal van de koppen',
    delimiter: 'Scheidingsteken',
    delimiters: {
      locale: 'Systeem',
      comma: 'Komma',
      semicolon: 'Puntkomma',
      tab: 'Tab',
    },
    decimal: 'Decimaalteken',
    point: 'Punt',
    columns: 'Kolommen: {{chosen}} van {{all}}',
    column: DUTCH_COLUMNS,
    private: 'Met privétijd',
    privateHelp: 'Alleen voor dit ene bestand. Daarna staat het weer uit.',
    size_one: 'Eén regel, {{bytes}} bytes',
    size_other: '{{rows}} regels, {{bytes}} bytes',
    learns: {
      span: 'Wie dit bestand leest, ziet op welke momenten je op LinkedIn was, wat je er deed en hoelang.',
      day: 'Wie dit bestand leest, ziet hoelang je per dag op LinkedIn was en wat je er deed, naast wat is afgesproken, en hoeveel van je werktijd is gemeten; niet op welke momenten.',
      week: 'Wie dit bestand leest, ziet hoelang je per week op LinkedIn was en wat je er deed, naast wat is afgesproken, en hoeveel van je werktijd is gemeten; niet op welke dagen of momenten.',
      notPrivate:
        'Er staat niet in welke pagina’s, mensen of berichten je zag, wat je verder deed, of iets over privétijd.',
      private:
        'Er staat ook in hoelang je privétijd was. Er staat niet in welke pagina’s, mensen of berichten je zag, of wat je verder deed.',
    },
    paper: {
      notPrivate:
        'Niet vermeld: welke pagina’s, mensen of berichten in beeld waren, wat er verder is gedaan, en alle privétijd.',
      private:
        'Hoelang privétijd duurde, is vermeld. Niet vermeld: welke pagina’s, mensen of berichten in beeld waren, en wat er verder is gedaan.',
    },
    noRows: 'In deze dagen is er niets.',
    firstRows: 'Dit zijn de eerste {{count}} regels. In het bestand staan ze allemaal.',
    making: 'Het rapport wordt gemaakt.',
    cancel: 'Annuleren',
    hand: 'Opslaan of delen',
    promiseEnds:
      'Wat je hierboven ziet, is het bestand, tot op de byte. Is het eenmaal opgeslagen of gekopieerd, dan geldt onze belofte er niet meer voor: wie het bestand heeft, kan het lezen en doorgeven.',
    save: 'Opslaan …',
    copy: 'Kopiëren',
    pdf: 'Opslaan als PDF …',
    saved: 'Opgeslagen.',
    copied: 'Gekopieerd.',
    printed: 'Opgeslagen als PDF.',
    sheetTitle: 'Mijn LinkedIn-tijd op het werk',
    selfReport:
      'Dit is een zelfrapportage, door de persoon zelf gemaakt uit eigen metingen. Het is geen bewijs van werk.',
  },
} as const;
