import { encodingTexts } from '../../../shared/texts/encoding.ts';

/** English texts of taking over the history of another tracker. */
export const enHistory = {
  history: {
    title: 'Your history from ActivityWatch',
    text: 'If you have used ActivityWatch, its export of all buckets (a JSON file) can become spans here. It is read on this computer; titles and addresses are sorted into activities one by one and dropped. Your hours, your rules and what you keep private hold for it too.',
    open: 'Choose an export …',
    reading: 'Reading the export. Measuring goes on meanwhile.',
    storing: 'Taking over. Measuring goes on meanwhile.',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was taken over.',
    events_one: 'The export has one event.',
    events_other: 'The export has {{number}} events.',
    spans_one: 'One span is new,',
    spans_other: '{{number}} spans are new,',
    days_one: 'on one day:',
    days_other: 'on {{number}} days:',
    range: '{{range}}, in the time zone {{zone}}.',
    nothingNew: 'It has no time that is not here already.',
    already_one: 'One stretch of time is here already.',
    already_other: '{{number}} stretches of time are here already.',
    activity: 'Activity',
    time: 'New time',
    noWindows: 'It has no events of windows that can be used.',
    withoutAfk_one:
      'For one computer of {{hosts}} the export does not say when you were away, so no such time is taken off there.',
    withoutAfk_other:
      'For {{count}} computers of {{hosts}} the export does not say when you were away, so no such time is taken off there.',
    excluded_some:
      'ActivityWatch was told to leave some titles out. The time of browsers without a title counts as not measured.',
    excluded_all:
      'ActivityWatch was told to leave the titles of all browser windows out, so LinkedIn cannot be seen in them; their time counts as not measured.',
    phones_one: 'It has the apps of one telephone, without when you looked at it.',
    phones_other: 'It has the apps of {{count}} telephones, without when you looked at them.',
    withPhones: 'Take LinkedIn on the telephone too: {{duration}} more',
    skipped: 'Events that are left out:',
    skippedFor: '{{number}}: {{why}}',
    skip: {
      foreign: 'they tell nothing of windows or of a known browser',
      damaged: 'a part is missing or of the wrong kind',
      timestamp: 'the moment cannot be read',
      duration: 'the length cannot be right',
      'no-time': 'they have no length, and nothing follows closely',
      endless: 'they are longer than a day, and nothing tells when you were there',
      future: 'they begin after now',
    },
    refused: 'This file cannot be taken over: {{why}}. Nothing was changed.',
    why: {
      'not-json': 'it is no JSON, or not all of it',
      ...encodingTexts('en', 'it '),
      'no-object': 'it is no export of ActivityWatch',
      'no-buckets': 'it has no buckets; export all of them',
      'breaks-off': 'it breaks off before its end',
      'no-end': 'it has a value without an end',
      'too-deep': 'it is nested deeper than an export is',
      'too-many': 'it is larger than an export can be',
    },
  },
} as const;
