/** English texts of the pages for a talk about the agreement. */
export const enTalk = {
  talk: {
    title: 'For my talk',
    about:
      'Up to three pages in one PDF: what was agreed, what was measured on these days, and what you would like to change. You choose who gets it.',
    wishTitle: 'What I would like to change',
    wishHelp:
      'For this print. It is in this window until you close it, and is not stored. Left empty, this page is left out.',
    tooLong: 'This is more than one page. Make it shorter.',
    keep: 'Keep it in my note of this week',
    added: 'It is in your private note of this week.',
    full: 'Your note of this week has no room for it.',
    pages: 'The pages',
    earlier: 'Agreed earlier in these days',
    foot: 'Page {{page}} of {{pages}} · a self-report, no proof',
    promiseEnds:
      'What you see above is what is printed. Once it is saved, our promise ends for it: who has the file can read it and pass it on.',
  },
} as const;
