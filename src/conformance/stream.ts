import { parseControl, parseHello, parsePosition, parseSnapshot, parseTick } from '../protocol/index.js';
import { Fault, show } from './check.js';

/** One event of a stream as it came. */
export interface Heard {
  event: string;
  /** The `id` of this very event; undefined where it had none. */
  id: string | undefined;
  data: string;
  at: number;
}

/** One feed, read as the standard says, remembered whole. */
export class Stream {
  readonly status: number;
  readonly headers: Headers;
  readonly heard: Heard[] = [];
  /** Values of `retry`, ms. */
  readonly retries: number[] = [];
  /** When comment lines came: heartbeats. */
  readonly beats: number[] = [];
  readonly #stop: AbortController;
  readonly #patienceMs: number;
  readonly #wake = new Set<() => void>();
  #next = 0;
  #ended = false;

  static async open(
    url: string,
    { headers = {}, patienceMs }: { headers?: Record<string, string>; patienceMs: number },
  ): Promise<Stream> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patienceMs);
    try {
      const response = await fetch(url, {
        signal: stop.signal,
        headers: { accept: 'text/event-stream', ...headers },
      });
      return new Stream(response, stop, patienceMs);
    } catch (cause) {
      throw new Fault(`the feed did not begin within ${patienceMs} ms (${(cause as Error).message})`);
    } finally {
      clearTimeout(timer);
    }
  }

  private constructor(response: Response, stop: AbortController, patienceMs: number) {
    this.status = response.status;
    this.headers = response.headers;
    this.#stop = stop;
    this.#patienceMs = patienceMs;
    void this.#read(response).finally(() => {
      this.#ended = true;
      for (const wake of this.#wake) wake();
    });
  }

  /** The next event of one of these names; those before it are passed over. */
  async next(...names: string[]): Promise<Heard> {
    let found: Heard | undefined;
    await this.until(`no ${names.join(' or ')} came`, () => {
      while (this.#next < this.heard.length) {
        const heard = this.heard[this.#next++]!;
        if (!names.includes(heard.event)) continue;
        found = heard;
        return true;
      }
      return false;
    });
    return found!;
  }

  async hello() {
    return parseHello(json(await this.next('hello')));
  }
  async snapshot() {
    return parseSnapshot(json(await this.next('snapshot')));
  }
  async tick() {
    return parseTick(json(await this.next('tick')));
  }

  /** Resolves once the log has been heard up to `seq`: by a snapshot, or by each event. */
  reaches(seq: number): Promise<void> {
    return this.until(`place ${seq} was not reached`, () =>
      this.heard.some(({ event, id }) => event !== 'tick' && (parsePosition(id)?.seq ?? 0) >= seq),
    );
  }

  /** All control events so far, in the order they came. */
  get controls() {
    return this.heard.filter(({ event }) => event === 'control').map(heard => parseControl(json(heard)));
  }

  /** Waits until `is` holds; throws a Fault that says what was heard. */
  async until(otherwise: string, is: () => boolean, ms = this.#patienceMs): Promise<void> {
    const end = Date.now() + ms;
    while (!is()) {
      const left = end - Date.now();
      if (left <= 0 || this.#ended) {
        const names = this.heard.map(({ event }) => event).slice(-12);
        const how = this.#ended ? 'before the stream ended' : `within ${ms} ms`;
        throw new Fault(`${otherwise} ${how}; heard: ${names.join(', ') || 'nothing'}`);
      }
      await new Promise<void>(resolve => {
        const wake = () => {
          clearTimeout(timer);
          this.#wake.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.#wake.add(wake);
      });
    }
  }

  close(): void {
    this.#stop.abort();
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split(/\r\n\r\n|\n\n|\r\r/);
        text = blocks.pop()!;
        for (const block of blocks) this.#take(block);
        for (const wake of this.#wake) wake();
      }
    } catch (error) {
      // Closed by us, or cut by the server; whoever waits is told that it ended.
      if (!this.#stop.signal.aborted && !(error instanceof TypeError)) throw error;
    }
  }

  #take(block: string): void {
    const at = Date.now();
    const heard: Heard = { event: 'message', id: undefined, data: '', at };
    const data: string[] = [];
    for (const line of block.split(/\r\n|\n|\r/)) {
      const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (line.startsWith(':')) this.beats.push(at);
      else if (field === 'event') heard.event = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') heard.id = value;
      else if (field === 'retry') this.retries.push(Number(value));
    }
    if (data.length > 0) this.heard.push({ ...heard, data: data.join('\n') });
  }
}

export function json({ event, data }: Heard): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new Fault(`the data of ${event} is not JSON: ${show(data, 80)}`);
  }
}
