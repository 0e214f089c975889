/** Dutch texts of the page Trends. */
export const nlTrends = {
  trends: {
    previous: 'Vorig jaar',
    next: 'Volgend jaar',
    backToNow: 'Dit jaar',
    open: '{{name}} openen',
    detail: '{{year}}, en de twaalf weken van {{range}}',
    weeks: {
      title: 'Week na week',
      per: 'Een staaf is',
      perWeek: 'Weken',
      perMonth: 'Maanden',
      by: 'Staven',
      byActivity: 'Naar activiteit',
      byPurpose: 'Naar doel',
      name: 'Week {{week}}, {{range}}',
      short: 'W{{week}}',
      week: 'Week',
      counted: 'Geteld',
      allowance: 'Afgesproken, hooguit',
      measured: 'Gemeten',
      summary_one:
        '{{counted}} geteld in één gemeten week; daarvoor is hooguit {{allowance}} afgesproken.',
      summary_other:
        '{{counted}} geteld in {{count}} gemeten weken; daarvoor is samen hooguit {{allowance}} afgesproken.',
      summaryNoBlock_one:
        '{{counted}} geteld in één gemeten week; daarvoor is geen blok afgesproken.',
      summaryNoBlock_other:
        '{{counted}} geteld in {{count}} gemeten weken; daarvoor is geen blok afgesproken.',
      summaryNone: 'In de werktijd van deze weken is niets gemeten.',
      help: 'Een staaf is de getelde tijd van een week. De streep is wat de blokken van de werkdagen samen hooguit zijn. Klik op een staaf om de week te openen.',
    },
    months: {
      title: 'Maand na maand',
      week: 'Maand',
      summary_one:
        '{{counted}} geteld in één gemeten maand; daarvoor is hooguit {{allowance}} afgesproken.',
      summary_other:
        '{{counted}} geteld in {{count}} gemeten maanden; daarvoor is samen hooguit {{allowance}} afgesproken.',
      summaryNoBlock_one:
        '{{counted}} geteld in één gemeten maand; daarvoor is geen blok afgesproken.',
      summaryNoBlock_other:
        '{{counted}} geteld in {{count}} gemeten maanden; daarvoor is geen blok afgesproken.',
      summaryNone: 'In de werktijd van deze maanden is niets gemeten.',
      help: 'Een staaf is de getelde tijd van een maand. De streep is wat de blokken van de werkdagen samen hooguit zijn. Klik op een staaf om de dagen te zien.',
    },
    month: {
      previous: 'Vorige maand',
      next: 'Volgende maand',
      summaryNone: 'In de werktijd van deze maand is niets gemeten.',
      before: 'In {{month}} was het {{counted}}.',
    },
    mix: {
      title: 'Waarvoor het was',
      summaryNone: 'Geen LinkedIn in de werktijd van deze weken.',
      total: 'In werktijd',
      help: 'De LinkedIn-tijd in werktijd van elke week naar doel, als deel van het geheel. Waar een activiteit voor is, volgt uit je afspraak van die dag.',
    },
    hours: {
      title: 'Wanneer in de week',
      summary:
        'Het drukste uur was {{weekday}} {{from}}–{{to}}: {{minutes}} van de {{total}} in deze twaalf weken.',
      summaryNone: 'Geen LinkedIn in deze twaalf weken.',
      cell: '{{weekday}}, {{from}} tot {{to}}',
      weekday: 'Weekdag',
      hint: 'Wijs een uur aan, of gebruik de pijltjestoetsen, om de minuten te lezen.',
      help: 'Minuten op LinkedIn per weekdag en uur van de klok, opgeteld over de twaalf weken, in en buiten werktijd. Privétijd blijft weg. Gearceerde uren zijn nooit gemeten.',
    },
    year: {
      title: 'Het jaar',
      summary_one:
        'Eén gemeten werkdag: {{room}} met ruimte, {{sweetSpot}} in de sweet spot, {{over}} boven het blok.',
      summary_other:
        '{{count}} gemeten werkdagen: {{room}} met ruimte, {{sweetSpot}} in de sweet spot, {{over}} boven het blok.',
      summaryNone: 'Geen werkdag van dit jaar is gemeten.',
      hint: 'Wijs een dag aan, of gebruik de pijltjestoetsen, om hem te lezen; klik om de week te openen.',
      day: 'Dag',
      help: 'Elke dag naar zijn plek naast het blok van die dag: de stip staat eronder, erin of erboven. Klik op een dag om de week te openen, en daar de dag zelf.',
    },
  },
} as const;
