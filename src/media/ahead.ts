/** What has been fetched ahead of the engine, or is being fetched. */
export interface Ahead {
  readonly url: string;
  /** Rejects where there is no plain answer from that very address; then it is the engine's business. */
  readonly body: Promise<ArrayBuffer>;
  /** When it was asked for, when it began to come, and when it was here; ms of the page's clock, 0 for not yet. */
  readonly times: { readonly start: number; first: number; end: number };
}

/** Asks for `url`; `tell` hears of every piece that comes in. */
export function fetchAhead(
  url: string,
  signal: AbortSignal,
  tell?: (chunk: Uint8Array<ArrayBuffer>) => void,
): Ahead {
  const times = { start: performance.now(), first: 0, end: 0 };
  const body = load(url, signal, times, tell);
  // Whoever needs it asks for it.
  body.catch(() => undefined);
  return { url, body, times };
}

async function load(
  url: string,
  signal: AbortSignal,
  times: Ahead['times'],
  tell?: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  times.first = performance.now();
  if (!response.ok || response.redirected || !response.body) throw new Error(`${url}: ${response.status}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    tell?.(value);
  }
  times.end = performance.now();
  return new Blob(chunks).arrayBuffer();
}
