/** What flies over the picture, and what is given by a tap. */
export const enLively = {
  'danmaku.label': 'Comments over the picture',
  'danmaku.note': 'Fly across the top',
  'danmaku.noteStill': 'Appear at the top, without moving',
  'danmaku.host': 'Host',
  'danmaku.assistant': 'Assistant',
  'danmaku.simulated': 'Simulated',

  'reaction.label': 'Like',
  'reaction.total': '{count} likes',
  'reaction.given': 'You gave {count}. {total} likes in all.',
} as const;

export type LivelyMessages = Record<keyof typeof enLively, string>;
