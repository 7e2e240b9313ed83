import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Voice } from '../../base/speech.js';
import { TickController } from '../../base/tick-controller.js';
import { cleanText, textLength } from '../../core/clean-text.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { limits, type Code } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { addStyles } from '../../styles/add-styles.js';
import { icon } from '../../styles/icon.js';
import { down } from '../../styles/shop-drawings.js';
import { CommentFlow } from './comment-flow.js';
import { CommentSending } from './comment-sending.js';
import type { QunCommentStream } from './comment-stream.js';
import { errorWords } from './error-words.js';
import { lineStyle } from './line.css.js';
import { NewestInView } from './newest-in-view.js';
import { renderLine, speakerName, type LineView } from './render-line.js';

/** The badge counts no further. */
const MANY = 99;

/** What is said in one `qun-comment-stream`: the lines as they come in, and what the viewer sends. */
export class Talk {
  readonly #host: QunCommentStream;
  readonly #root: ShadowRoot;
  readonly #speech: Voice;
  readonly #tick: TickController;
  readonly #sending: CommentSending;
  readonly #flow: CommentFlow;
  readonly #newest: NewestInView;
  #leave: (() => void) | undefined;

  /** What the live region says. */
  said = '';
  /** What keeps the words in the field from being sent, and concerns no line. */
  problem: Code | undefined;

  constructor(host: QunCommentStream, speech: Voice) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#speech = speech;
    addStyles(this.#root, [lineStyle]);
    this.#tick = new TickController(host);
    this.#sending = new CommentSending({
      room: () => host.roomStore,
      ask: event => speech.ask(event),
      report: error => speech.report(error),
      changed: () => this.#flow.soon(true),
      settled: line => this.#tellFate(line),
    });
    this.#flow = new CommentFlow(host, {
      lines: () => this.#sending.merge(host.roomStore?.$comments.get() ?? host.comments),
      redacted: () => host.roomStore && (host.roomStore.$state.get()?.redacted ?? []),
      tell: (count, latest) => this.#tellNews(count, latest),
    });
    this.#newest = new NewestInView(
      host,
      () => this.#parts(),
      () => !this.#flow.held,
    );
    this.follow(host.roomStore);
  }

  #parts() {
    const lines = this.#root.querySelector<HTMLElement>('.lines');
    return lines ? { lines, list: lines.parentElement! } : undefined;
  }

  follow(room: Room | undefined): void {
    this.#leave?.();
    // Own words are not kept waiting.
    this.#leave = room?.$comments.listen(lines => this.#flow.soon(lines[lines.length - 1]?.own));
    this.#flow.restart();
  }

  /** The page has given other comments. */
  changed(): void {
    this.#flow.soon();
  }

  get skipped(): number {
    return this.#flow.skipped;
  }

  /** Lines that are shown. */
  get count(): number {
    return this.#flow.lines.length;
  }

  /** Seconds until this viewer may send again. */
  get wait(): number {
    const until = Math.max(0, ...this.#flow.lines.map(({ retryAt = 0 }) => retryAt));
    return Math.max(0, Math.ceil((until - this.#sending.now) / 1000));
  }

  /** To be called before every rendering. */
  wind(): void {
    this.#tick.active = this.wait > 0;
  }

  #say(words: string): void {
    this.said = words;
    this.#host.requestUpdate();
  }

  #tellNews(count: number, latest: ShownLine): void {
    const { role } = latest.from;
    const name =
      speakerName(latest, this.#view) || (role === 'viewer' ? '' : this.#speech.t(`comment.${role}`));
    const line = this.#speech.t('comment.by', { name }) + latest.text;
    this.#say(count === 1 ? line : this.#speech.t('comment.digest', { count, line }));
  }

  #tellFate({ status, code = 'internal', text }: ShownLine): void {
    const failed = status === 'failed';
    this.#say(
      failed
        ? this.#speech.t('comment.failed', { why: errorWords(code, this.#view) })
        : this.#speech.t('comment.sent', { text }),
    );
  }

  readonly onScroll = (): void => {
    const to = this.#newest.scrolled();
    if (to === 'back') this.#flow.hold();
    else if (to === 'newest' && this.#flow.held) this.#flow.release();
  };

  #toNewest(): void {
    this.#flow.release();
    this.#newest.bring(true);
  }

  readonly #onUnread = (): void => {
    this.#toNewest();
    this.#root.querySelector<HTMLElement>('.list')?.focus({ preventScroll: true });
  };

  /** Sends what stands in the field. */
  submit(): void {
    const host = this.#host;
    const text = cleanText(host.draft);
    if (text === '' || textLength(text) > limits.commentLength || this.wait > 0) return;
    const outcome = this.#sending.send(text);
    this.problem = outcome === true ? undefined : outcome;
    host.requestUpdate();
    if (outcome !== true) return;
    host.draft = '';
    this.#toNewest();
    // By the keyboard the button had the focus, and is about to be disabled.
    if (this.#root.activeElement?.matches('.send')) host.focusComposer();
  }

  readonly #edit = (line: ShownLine): void => {
    const host = this.#host;
    host.draft = host.draft ? `${host.draft} ${line.text}` : line.text;
    this.#sending.discard(line);
    host.focusComposer();
  };

  get #view(): LineView {
    const { language, t, words } = this.#speech;
    return {
      language: language(),
      t,
      words,
      host: words(this.#host.roomStore?.$state.get()?.host.name),
      wait: this.wait,
      enters: line => this.#flow.enters(line),
      retry: line => this.#sending.retry(line),
      edit: this.#edit,
      discard: line => this.#sending.discard(line),
    };
  }

  render() {
    const view = this.#view;
    return repeat(
      this.#flow.lines,
      line => line.key ?? line.id,
      line => renderLine(line, view),
    );
  }

  renderUnread() {
    const { unread } = this.#flow;
    if (unread === 0) return nothing;
    return html`<button type="button" part="unread" class="unread" @click=${this.#onUnread}>
      ${this.#speech.t('comment.unread', { count: unread > MANY ? `${MANY}+` : unread })} ${icon(down, 16)}
    </button>`;
  }
}
