export interface BackOffOptions {
  /** Longest first wait, ms. Default 1000. */
  minMs?: number;
  /** Longest wait of all, ms. Default 30000. */
  maxMs?: number;
  random?: () => number;
}

/**
 * How long to wait before attempt number `attempt` (0, 1, 2 …), ms: between half and all of a doubling span,
 * so that a room full of viewers does not come back in one instant.
 */
export function backOffMs(attempt: number, options: BackOffOptions = {}): number {
  const { minMs = 1000, maxMs = 30_000, random = Math.random } = options;
  const span = Math.min(maxMs, minMs * 2 ** Math.min(attempt, 30));
  return Math.round(span / 2 + (span / 2) * random());
}
