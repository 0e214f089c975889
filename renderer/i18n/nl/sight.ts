/** Dutch texts of what this system lets the app see. */
export const nlSight = {
  sight: {
    title: 'Wat deze computer laat zien',
    extension: {
      title: 'Een extensie voor GNOME',
      about:
        'Onder Wayland vertelt GNOME apps niets over vensters. Met een kleine extensie vertelt GNOME wel welk venster vooraan staat en wat de titel ervan is, aan elk programma van jou dat ernaar vraagt. De extensie is gemaakt voor GNOME {{first}} tot en met {{last}}.',
      where:
        'De extensie staat in je eigen thuismap en heet x-win@miniben90.org. Verwijderen kan altijd weer, hier of in de app Extensies van GNOME.',
      state: {
        unfit:
          'Niet geïnstalleerd. De GNOME die hier draait, is ouder dan waar de extensie voor gemaakt is.',
        untried:
          'Niet geïnstalleerd. Met de GNOME die hier draait, is de extensie nog niet geprobeerd; dat mag je zelf doen.',
        absent: 'Niet geïnstalleerd.',
        foreign:
          'Er staat een andere extensie met deze naam. Op wat die zegt, kan Sweetspot niet bouwen; er wordt niets gemeten tot die is vervangen.',
        waiting:
          'Geïnstalleerd. GNOME laadt de extensie als je uitlogt en weer inlogt; zet die daarna hier aan.',
        off: 'Geïnstalleerd, maar niet aan. Helpt aanzetten niet, dan staan alle extensies van GNOME uit: kijk in de app Extensies.',
        on: 'Aan. Wordt er nog niets gemeten, log dan uit en weer in.',
        refused:
          'Geïnstalleerd, maar de GNOME die hier draait, heeft een andere versie en laadt de extensie niet.',
        failed:
          'Geïnstalleerd, maar GNOME kon de extensie niet starten. Log uit en weer in, of verwijder de extensie.',
      },
      install: 'Extensie installeren',
      replace: 'Vervangen',
      enable: 'Aanzetten',
      remove: 'Verwijderen',
    },
    kwin: {
      title: 'Een script voor KWin',
      about:
        'Onder Wayland vertelt KDE Plasma apps niets over vensters. KWin, dat de vensters beheert, kan een klein script draaien dat zegt welk venster vooraan staat en wat de titel ervan is, telkens als dat verandert. Sweetspot hoort dat via de berichtenbus van je sessie, waar elk programma van jou kan meeluisteren.',
      where:
        'KWin houdt het script alleen vast zolang Sweetspot meet: het verdwijnt als je pauzeert, afsluit, alles wist of het hier uitzet. Er wordt niets geïnstalleerd.',
      state: {
        off: 'Uit. Er wordt niets gemeten tot je het goedvindt.',
        on: 'Aan.',
        failed:
          'Aan, maar KWin vertelt niets. Het wordt vanzelf opnieuw geprobeerd; de programma’s busctl en gdbus zijn ervoor nodig.',
      },
      allow: 'KWin het script laten draaien',
      forbid: 'Uitzetten',
    },
    accessibility: {
      title: 'Adressen via de toegankelijkheidsinterface',
      about:
        'Hiermee mag Sweetspot browsers iets vragen via de toegankelijkheidsinterface, die schermlezers gebruiken. Firefox en, onder X11, Chromium vertellen dan het adres van de pagina die vooraan staat, en dat is zekerder dan de titel. Chromium zegt dan ook of het venster privé is. Sweetspot vraagt het alleen de browser die vooraan staat, alleen als het venster of de titel verandert, en vergeet wat het hoort.',
      where:
        'Browsers kijken bij het starten of deze interface aanstaat: start browsers die al draaien opnieuw. Ze hebben er iets meer werk aan. Sweetspot zet de interface aan als die uitstaat, en weer uit als je dit uitzet, behalve als een schermlezer haar nodig heeft.',
      state: {
        off: 'Uit. De titels beslissen.',
        waiting: 'Aan. Nog geen browser heeft een adres verteld: start die van jou opnieuw.',
        on: 'Aan. Je browser vertelt adressen.',
        failed:
          'Aan, maar de toegankelijkheidsbus is niet bereikbaar, dus beslissen de titels. Het wordt vanzelf opnieuw geprobeerd; at-spi2-core en gdbus zijn ervoor nodig.',
      },
      allow: 'Browsers om adressen vragen',
      forbid: 'Uitzetten',
    },
    permissions: {
      title: 'Toestemmingen van macOS',
      screen: 'Titels van vensters, via “Schermopname”',
      screenHelp:
        'Zonder deze toestemming wordt er niets gemeten. De titel wordt bekeken en vergeten; er wordt nooit een opname gemaakt. Soms wil macOS dat je Sweetspot opnieuw start.',
      addresses: 'Adressen van pagina’s, via “Toegankelijkheid”',
      addressesHelp:
        'Niet nodig. Met deze toestemming wordt een pagina aan het adres herkend, en dat is zekerder dan de titel. macOS vraagt het dan misschien één keer per browser.',
      given: 'Gegeven',
      missing: 'Niet gegeven',
      screenAsk: 'macOS om “Schermopname” vragen',
      addressesAsk: 'macOS om “Toegankelijkheid” vragen',
    },
    idle: {
      title: 'Of je weg bent, is hier niet te merken',
      text: 'Dit systeem vertelt niet wanneer je voor het laatst toetsenbord of muis gebruikte. De tijd loopt door tot je het scherm vergrendelt, pauzeert of de computer in slaapstand zet.',
    },
  },
} as const;
