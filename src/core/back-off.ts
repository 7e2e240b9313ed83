export interface BackOffOptions {
  /** Longest first wait, ms. Default 1000. */
  minMs?: number | undefined;
  /** Longest wait of all, ms. Default 30000. */
  maxMs?: number | undefined;
  random?: (() => number) | undefined;
}

/**
 * How long to wait before attempt number `attempt` (0, 1, 2 …), ms: between half and all of a doubling span,
 * so that a room full of viewers does not come back in one instant.
 */
export function backOffMs(attempt: number, options: BackOffOptions = {}): number {
  const { minMs = 1000, maxMs = 30_000, random = Math.random } = options;
  const span = Math.min(maxMs, minMs * 2 ** Math.min(Math.max(attempt, 0), 30));
  return Math.round(span / 2 + (span / 2) * random());
}

/**
 * How long to wait before trying again after a refusal, ms: the back-off, and where the server has said when, never
 * less than that, and up to a quarter more.
 */
export function retryMs(
  attempt: number,
  retryAfterMs: number | undefined,
  options: BackOffOptions = {},
): number {
  const { random = Math.random } = options;
  const asked = retryAfterMs === undefined ? 0 : Math.ceil(retryAfterMs * (1 + random() / 4));
  return Math.max(backOffMs(attempt, options), asked);
}
