/** The numbers by which a player waits, retries and gives up. Times are ms of real time unless they say media. */
export const defaultPolicy = {
  /** A stall shorter than this shows nothing. */
  bufferingAfterMs: 400,
  /** A stall longer than this is called a lost connection. */
  reconnectingAfterMs: 4000,

  /** Attempts after a failure the engine could not mend: 1, 2, 4 … s with jitter, for more than a minute, then the viewer is asked. */
  retryMinMs: 1000,
  retryMaxMs: 8000,
  retries: 16,

  /** How often a stream that is not there is looked for; the last one repeats. Jittered by a quarter. */
  lookMs: [...Array<number>(12).fill(5000), 15_000] as readonly number[],
  lookTimeoutMs: 8000,

  /** Decoder repairs: at most one in this time … */
  repairEveryMs: 5000,
  /** … or of a browser's own player, which is opened anew instead; */
  reopenEveryMs: 2000,
  /** … and within this time two, then one fresh engine, then an error. */
  repairWindowMs: 60_000,

  /** How often the watchdog looks, while the picture should be moving and is seen. */
  tickMs: 1000,
  /** No movement for this long although there is media ahead: nudged, then repaired. */
  stuckMs: 4000,
  /** A live playlist without news for this long, or for three of its segments, has lost its encoder. */
  frozenMs: 10_000,
  /** A browser's own player that stands still for this long, while its stream moves on, is opened anew. */
  deafMs: 3000,
  /** From here on, a frozen stream is looked for anew from its top, since its address may have changed. */
  frozenLookMs: 60_000,
  /** Behind the live edge for this long: back to it, unless the viewer chose to be there. */
  resyncAfterMs: 5000,
  resyncEveryMs: 20_000,
  /** After a stall, once and within this time, even from not so far behind: a jump is expected then. */
  stallResyncMs: 12_000,

  /** Loading stops when a live picture was paused for this long, or muted in a hidden page for twice as long. */
  suspendAfterMs: 30_000,
  /** Hidden for longer: back to the live edge on return. */
  hiddenResyncMs: 5000,
  /** Hidden for longer: the stream is opened anew on return. */
  hiddenReloadMs: 60_000,

  /** The engine's own retries of one request. */
  requestRetries: 12,
  requestRetryMs: 500,
  requestRetryMaxMs: 2000,
  /** Longest wait for a first byte; above three target durations, for playlists that are held back on purpose. */
  requestTimeoutMs: 8000,
};

export type PlaybackPolicy = typeof defaultPolicy;
