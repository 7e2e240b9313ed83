import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CommentDigest } from '../../core/comment-digest.js';
import { CommentPace, type ShownLine } from '../../core/comment-pace.js';

/** Between two steps of the pace, ms: the eye can follow, and a burst of half a second is in before the next one. */
const STEP_MS = 160;

/** Where the comments come from, and who wants to hear of them. */
export interface CommentSource {
  lines(): readonly ShownLine[];
  /** What was taken down, where the source forgets old lines by itself. */
  redacted(): readonly string[] | undefined;
  /** In so many words for those who listen: `count` came, this is the latest. */
  tell(count: number, latest: ShownLine): void;
}

/** Looks at the source once in a frame at most, and renders its host with what is to be shown then. */
export class CommentFlow implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #source: CommentSource;
  readonly #digest: CommentDigest<ShownLine>;
  #pace = new CommentPace();
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #held = false;
  #unread = 0;

  constructor(host: ReactiveControllerHost & Element, source: CommentSource) {
    this.#host = host;
    this.#source = source;
    this.#digest = new CommentDigest((count, latest) => source.tell(count, latest));
    host.addController(this);
  }

  /** Oldest first. */
  get lines(): readonly ShownLine[] {
    return this.#pace.lines;
  }

  /** Whether the line has just come in, so that it may be seen to. */
  enters({ id }: ShownLine): boolean {
    return this.#pace.entering.includes(id);
  }

  get skipped(): number {
    return this.#pace.skipped;
  }

  /** Lines of others that came while the viewer read back. */
  get unread(): number {
    return this.#unread;
  }

  /** The viewer reads back: nothing new is let in. */
  get held(): boolean {
    return this.#held;
  }

  hostConnected(): void {
    this.soon();
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#frame = 0;
    this.#rest = undefined;
    this.#digest.stop();
  }

  /** Begins anew with another source. */
  restart(): void {
    this.#pace = new CommentPace();
    this.#held = false;
    this.#unread = 0;
    this.soon(true);
  }

  hold(): void {
    this.#held = true;
  }

  /** Lets in all that came while it was held. */
  release(): void {
    if (this.#held) this.#pace.flush();
    this.#held = false;
    this.#unread = 0;
    this.#host.requestUpdate();
  }

  /** The source has changed: seen to with the next frame, or, unless `urgent`, with the next step if one has just been. */
  soon(urgent = false): void {
    this.#dirty = true;
    if (!this.#host.isConnected || this.#frame || (this.#rest !== undefined && !urgent)) return;
    this.#frame = requestAnimationFrame(this.#turn);
  }

  readonly #turn = (): void => {
    this.#frame = 0;
    this.#dirty = false;
    const came = this.#pace.take(this.#source.lines(), this.#source.redacted(), this.#held);
    if (this.#held) this.#unread += came;
    else this.#pace.step();
    const { newest } = this.#pace;
    if (came > 0 && newest) this.#digest.add(came, newest);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#next, this.#pace.crowded ? 2 * STEP_MS : STEP_MS);
    this.#host.requestUpdate();
  };

  readonly #next = (): void => {
    this.#rest = undefined;
    if (this.#dirty || (!this.#held && this.#pace.waiting > 0)) this.soon();
  };
}
