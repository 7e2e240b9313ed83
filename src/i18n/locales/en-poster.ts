/** A poster of the room, and what is written on it. */
export const enPoster = {
  'poster.label': 'Poster',
  'poster.title': 'Poster of this room',
  'poster.drawing': 'Drawing your poster…',
  'poster.ready': 'Your poster is ready.',
  'poster.hold': 'Press and hold the picture to save it or pass it on.',
  'poster.save': 'Save picture',
  'poster.send': 'Send picture',
  'poster.failed': 'The poster could not be drawn.',
  'poster.again': 'Try again',
  'poster.designs': 'Design',
  'poster.editorial': 'Paper',
  'poster.market': 'Night market',
  'poster.close-up': 'Close-up',
  'poster.warmup': 'Coming up',
  'poster.live': 'Live now',
  'poster.replay': 'Replay',
  'poster.today': 'today',
  'poster.tomorrow': 'tomorrow',
  'poster.days': 'in {count} days',
  'poster.sale': 'Flash price',
  'poster.from': 'from {time}',
  'poster.until': 'until {time}',
  'poster.hint': 'Scan to enter the room',
} as const;

export type PosterMessages = Record<keyof typeof enPoster, string>;
