/** English texts of what the user corrects, deletes and takes back. */
export const enCorrections = {
  correct: {
    open: 'Correct {{span}}',
    was: 'That was …',
    delete: 'Delete',
    filter: 'Activity',
    all: 'All activities',
    moreOf_one: 'Show one more',
    moreOf_other: 'Show {{count}} more',
    none: 'No span of this activity.',
  },
  erase: {
    activity: 'One activity',
    log: 'The log of your actions',
    allDays: 'Without days: on all days.',
    confirmActivity:
      'Erase all time of “{{activity}}” from the database and its journal, and delete every back-up?',
    confirmActivityDays:
      'Erase the time of “{{activity}}” on {{from}} to {{to}} from the database and its journal, and delete every back-up?',
    confirmLog:
      'Erase the log of your actions from the database and its journal, and delete every back-up? What was measured stays.',
    doneLog: 'The log was erased.',
    oneSpan: 'A single span you delete in the list of its day.',
    openDay: 'Go to the day',
  },
  offer: {
    window:
      'These words come from the latest window of the time that you corrected. Change them as you like: nothing of it is kept unless you save this rule.',
    'own-rule':
      'This rule of yours decided. Save it with the other activity, or leave it as it was.',
    none: 'The window is not known any more. Write words of its title here: they are kept only if you save this rule.',
    full: 'You have as many rules as there can be. Remove one to make room for another.',
  },
  actions: {
    title: 'What you did with your data',
    text: 'For you alone: corrections, deletions and imports, the newest first. Of what was deleted it says no more than how much. Erasing everything erases this too.',
    empty: 'Nothing yet.',
    when: 'When',
    what: 'What',
    spans: 'Spans',
    kind: {
      relabelled: 'Corrected: {{from}} is {{to}}',
      deleted: 'Deleted',
      erased: 'Erased',
      undone: 'Undone',
      imported: 'Imported',
    },
    of: 'on {{date}}, {{time}}',
    more: 'The newest {{shown}} of {{total}}.',
  },
  undo: {
    region: 'Changes that can be undone',
    button: 'Undo',
    buttonOf: 'Undo: {{change}}',
    close: 'Close this message',
    done: 'Undone.',
    rule: 'Make a rule …',
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
