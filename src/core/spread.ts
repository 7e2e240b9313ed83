/** What opens at a moment that all have waited for. */
export interface Rush {
  /** Server time, ms; null: not announced. */
  opensAt: number | null;
  /** Over how many ms the server wants the first asking spread. */
  spreadMs?: number | undefined;
}

/**
 * How long what is asked at server time `now` waits for its turn, ms: a random part of the spread in the first moments,
 * nothing after them.
 */
export function turnMs({ opensAt, spreadMs = 0 }: Rush, now: number, random = Math.random): number {
  if (opensAt === null || now < opensAt || now >= opensAt + spreadMs) return 0;
  return Math.floor(random() * spreadMs);
}
