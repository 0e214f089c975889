/** English texts of the review of a week. */
export const enReview = {
  review: {
    open: 'Review of week {{week}}',
    title: 'Review of week {{week}}',
    back: 'To the week',
    facts: 'Three facts',
    countedText: '{{agreed}}. {{days}}.',
    days: {
      room: '{{number}} with room',
      'sweet-spot': '{{number}} in the sweet spot',
      over: '{{number}} above the block',
      'no-data': '{{number}} not measured',
      'to-come': '{{number}} to come',
    },
    daysNone: 'No working day so far',
    most: 'Took most',
    shares: '{{minutes}} of {{total}} in working time. Doing: {{active}}; reading: {{passive}}.',
    own: 'Own time for work',
    ownText: 'Business LinkedIn outside working time.',
    question: {
      title: 'One question',
      '0': 'What on LinkedIn helped your work this week?',
      '1': 'Which conversation would you like to continue?',
      '2': 'At what time of day did LinkedIn fit in best?',
      '3': 'What were you looking for, and did you find it?',
      '4': 'What would you like to keep as it is?',
      '5': 'What, if anything, would you like to do differently next week?',
      '6': 'Does the agreed block still suit your work?',
      '7': 'What did you come across that you can use?',
    },
    proposal: {
      title: 'A block from your figures',
      about:
        'If you like, see what the eight weeks up to this one had, and which block spans most of it. Nothing is drafted until you say so.',
      show: 'Show the eight weeks',
      hide: 'Hide the eight weeks',
      middle: 'Middle half of the days',
      middleText:
        '{{days}} working days, {{dates}}. The quarter with the least and the quarter with the most are left out.',
      mean: 'On average',
      meanText: 'Counted a day in that half.',
      block: 'A block that spans it',
      blockText: 'In steps of five minutes. Agreed now: {{now}}.',
      same: 'In steps of five minutes. It is the block that is agreed now.',
      noBlock: 'nothing',
      tooFew:
        'Of {{dates}}, {{days}} working days were measured for half or more. From {{needed}} of them on, a block can be reckoned.',
      draft: 'Draft a next version',
      draftHelp:
        'It opens on the page Agreement. It holds only once you have looked at it and saved it.',
      hasDraft: 'On the page Agreement a change is still open. Save or cancel that first.',
      open: 'To the agreement',
    },
    notes: { title: 'Your other notes', week: 'Week {{week}}, {{range}}' },
    note: {
      there: 'There is a note',
      title: 'Private note',
      about:
        'For you alone. It is stored on this computer and stands in no report; only the file with everything that is stored holds it too.',
      label: 'Note on week {{week}}',
      unsaved: 'Not saved yet',
      saving: 'Saving …',
      saved: 'Saved',
      failed: 'Could not be saved',
      left: '{{left}} characters left',
    },
    hint: {
      title: 'Week {{week}} is done',
      text: 'Three facts, one question and room for a note, if you like.',
      open: 'Look back',
    },
  },
} as const;
