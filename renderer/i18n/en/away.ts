/** English texts of data that cannot be reached. */
export const enAway = {
  away: {
    title: 'Your data cannot be reached',
    'out-of-reach':
      'They should be in {{dir}}, which is not there now. Connect its disk or share: Sweetspot looks every ten seconds, then adds what it measured meanwhile.',
    unknown:
      'The file that says where your data are cannot be read. Choose the folder that they are in.',
    meanwhile:
      'Until then it measures in memory, with its first settings; nothing is saved, and what was measured is lost if you quit. Time that your own settings leave out is dropped afterwards.',
    'meanwhile-own':
      'Until then it measures in memory; nothing is saved, and what was measured is lost if you quit.',
    look: 'Look again',
    locate: 'Show where they are …',
    own: 'Go on in the app’s own folder …',
    confirm:
      'Sweetspot starts again on its own folder, with nothing of what is in the other one. That folder stays as it is; later, --data opens it.',
    yes: 'Go on there',
    no: 'Leave it',
    result: {
      back: 'They are back.',
      away: 'Still not there.',
      'no-data': 'There are no data of Sweetspot in that folder.',
      refused: 'That folder cannot be used now.',
      restarting: 'Sweetspot starts again.',
    },
  },
} as const;
