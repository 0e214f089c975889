/** Dutch texts of the example that stands in for weeks of the user's own. */
export const nlExample = {
  example: {
    open: 'Bekijk een voorbeeld',
    offer: 'Hier is nog niets van jou te zien. In een voorbeeld zie je hoe het eruit gaat zien.',
    title: 'Dit is een voorbeeld',
    text: 'Deze weken zijn verzonnen en staan alleen in het geheugen. Ze worden niet opgeslagen en staan in geen enkel rapport.',
    close: 'Voorbeeld sluiten',
  },
} as const;
