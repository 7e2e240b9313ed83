import { randomBytes } from 'node:crypto';

/** Tokens that a stream's addresses are signed with, each for a while. */
export class Tokens {
  readonly #lifeMs: number;
  readonly #until = new Map<string, number>();

  constructor(lifeS: number) {
    this.#lifeMs = lifeS * 1000;
  }

  issue(now: number): { token: string; expiresAt: number } {
    const token = randomBytes(9).toString('base64url');
    const expiresAt = now + this.#lifeMs;
    for (const [old, until] of this.#until) if (until <= now) this.#until.delete(old);
    this.#until.set(token, expiresAt);
    return { token, expiresAt };
  }

  lets(token: string | null, now: number): boolean {
    return token !== null && now < (this.#until.get(token) ?? 0);
  }

  /** All that were issued are void. */
  expire(): void {
    this.#until.clear();
  }
}
