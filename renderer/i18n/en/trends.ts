/** English texts of the page Trends. */
export const enTrends = {
  trends: {
    previous: 'Previous year',
    next: 'Next year',
    backToNow: 'This year',
    open: 'Open {{name}}',
    detail: '{{year}}, and the twelve weeks of {{range}}',
    weeks: {
      title: 'Week by week',
      per: 'A bar is',
      perWeek: 'Weeks',
      perMonth: 'Months',
      by: 'Bars by',
      byActivity: 'By activity',
      byPurpose: 'By purpose',
      name: 'Week {{week}}, {{range}}',
      short: 'W{{week}}',
      week: 'Week',
      counted: 'Counted',
      allowance: 'Agreed, at most',
      measured: 'Measured',
      summary_one:
        '{{counted}} counted in one measured week; what was agreed for it comes to at most {{allowance}}.',
      summary_other:
        '{{counted}} counted in {{count}} measured weeks; what was agreed for them comes to at most {{allowance}}.',
      summaryNoBlock_one: '{{counted}} counted in one measured week; no block was agreed for it.',
      summaryNoBlock_other:
        '{{counted}} counted in {{count}} measured weeks; no block was agreed for them.',
      summaryNone: 'Nothing was measured in the working time of these weeks.',
      help: 'A bar is the counted time of a week. The line across it is what the blocks of its working days add up to at most. Press a bar to open its week.',
    },
    months: {
      title: 'Month by month',
      week: 'Month',
      summary_one:
        '{{counted}} counted in one measured month; what was agreed for it comes to at most {{allowance}}.',
      summary_other:
        '{{counted}} counted in {{count}} measured months; what was agreed for them comes to at most {{allowance}}.',
      summaryNoBlock_one: '{{counted}} counted in one measured month; no block was agreed for it.',
      summaryNoBlock_other:
        '{{counted}} counted in {{count}} measured months; no block was agreed for them.',
      summaryNone: 'Nothing was measured in the working time of these months.',
      help: 'A bar is the counted time of a month. The line across it is what the blocks of its working days add up to at most. Press a bar to see its days.',
    },
    month: {
      previous: 'Previous month',
      next: 'Next month',
      summaryNone: 'Nothing was measured in the working time of this month.',
      before: '{{month}} came to {{counted}}.',
    },
    mix: {
      title: 'What it was for',
      summaryNone: 'No LinkedIn time in the working time of these weeks.',
      total: 'In working time',
      help: 'The LinkedIn time in working time of each week by purpose, as a share of the whole. What an activity is for follows your agreement of that day.',
    },
    hours: {
      title: 'When in the week',
      summary:
        'The busiest hour was {{weekday}} {{from}}–{{to}}: {{minutes}} of the {{total}} in these twelve weeks.',
      summaryNone: 'No LinkedIn time in these twelve weeks.',
      cell: '{{weekday}}, {{from}} to {{to}}',
      weekday: 'Weekday',
      hint: 'Point at an hour, or use the arrow keys, to read its minutes.',
      help: 'Minutes on LinkedIn by weekday and hour of the clock, added up over the twelve weeks, in and outside working time. Private time is left out. Hatched hours were never measured.',
    },
    year: {
      title: 'The year',
      summary_one:
        'One measured working day: {{room}} with room, {{sweetSpot}} in the sweet spot, {{over}} above the block.',
      summary_other:
        '{{count}} measured working days: {{room}} with room, {{sweetSpot}} in the sweet spot, {{over}} above the block.',
      summaryNone: 'No working day of this year was measured.',
      hint: 'Point at a day, or use the arrow keys, to read it; press it to open its week.',
      day: 'Day',
      help: 'Every day by where it lies next to the block of that day: the dot is below, inside or above. Press a day to open its week, and there the day itself.',
    },
  },
} as const;
