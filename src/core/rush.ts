/** An offer that opens at a moment everybody knows, and for how long after it a server advises to spread what is asked. */
export interface Opening {
  /** Server time, ms. */
  opensAt: number | null;
  spreadMs?: number | undefined;
}

/**
 * How long a tap made at server time `now` stands in line before it is sent, ms: a random part of the advised time where
 * the offer has just opened, nothing later on. Whoever taps first gains nothing by it, and a server is not run over.
 */
export function rushDelayMs({ opensAt, spreadMs }: Opening, now: number, random = Math.random): number {
  if (!spreadMs || opensAt === null || now - opensAt >= spreadMs) return 0;
  return Math.floor(random() * spreadMs);
}
