/** English texts of the example that stands in for weeks of the user's own. */
export const enExample = {
  example: {
    open: 'See an example',
    offer: 'Nothing of yours is here yet. An example shows what it will look like.',
    title: 'This is an example',
    text: 'These weeks are made up and in memory alone. Nothing of them is saved or reported.',
    close: 'Close the example',
  },
} as const;
