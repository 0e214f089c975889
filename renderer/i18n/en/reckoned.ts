/** English texts of how each figure is reckoned. The README has the English ones, word for word. */
export const enReckoned = {
  reckoned: {
    counted:
      'Counted is LinkedIn time inside your working time, without what is private and without what your role takes as its own work.',
    inside:
      'LinkedIn time inside your working time. What counts, what is private and what is your role’s own work add up to it.',
    outside:
      'LinkedIn time outside your working time, without private time. It never counts towards the block.',
    measured:
      'Working time in which Sweetspot was able to measure, whatever you did. What is missing from it was not measured, which is not zero.',
    places:
      'A working day is in the sweet spot where its counted time is inside the block, both ends included. Below it there is room, beyond it the day is above the block. Zero minutes is always fine.',
    ownWork:
      'What your role takes as its own work: Recruiter for a recruiter, Sales Navigator for a seller, campaigns and pages for a marketer. It is not part of the counted time.',
    rounding:
      'Every figure is rounded to whole minutes, and its parts add up to it. The days of a week are rounded each by itself, so their sum can differ from the week by some minutes.',
  },
} as const;
