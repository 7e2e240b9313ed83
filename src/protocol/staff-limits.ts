// In a file of their own: viewers' pages know nothing of them.

/** Numbers that bind the host and the assistants. */
export const staffLimits = {
  /** Seconds of a mute at most: thirty days. Longer is until it is taken back. */
  muteSeconds: 2_592_000,
  /** Comments let in or rejected by one command. */
  standings: 50,
  /** Characters in an entry of the word list. */
  wordLength: 40,
  /** Words one command adds or removes. */
  wordsChanged: 100,
  /** Words in a room's own list. */
  words: 10_000,
} as const;
