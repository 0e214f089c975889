/** Dutch texts of how each figure is reckoned. The README has the English ones, word for word. */
export const nlReckoned = {
  reckoned: {
    counted:
      'Geteld wordt LinkedIn-tijd binnen je werktijd, zonder wat privé is en zonder wat bij jouw functie het werk zelf is.',
    inside:
      'LinkedIn-tijd binnen je werktijd. Wat meetelt, wat privé is en wat bij jouw functie het werk zelf is, zijn samen deze tijd.',
    outside:
      'LinkedIn-tijd buiten je werktijd, zonder wat privé is. Die telt nooit mee voor het blok.',
    measured:
      'De werktijd waarin Sweetspot kon meten, wat je ook deed. Wat eraan ontbreekt, is niet gemeten, en dat is iets anders dan nul.',
    places:
      'Een werkdag zit in de sweet spot als de getelde tijd binnen het blok ligt; beide grenzen horen erbij. Daaronder is er ruimte, daarboven ligt de dag boven het blok. Nul minuten is altijd prima.',
    ownWork:
      'Wat bij jouw functie het werk zelf is: Recruiter voor een recruiter, Sales Navigator voor een verkoper, campagnes en pagina’s voor een marketeer. Het hoort niet bij de getelde tijd.',
    rounding:
      'Elk cijfer is afgerond op hele minuten, en de delen ervan kloppen samen. De dagen van een week zijn elk apart afgerond; hun som kan daardoor een paar minuten van de week verschillen.',
  },
} as const;
