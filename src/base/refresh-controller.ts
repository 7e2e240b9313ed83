import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { retryMs } from '../core/back-off.js';
import { QunError } from '../protocol/index.js';

/** Looks at something once; rejects with a QunError where it cannot. */
export type Look<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Looks at something again and again while its host is in the page and the page in front, and renders the host with what
 * came of it. What passes is tried again, ever more slowly, with what was seen last still there; what is final ends it.
 */
export class RefreshController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #everyMs: number;
  readonly #failed: ((error: QunError) => void) | undefined;
  #look: Look<T> | undefined;
  #value: T | undefined;
  #error: QunError | undefined;
  #failures = 0;
  #connected = false;
  #looking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Local time of the next look, ms. */
  #dueAt = 0;

  /** `failed` hears of what is final, once. */
  constructor(host: ReactiveControllerHost, everyMs: number, failed?: (error: QunError) => void) {
    this.#host = host;
    this.#everyMs = everyMs;
    this.#failed = failed;
    host.addController(this);
  }

  /** What was seen last. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Why the last look failed; undefined: it did not. */
  get error(): QunError | undefined {
    return this.#error;
  }

  /** Looks by `look` from now on, and forgets what another one saw; undefined: looks at nothing. */
  follow(look: Look<T> | undefined): void {
    this.#look = look;
    this.#value = this.#error = undefined;
    this.again();
  }

  /** Looks at once, also where a refusal was final. */
  again(): void {
    // What is under way may be older than what somebody has just changed.
    this.#stop();
    this.#failures = 0;
    if (this.#error && !this.#error.temporary) this.#error = undefined;
    this.#host.requestUpdate();
    this.#go();
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#go);
    this.#go();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#go);
    this.#stop();
  }

  readonly #go = (): void => {
    clearTimeout(this.#timer);
    const final = this.#error && !this.#error.temporary;
    if (!this.#connected || document.hidden || this.#looking || !this.#look || final) return;
    this.#timer = setTimeout(() => void this.#see(), Math.max(0, this.#dueAt - Date.now()));
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#looking?.abort();
    this.#looking = undefined;
    this.#dueAt = 0;
  }

  async #see(): Promise<void> {
    const looking = (this.#looking = new AbortController());
    let waitMs = this.#everyMs;
    try {
      const value = await this.#look!(looking.signal);
      if (looking.signal.aborted) return;
      this.#value = value;
      this.#error = undefined;
      this.#failures = 0;
    } catch (cause) {
      if (looking.signal.aborted) return;
      const error = (this.#error = QunError.from(cause, 'network'));
      waitMs = Math.max(waitMs, retryMs(this.#failures, error.retryAfterMs));
      this.#failures += 1;
      if (!error.temporary) this.#failed?.(error);
    }
    this.#looking = undefined;
    this.#dueAt = Date.now() + waitMs;
    this.#host.requestUpdate();
    this.#go();
  }
}
