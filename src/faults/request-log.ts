/** One request to a stream. */
export interface LoggedRequest {
  /** When it came, ms since 1970. */
  at: number;
  target: 'master' | 'playlist' | 'segment';
  rendition?: string | undefined;
  /** Within the stream, as `hi/live.m3u8`. */
  path: string;
  /** Behind the `?` of its address, decoded. */
  query?: Readonly<Record<string, string>> | undefined;
  /** 0: no answer, or none yet. */
  status: number;
  /** The fault that befell it. */
  fault?: string | undefined;
}

/** The newest requests of one stream. */
export class RequestLog {
  readonly #kept: number;
  #requests: LoggedRequest[] = [];

  constructor(kept = 5000) {
    this.#kept = kept;
  }

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > this.#kept * 1.2) this.#requests = this.#requests.slice(-this.#kept);
  }

  /** Those since `at`, ms since 1970, oldest first. */
  since(at = 0): LoggedRequest[] {
    return this.#requests.filter(request => request.at >= at);
  }
}
