import { createHash, timingSafeEqual } from 'node:crypto';
import { randomText } from '../room/random-id.js';

/** Shorter ones are guessed. */
export const MIN_HOST_TOKEN = 16;

/** The one secret that makes its bearer the host of every room of this server. */
export class HostToken {
  readonly #digest: Buffer;

  constructor(token: string) {
    this.#digest = digest(token);
  }

  static random(): string {
    return `host-${randomText(26).toLowerCase()}`;
  }

  /** The same for all processes that know `secret`. */
  static of(secret: Buffer): string {
    return `host-${secret.toString('hex')}`;
  }

  /** Digests are compared, so neither the time taken nor the length says how much was right. */
  matches(token: string): boolean {
    return timingSafeEqual(digest(token), this.#digest);
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest();
