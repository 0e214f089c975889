/** Dutch texts of data that cannot be reached. */
export const nlAway = {
  away: {
    title: 'Je gegevens zijn niet te bereiken',
    'out-of-reach':
      'Ze horen in {{dir}} te staan, maar die map is er nu niet. Sluit de schijf of netwerkmap aan: Sweetspot kijkt elke tien seconden en voegt dan toe wat het ondertussen heeft gemeten.',
    unknown:
      'Het bestand dat zegt waar je gegevens staan, is niet te lezen. Wijs de map aan waar ze in staan.',
    meanwhile:
      'Tot die tijd meet het in het geheugen, met de instellingen van het begin. Er wordt niets opgeslagen, en wat is gemeten ben je kwijt als je afsluit. Tijd die je eigen instellingen niet meetellen, valt achteraf weg.',
    'meanwhile-own':
      'Tot die tijd meet het in het geheugen. Er wordt niets opgeslagen, en wat is gemeten ben je kwijt als je afsluit.',
    look: 'Opnieuw kijken',
    locate: 'Aanwijzen waar ze staan …',
    own: 'Verder in de eigen map van de app …',
    confirm:
      'Sweetspot start opnieuw met zijn eigen map, zonder wat er in de andere staat. Die map blijft zoals hij is; later open je hem met --data.',
    yes: 'Daar verdergaan',
    no: 'Niet doen',
    result: {
      back: 'Ze zijn er weer.',
      away: 'Nog steeds niet gevonden.',
      'no-data': 'In die map staan geen gegevens van Sweetspot.',
      refused: 'Die map is nu niet te gebruiken.',
      restarting: 'Sweetspot start opnieuw.',
    },
  },
} as const;
