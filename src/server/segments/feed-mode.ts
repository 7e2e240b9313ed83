/** `auto`: the feed for as many as one machine serves well, segments beyond. */
export type ModeOption = 'auto' | 'feed' | 'segments';

export const modeOptions: readonly ModeOption[] = ['auto', 'feed', 'segments'];

/** Back to the feed only well below, so that a room does not go to and fro at the edge. */
const BELOW = 0.7;

/** How newcomers of one room are to hear it. */
export class FeedMode {
  readonly #option: ModeOption;
  readonly #feedUpTo: number;
  #crowded = false;

  constructor(option: ModeOption = 'auto', feedUpTo = 20_000) {
    this.#option = option;
    this.#feedUpTo = feedUpTo;
  }

  of(online: number): 'feed' | 'segments' {
    if (this.#option !== 'auto') return this.#option;
    this.#crowded = online > this.#feedUpTo * (this.#crowded ? BELOW : 1);
    return this.#crowded ? 'segments' : 'feed';
  }
}
