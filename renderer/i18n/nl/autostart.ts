/** Dutch texts about starting with the session. */
export const nlAutostart = {
  autostart: {
    label: 'Starten als ik inlog',
    help: 'In het systeemvak, zonder venster. Uitzetten kan hier of in de instellingen van je systeem.',
    unavailable:
      'Dat kan alleen met een geïnstalleerde Sweetspot; deze is vanuit de broncode gestart.',
    ask: {
      title: 'Starten als je inlogt?',
      text: 'Sweetspot kan vanzelf starten, in het systeemvak en zonder venster, zodat geen dag ontbreekt. Bij Instellingen verander je dat weer. Dit wordt één keer gevraagd.',
      yes: 'Starten als ik inlog',
      no: 'Nee',
    },
  },
} as const;
