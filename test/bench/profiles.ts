/** Lines and processors a page is measured on, as WebPageTest and Lighthouse name them. */
export interface Profile {
  /** Mbit/s down; undefined: the line is not slowed down. */
  readonly down?: number;
  /** Added to every request, ms. */
  readonly latencyMs?: number;
  /** The processor is this many times slower. */
  readonly cpu: number;
}

export const profiles = {
  'slow 4G, cheap phone': { down: 1.6, latencyMs: 150, cpu: 4 },
  'good 4G, cheap phone': { down: 9, latencyMs: 170, cpu: 4 },
  'slow 4G, good phone': { down: 1.6, latencyMs: 150, cpu: 1 },
  'home line, desk': { down: 30, latencyMs: 28, cpu: 1 },
} satisfies Record<string, Profile>;

/** What Chromium's protocol calls the line of a profile. */
export function line({ down, latencyMs = 0 }: Profile) {
  const bytes = down === undefined ? -1 : (down * 1e6) / 8;
  return { offline: false, downloadThroughput: bytes, uploadThroughput: bytes, latency: latencyMs };
}
