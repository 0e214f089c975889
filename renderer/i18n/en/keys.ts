/** English texts of the keys, and of finding things. */
export const enKeys = {
  keys: {
    title: 'Keys',
    list: 'This list',
    close: 'Close',
    arrows: 'The day or week before or after',
    today: 'Today',
    palette: 'Find a page, an action or a day',
    undo: 'Undo the latest change',
    find: 'Find a page, an action or a day',
    nothing: 'Nothing has that name.',
    lastWeek: 'Last week',
    jumpDay: 'Go to a day',
    jumpWeek: 'Go to the week of a day',
  },
} as const;
