/** English texts of what the user corrects, deletes and takes back. */
export const enCorrections = {
  correct: {
    open: 'Correct {{span}}',
    was: 'That was …',
    elsewhere: 'Not LinkedIn',
    delete: 'Delete',
    filter: 'Activity',
    all: 'All activities',
    moreOf_one: 'Show one more',
    moreOf_other: 'Show {{count}} more',
    none: 'No span of this activity.',
  },
  undo: {
    region: 'Changes that can be undone',
    button: 'Undo',
    buttonOf: 'Undo: {{change}}',
    close: 'Close this message',
    done: 'Undone.',
    until: 'You can undo this for 30 seconds, while Sweetspot stays open.',
    relabelled: '{{from}} is now {{to}}.',
    deleted: '{{from}} was deleted, and with it every back-up.',
    erasedLog: 'The log of your actions was erased, and with it every back-up.',
    erased_one: 'One span was erased, and with it every back-up.',
    erased_other: '{{count}} spans were erased, and with them every back-up.',
    settings: {
      agreements: 'The agreement was changed.',
      schedules: 'The working hours were changed.',
      days: 'The days off were changed.',
      rules: 'Your rules were changed.',
      other: 'The settings were changed.',
    },
  },
} as const;
