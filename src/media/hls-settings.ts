import type { PlaybackPolicy } from './playback-policy.js';

/** The engine's settings for a live shop. Chosen against measured faults; what is not named here is hls.js's default on purpose. */
export function hlsSettings({
  policy,
  workerPath,
  startAt,
  bandwidth,
}: {
  policy: PlaybackPolicy;
  workerPath: string | undefined;
  startAt: number | undefined;
  /** What the line is thought to carry, bits/s. */
  bandwidth: number;
}) {
  return {
    // Without a script of the page's own origin, hls.js would make a worker from a blob, which strict pages forbid.
    enableWorker: Boolean(workerPath),
    ...(workerPath ? { workerPath } : {}),
    ...(startAt === undefined ? {} : { startPosition: startAt }),
    abrEwmaDefaultEstimate: bandwidth,
    // Seeks into an edge that is not buffered yet freeze slow phones.
    liveSyncMode: 'buffered',
    liveDurationInfinity: true,
    startOnSegmentBoundary: true,
    backBufferLength: 8,
    maxBufferLength: 20,
    capLevelToPlayerSize: true,
    maxDevicePixelRatio: 2,
    capLevelOnFPSDrop: true,
    // One failed rendition is not banned for ever.
    errorPenaltyExpireMs: 30_000,
    manifestLoadPolicy: { default: requests(policy, [401, 403, 404, 410, 451]) },
    playlistLoadPolicy: { default: requests(policy, [401, 403, 410, 451]) },
    // A segment that is missing is skipped as soon as there is a later one: it will not come.
    fragLoadPolicy: { default: { ...requests(policy, [401, 403, 404, 410, 451]), maxLoadTimeMs: 30_000 } },
  } as const;
}

/** What changes once a stream turns out to be low-latency. */
export function settingsForParts() {
  return {
    backBufferLength: 4,
    abrBandWidthUpFactor: 0.95,
    maxFragLookUpTolerance: 0.001,
    startOnSegmentBoundary: false,
  };
}

/** hls.js gives up after 3 s of errors and never retries a 4xx; a live origin that restarts takes longer and answers 404. */
function requests(policy: PlaybackPolicy, final: readonly number[]) {
  const jitter = 0.75 + Math.random() / 2; // a room full of viewers must not come back in one beat
  return {
    maxTimeToFirstByteMs: policy.requestTimeoutMs,
    maxLoadTimeMs: 15_000,
    timeoutRetry: { maxNumRetry: 3, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: {
      maxNumRetry: policy.requestRetries,
      retryDelayMs: Math.round(policy.requestRetryMs * jitter),
      maxRetryDelayMs: policy.requestRetryMaxMs,
      shouldRetry: (
        config: { maxNumRetry: number } | null | undefined,
        count: number,
        _timeout: boolean,
        response: { code?: number } | undefined,
      ) => count < (config?.maxNumRetry ?? 0) && !final.includes(response?.code ?? 0),
    },
  };
}
