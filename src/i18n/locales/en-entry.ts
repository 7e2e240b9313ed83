/** Said by the way into a show that floats on a shop's other pages. */
export const enEntry = {
  'entry.label': 'Live show',
  'entry.watch': 'Watch: {title}',
  'entry.back': 'Back in a moment',
  'entry.dismiss': 'Hide until tomorrow',
  'entry.close': 'Close the show',
} as const;

export type EntryMessages = Record<keyof typeof enEntry, string>;
