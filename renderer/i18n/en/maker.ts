/** English texts of writing a guideline for others, and of its printed page. */
export const enMaker = {
  maker: {
    title: 'For your team: write a guideline',
    cardHelp:
      'Do you lead a team or work in HR? Write down, by role, what LinkedIn is for. Your team reads it on paper, or opens the file in their own app. Nothing comes back to you.',
    start: 'Write a guideline …',
    help: 'Say what LinkedIn is for, suggest a block, and trust your people. Employees take over only what they tick themselves. You never see who does, and never anyone’s figures.',
    name: 'Name of the guideline',
    nameHelp: 'As “Guideline 2027”. It can stay empty.',
    suggest: 'Suggest something for this role',
    suggestHelp: 'You start from an example and change it.',
    goalHelp: 'What LinkedIn is for in this role. Plain text, without links.',
    goals: {
      sales: 'Staying in touch with customers, getting to know new ones and sharing what we know.',
      recruiting:
        'Getting to know candidates, staying in touch and showing what it is like to work here.',
      marketing:
        'Sharing what we make, answering questions and following what goes on in our field.',
      other: 'Keeping up a professional network, sharing expertise and staying informed.',
    },
    preview: 'What an employee sees',
    previewHelp:
      'Next to their own agreement, here the one that everybody begins with. They tick what to take over.',
    handOut: 'Hand it out',
    handOutHelp: 'As a file for the app, and as one page on paper, in Dutch or English.',
    save: 'Save the guideline …',
    saved: 'Saved. Hand the file to your team.',
    close: 'Back to my agreement',
    problem: {
      noRoles: 'Switch a role on first.',
      name: 'The name has to be plain text, without links or code.',
      goal: '{{role}}: the goal has to be plain text, without links or code.',
      block: '{{role}}: the first number of the block is above the second.',
      window: '{{role}}: the window begins and ends at the same time.',
      tooLong: '{{role}}: the block is longer than its window.',
    },
  },
  guidelineSheet: {
    title: 'LinkedIn during working hours',
    subtitle: 'Your employer’s guideline',
    welcome: 'What is welcome',
    welcomeText:
      '{{list}}: it is part of the work, and nothing you have to account for. Less time than the block is always fine.',
    private: 'What is private',
    privateText:
      'Looking for other work, and whatever else you consider private. Nobody asks about it, and it is in no overview.',
    profile: 'Your profile is yours',
    profileText:
      'Nobody can demand that you have a LinkedIn profile for your work, or decide what it says. Taking part is never required.',
    measuring: 'Measuring is for yourself, if you like',
    measuringText:
      'The app Sweetspot shows you alone how much time goes to LinkedIn. Using it is voluntary. If you do not measure, you need not explain why, and nothing follows from it.',
    figures: 'Nobody sees your figures',
    figuresText:
      'They are on your own computer alone. Others see them only if you hand them over, and nobody asks for them. They play no part in an appraisal.',
    wrong: 'When it does not go well',
    wrongText:
      'Then there is a talk first: does the block still fit, and what is needed? No figures are needed for it.',
    foot: 'This is a suggestion. The agreement itself is made together, and may differ from person to person.',
  },
} as const;
