import { encodingTexts } from '../../../shared/texts/encoding.ts';

/** Dutch texts of an employer's guideline on the page of the agreement. */
export const nlGuideline = {
  guideline: {
    title: 'De richtlijn van je werkgever',
    help: 'Heeft je werkgever een richtlijnbestand? Dan zie je het hier naast je afspraak, en neem je alleen over wat je aanvinkt. Er gaat niets naar je werkgever terug.',
    open: 'Richtlijn openen …',
    forRole: 'Voorgesteld voor',
    part: 'Onderdeel',
    now: 'Nu',
    suggested: 'Voorgesteld',
    take: 'Overnemen',
    takePart: 'Overnemen: {{part}}',
    same: 'hetzelfde',
    nothing: 'niets ingevuld',
    make: 'Nieuwe versie maken',
    close: 'Sluiten',
    problem: {
      'too-long': 'Dit bestand is niet overgenomen: het is langer dan 64 kB.',
      'not-json': 'Dit bestand is niet overgenomen: het is geen JSON.',
      ...encodingTexts('nl', 'Dit bestand is niet overgenomen: het ', '.'),
      'not-guideline':
        'Dit bestand is niet overgenomen: er staat niet in dat het een richtlijn voor Sweetspot is.',
      newer:
        'Dit bestand is niet overgenomen: het is gemaakt voor een nieuwere versie van Sweetspot.',
      'unknown-key':
        'Dit bestand is niet overgenomen: een richtlijn kan alleen een afspraak voorstellen, en hier staat ook in: {{at}}.',
      'missing-key': 'Dit bestand is niet overgenomen: “{{at}}” ontbreekt.',
      'not-plain':
        'Dit bestand is niet overgenomen: “{{at}}” moet gewone tekst zijn, zonder links, code of onzichtbare tekens.',
      'wrong-value': 'Dit bestand is niet overgenomen: de waarde van “{{at}}” kan niet.',
      'outgrows-window':
        'Dit bestand is niet overgenomen: in “{{at}}” is het blok langer dan het tijdvak.',
    },
  },
} as const;
