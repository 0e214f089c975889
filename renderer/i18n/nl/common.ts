import { ACTIVITY_NAMES } from '../../../shared/texts/activity-names.ts';
/** Dutch texts that several pages share. */
export const nlCommon = {
  app: {
    name: 'Sweetspot',
    skip: 'Naar de pagina',
    navigation: 'Pagina’s',
    promise: 'Alleen op deze computer, alleen voor jou.',
    draft: 'Nog niet opgeslagen. Wat je hebt ingevuld, blijft staan tot je opslaat of annuleert.',
  },
  page: {
    today: 'Vandaag',
    week: 'Week',
    trends: 'Trends',
    agreement: 'Afspraak',
    hours: 'Werktijd',
    privacy: 'Privacy',
    rules: 'Regels',
    report: 'Rapport',
    settings: 'Instellingen',
  },
  activity: ACTIVITY_NAMES.nl,
  purpose: {
    business: 'Zakelijk',
    neutral: 'Neutraal',
    private: 'Privé',
  },
  place: {
    room: 'Ruimte',
    'sweet-spot': 'Sweet spot',
    over: 'Boven het blok',
    'no-data': 'Niet gemeten',
    'day-off': 'Vrij',
    'to-come': 'Komt nog',
    'not-yet': 'Nog niets',
  },
  duration: {
    seconds: '{{seconds}} s',
    minutes: '{{minutes}} min',
    hours: '{{hours}} u',
    hoursMinutes: '{{hours}} u {{minutes}} min',
    range: '{{min}}–{{max}} min',
    span: '{{from}} – {{to}}',
  },
  tracker: {
    region: 'Meten',
    loading: 'Even kijken …',
    failed: 'Status onbekend',
    state: {
      tracking: 'Aan het meten',
      idle: 'Even weg',
      locked: 'Scherm vergrendeld',
      paused: 'Gepauzeerd',
      'outside-hours': 'Buiten werktijd',
      'not-measured': 'Niet aan het meten',
    },
    detail: {
      tracking: '{{activity}} sinds {{time}}',
      byHand: 'Met de hand sinds {{time}}',
      trackingNothing: 'Wacht op een venster',
      elsewhere: 'Nu niet op LinkedIn',
      idle: 'Geen invoer, er loopt niets',
      locked: 'Er loopt niets',
      pausedOpenEnded: 'Tot je hervat',
      pausedUntil: 'Tot {{time}}',
      'outside-hours': 'Er loopt niets, zoals je koos',
    },
    pause: 'Pauzeren',
    pauseFor: 'Pauzeer',
    pause15: '15 minuten',
    pause60: '1 uur',
    pauseTomorrow: 'Tot morgen',
    pauseOpenEnded: 'Tot ik hervat',
    resume: 'Hervatten',
  },
  reason: {
    title: 'Er wordt niets gemeten',
    short: {
      unknown: 'Het venster is niet te zien',
      'no-source': 'Het venster is hier niet te zien',
      'source-failed': 'Het systeem weigerde; nieuwe poging volgt',
      'source-hangs': 'Het systeem antwoordt niet',
      wayland: 'Wayland laat het niet zien',
      permission: 'Er ontbreekt een toestemming',
      'window-named': 'Je eigen naam verbergt de pagina',
      'title-unclear': 'De titel is niet te lezen',
    },
    unknown: 'Het actieve venster is nu niet te zien.',
    'no-source': 'Op deze computer is niet te zien welk venster actief is.',
    'source-failed':
      'Het systeem wilde niet zeggen welk venster actief is. Het wordt vanzelf opnieuw geprobeerd.',
    'source-hangs':
      'Het systeem geeft geen antwoord op de vraag welk venster actief is. Tot het dat wel doet, geldt dit als niet gemeten, niet als nul.',
    wayland:
      'Dit Wayland-bureaublad vertelt apps niets over vensters, of weigert het aan deze app.',
    waylandOf:
      '{{desktop}} vertelt apps onder Wayland niets over vensters, of weigert het aan deze app.',
    permission: 'Sweetspot heeft geen toestemming om te zien welk venster actief is.',
    'window-named':
      'Je hebt dit browservenster een naam gegeven, en daardoor is de titel van de pagina niet te zien. De tijd wordt niet gemeten.',
    'title-unclear':
      'De titel van dit venster komt beschadigd of afgekapt binnen. De tijd wordt niet gemeten.',
    today: {
      'window-named':
        'Een deel van vandaag is niet gemeten: een browservenster met een eigen naam laat niet zien welke pagina erin staat. Haal de naam weg, dan wordt het weer gemeten.',
      'title-unclear':
        'Een deel van vandaag is niet gemeten: de titel van een venster kwam beschadigd of afgekapt binnen.',
    },
    otherSession:
      'Heeft je systeem nog een sessie van het soort “X11” of “Xorg”, dan werkt het meten daar wel. Die sessie kies je bij het inloggen.',
    byHand: 'Intussen kun je op de pagina Vandaag een LinkedIn-blok met de hand bijhouden.',
  },
  notice: {
    dismiss: 'Deze melding sluiten',
    'database-restored': {
      title: 'Je gegevens zijn uit een kopie teruggezet',
      text: 'Het bestand was niet meer te lezen. De nieuwste goede kopie is ervoor in de plaats gekomen; het beschadigde bestand is apart gezet. Tijd van na die kopie kan ontbreken.',
    },
    'database-new': {
      title: 'Noodgedwongen opnieuw begonnen',
      text: 'Je gegevens waren niet te lezen en er was geen kopie. Het beschadigde bestand is apart gezet en het meten gaat verder in een nieuw bestand.',
    },
    'database-rewritten': {
      title: 'Je gegevensbestand is opnieuw geschreven',
      text: 'Het werd verwijderd, verplaatst of vervangen terwijl Sweetspot draaide. Er ontbreekt niets. Een bestand dat ervoor in de plaats was gekomen, is apart gezet.',
    },
    'settings-set-aside': {
      title: 'Je instellingen waren niet te lezen',
      text: 'Het bestand is apart gezet. Alle instellingen staan weer zoals in het begin.',
    },
    'settings-fell-back': {
      title: 'Sommige instellingen waren niet te lezen',
      text: 'Die staan weer zoals in het begin. De rest is zoals je het had.',
    },
    'not-saving': {
      title: 'Er kan nu niets worden opgeslagen',
      text: 'Misschien is de schijf vol of mag er in de map niet worden geschreven. Wat gemeten wordt, blijft in het geheugen en wordt opgeslagen zodra het kan.',
    },
    'clock-differs': {
      title: 'De klok en de tijdzonegegevens verschillen',
      text: 'Deze computer wijst een andere tijd aan dan de tijdzonegegevens van Sweetspot. Tot een van beide is bijgewerkt, kan je werktijd een uur verschoven zijn.',
    },
    'data-back': {
      title: 'Je gegevens zijn er weer',
      text: 'Wat ondertussen is gemeten, is toegevoegd.',
    },
    condensed: {
      title: 'Oudere dagen zijn nu dagtotalen',
      text: 'De periodes van voor je grens zijn voorgoed weg, met hun reservekopieën. De cijfers van die dagen blijven zoals ze waren.',
    },
    'older-erased': {
      title: 'Oudere dagen zijn gewist',
      text: 'Wat voor je grens lag, is voorgoed weg, met de reservekopieën, zoals je bij Privacy koos.',
    },
    'keeping-offered': {
      title: 'Hoe lang bewaar je losse tijden?',
      text: 'Sweetspot bewaart al een kwartaal lang elke periode. Oudere dagen kun je inkorten tot dagtotalen, met dezelfde cijfers, of wissen. Kies je niets, dan blijft alles.',
      choose: 'Kiezen',
    },
  },
  failure: {
    title: 'Dat lukte niet',
    retry: 'Opnieuw proberen',
    'untrusted-sender': 'Het venster werd niet herkend. Sluit het en open het opnieuw.',
    'invalid-args': 'Met die waarde kan de app niets.',
    'not-found': 'Wat je vroeg, is er niet meer.',
    cancelled: 'Het is gestopt voordat het klaar was, en er is niets van bewaard.',
    'not-saved':
      'Opslaan lukte niet. Is de schijf vol, of mag er in de map niet worden geschreven?',
    internal: 'Er ging iets mis in de app. Aan je gegevens is niets veranderd.',
  },
  chart: {
    showTable: 'Toon als tabel',
    hideTable: 'Verberg tabel',
    loading: 'Laden …',
    cancelled: 'Geannuleerd.',
    failed: 'Dit kon niet worden geladen.',
    help: 'Hoe “{{title}}” wordt berekend',
    keyboard:
      'Met de pijltjes naar links en rechts loop je langs de waarden; met Enter open je er een.',
  },
  since: {
    always: 'Vanaf het begin',
    date: 'Sinds {{date}}',
    fromStart: 'vanaf het begin',
    from: 'vanaf {{date}}',
  },
} as const;
