import { encodingTexts } from '../../../shared/texts/encoding.ts';

/** English texts of an employer's guideline on the page of the agreement. */
export const enGuideline = {
  guideline: {
    title: 'Your employer’s guideline',
    help: 'If your employer hands out a guideline file, see it here next to your agreement, and take over only what you tick. Nothing goes back to them.',
    open: 'Open a guideline …',
    forRole: 'Suggested for',
    part: 'Part',
    now: 'Now',
    suggested: 'Suggested',
    take: 'Take over',
    takePart: 'Take over: {{part}}',
    same: 'the same',
    nothing: 'nothing written',
    make: 'Make a new version',
    close: 'Close',
    problem: {
      'too-long': 'This file was not taken: it is longer than 64 kB.',
      'not-json': 'This file was not taken: it is not JSON.',
      ...encodingTexts('en', 'This file was not taken: it ', '.'),
      'not-guideline': 'This file was not taken: it does not say that it is a Sweetspot guideline.',
      newer: 'This file was not taken: it was made for a newer version of Sweetspot.',
      'unknown-key':
        'This file was not taken: a guideline can only suggest the terms of an agreement, and it also has: {{at}}.',
      'missing-key': 'This file was not taken: “{{at}}” is missing.',
      'not-plain':
        'This file was not taken: “{{at}}” has to be plain text, without links, code or invisible characters.',
      'wrong-value': 'This file was not taken: the value of “{{at}}” is not possible.',
      'outgrows-window':
        'This file was not taken: in “{{at}}” the block is longer than its window.',
    },
  },
} as const;
