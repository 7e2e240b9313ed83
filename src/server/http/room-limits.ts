import { addressName, RateLimit } from './rate-limit.js';

export interface RoomLimitsOptions {
  /** Requests of one address per second in the long run; four times that at once. Default 500. */
  perAddress?: number;
  now?: () => number;
}

/** How fast anyone may ask. Addresses generously, since thousands of phones share one; viewers strictly. */
export class RoomLimits {
  readonly #address: Record<'session' | 'read' | 'command', RateLimit>;
  readonly #viewer: Record<'comment' | 'claim' | 'reaction' | 'word', RateLimit>;

  constructor({ perAddress = 500, now = Date.now }: RoomLimitsOptions = {}) {
    const generous = () => new RateLimit({ everyMs: 1000 / perAddress, burst: 4 * perAddress, now });
    this.#address = { session: generous(), read: generous(), command: generous() };
    this.#viewer = {
      comment: new RateLimit({ everyMs: 1000, burst: 3, code: 'comment-too-fast', now }),
      claim: new RateLimit({ everyMs: 200, burst: 10, now }),
      reaction: new RateLimit({ everyMs: 900, burst: 3, now }),
      word: new RateLimit({ everyMs: 1000, burst: 10, now }),
    };
  }

  session(ip: string): void {
    this.#address.session.take(addressName(ip));
  }

  read(ip: string): void {
    this.#address.read.take(addressName(ip));
  }

  command(ip: string): void {
    this.#address.command.take(addressName(ip));
  }

  /** One a second, three at once. */
  comment(viewer: string): void {
    this.#viewer.comment.take(viewer);
  }

  /** Five a second, ten at once: more than a thumb can do. */
  claim(viewer: string): void {
    this.#viewer.claim.take(viewer);
  }

  /** Taps come gathered: about one command a second, three at once. */
  reaction(viewer: string): void {
    this.#viewer.reaction.take(viewer);
  }

  /** Reports, questions joined and wishes to buy: one a second, ten at once. */
  word(viewer: string): void {
    this.#viewer.word.take(viewer);
  }
}
