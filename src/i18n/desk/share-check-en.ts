/** The desk: words that promise something for sharing. */
export const shareCheckEn = {
  'check.reward': '“{words}” promises something for sharing.',
  'check.gate': '“{words}” opens something only to those who share.',
  'check.chance': '“{words}” gives better chances for sharing.',
  'check.help': '“{words}” has friends help for a benefit.',
  'check.collect': '“{words}” has likes or cards collected from friends.',
  'check.proof': '“{words}” asks for proof of sharing.',
  'check.recruit': '“{words}” pays for recruits.',
  'check.advice':
    "WeChat blocks links for this, so it can't go out. Offer it to everyone in the room, or leave it out.",
} as const;

export type ShareCheckKey = keyof typeof shareCheckEn;
