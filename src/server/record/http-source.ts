import {
  parseError,
  parseHead,
  parseHistory,
  parseSegment,
  QunError,
  type HistoryPage,
  type Segment,
} from '../../protocol/index.js';
import type { RecordSource, SourcePlace } from './record-source.js';

/** How long one answer may take, ms. */
const TIMEOUT_MS = 20_000;

/** A room of a running server, or of a cache in front of one. */
export class HttpSource implements RecordSource {
  readonly base: string;
  readonly fixed = false;

  constructor(url: string) {
    this.base = url.replace(/\/+$/, '');
  }

  async place(): Promise<SourcePlace> {
    const { room, epoch, edition, n, durationMs, now } = parseHead(await this.#get('head.json'));
    return { room, epoch, edition, n, durationMs, nextMs: (n + 2) * durationMs - now };
  }

  async segment({ epoch, edition }: SourcePlace, n: number): Promise<Segment | undefined> {
    try {
      return parseSegment(await this.#get(`segments/${epoch}.${edition}/${n}.json`));
    } catch (cause) {
      if (QunError.from(cause).code === 'not-found') return undefined;
      throw cause;
    }
  }

  async history(after: number): Promise<HistoryPage> {
    return parseHistory(await this.#get(`history?after=${after}`));
  }

  async close(): Promise<void> {}

  async #get(path: string): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.base}/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      text = await response.text();
    } catch (cause) {
      throw new QunError('network', { detail: `${this.base} does not answer`, cause });
    }
    const body = read(text);
    if (!response.ok) throw parseError(body, response.status);
    if (body === undefined) {
      const detail = `${this.base}/${path} answers something else than JSON; is it the URL of a room?`;
      throw new QunError('bad-config', { detail });
    }
    return body;
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // said above what that means
  }
}
