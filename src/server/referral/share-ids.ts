import { createHmac } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 12;

/** Names that nobody can make up without the secret, and everybody with it makes the same: no row is needed before one is used. */
export class ShareIds {
  readonly #secret: Buffer;

  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  /** Of the link that `sharer` passes on, having come by `parent` themselves; another one after each of the `times` they were erased. */
  of(room: string, sharer: string, parent: string | undefined, times = 0): string {
    const anew = times > 0 ? [String(times)] : [];
    const mac = this.#mac('share', room, sharer, parent ?? '', ...anew);
    let rest = BigInt(`0x${mac.toString('hex', 0, 16)}`);
    let id = '';
    for (; id.length < LENGTH; rest /= 62n) id += DIGITS[Number(rest % 62n)]!;
    return id;
  }

  /** A viewer's name in the chain where it must not be known for theirs. */
  apart(room: string, viewer: string): string {
    return `a-${this.#mac('apart', room, viewer).toString('hex', 0, 11)}`;
  }

  #mac(...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.#secret).update(parts.join('\0')).digest();
  }
}
