import { html, nothing, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { cleanText, textLength } from '../../core/clean-text.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { limits, type Code, type Comment, type RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { CommentFlow } from './comment-flow.js';
import { CommentSending } from './comment-sending.js';
import { stream } from './comment-stream.css.js';
import { composer } from './composer.css.js';
import { overPicture } from './over-picture.css.js';
import { renderComposer } from './render-composer.js';
import { errorWords, renderLine, speakerName, type LineView } from './render-line.js';

/** So far from the newest line somebody is reading back, px. */
const BACK_PX = 24;
/** The badge counts no further. */
const MANY = 99;

/**
 * The talk of a room: what viewers say as it comes in, and a field to join in. Stands beside the picture, or over it
 * with `over-picture`. A thousand comments a second come through it as a stream that can still be looked at.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {boolean} over-picture - White words on a veil, fading at the top, for use over a video.
 * @attr {boolean} without-composer - Leaves the field out.
 * @attr {boolean} composer-on-focus - The field is out of sight until it has the focus, for rooms with a bar of their own.
 *
 * @event {QunSendMessageEvent} qun-send-message - Asks to send `text`. Cancelable; `respondWith(promise)` takes it over.
 * @event {QunMessageSentEvent} qun-message-sent - Words of this viewer were accepted: `comment`.
 * @event {QunErrorEvent} qun-error - Words were refused, or there is nobody to send them: `error`.
 *
 * @slot empty - What to show while nobody has said anything. Default: an invitation.
 * @slot composer-start - Beside the field, at its start.
 * @slot composer-end - Beside the field, at its end.
 *
 * @csspart base - The whole.
 * @csspart list - The scrolling part.
 * @csspart line - One comment.
 * @csspart name - Who said it.
 * @csspart badge - Host, assistant or simulated.
 * @csspart unread - The button that leads back to the newest.
 * @csspart composer - The row of the field.
 * @csspart field - The field itself.
 * @csspart counter - Characters left, near the end.
 * @csspart send - The button that sends.
 * @csspart note - Why something cannot be sent, or that comments are closed.
 *
 * @cssproperty [--list-height=33vh] - How high the lines may stand over the picture.
 * @cssproperty [--list-width=72%] - How wide the lines may be over the picture.
 * @cssproperty [--line-veil=rgba(0, 0, 0, 0.28)] - Behind a line over the picture.
 * @cssproperty [--scrim=0.45] - How dark the picture is made behind the lines, 0 to 1; 0 where the page has a scrim.
 * @cssproperty [--name-color=#ffe4bd] - Names over the picture.
 */
export class QunCommentStream extends QunElement {
  static override styles = [tokens, base, button, stream, composer, overPicture];

  readonly #state = new StoreController<RoomState | undefined>(this);
  readonly #tick = new TickController(this);
  readonly #sending = new CommentSending({
    room: () => this.roomStore,
    ask: event => this.ask(event),
    report: error => this.report(error),
    changed: () => this.#flow.soon(true),
    settled: line => this.#tellFate(line),
  });
  readonly #flow = new CommentFlow(this, {
    lines: () => this.#sending.merge(this.roomStore?.$comments.get() ?? this.#comments),
    redacted: () => this.roomStore && (this.#state.value?.redacted ?? []),
    tell: (count, latest) => this.#tellNews(count, latest),
  });

  @query('.list') private list!: HTMLElement | null;
  @query('textarea') private field!: HTMLTextAreaElement | null;

  #comments: readonly Comment[] = [];
  #leave: (() => void) | undefined;
  #said = '';
  #problem: Code | undefined;

  /** White words on a veil, fading at the top, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;

  /** Leaves the field out. */
  @property({ type: Boolean, reflect: true, attribute: 'without-composer' }) withoutComposer = false;

  /** Keeps the field out of sight until it has the focus. */
  @property({ type: Boolean, reflect: true, attribute: 'composer-on-focus' }) composerOnFocus = false;

  /** What stands in the field. */
  @property({ attribute: false }) draft = '';

  /** What was said, oldest first, where there is no room. What goes from it goes from the screen. */
  @property({ attribute: false, hasChanged: () => false })
  get comments(): readonly Comment[] {
    return this.#comments;
  }

  set comments(comments: readonly Comment[] | null | undefined) {
    this.#comments = comments ?? [];
    this.#flow.soon();
  }

  /** Lines that came too fast to be shown, as far as the stream has seen them at all. */
  get skipped(): number {
    return this.#flow.skipped;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#leave?.();
    // Own words are not kept waiting.
    this.#leave = room?.$comments.listen(lines => this.#flow.soon(lines[lines.length - 1]?.own));
    this.#state.follow(room?.$state);
    this.#flow.restart();
  }

  protected override willUpdate(): void {
    this.#tick.active = this.#wait > 0;
  }

  protected override updated(changed: PropertyValues): void {
    const { field } = this;
    if (!field || (field.value === this.draft && !changed.has('draft'))) return;
    if (field.value !== this.draft) field.value = this.draft;
    field.style.removeProperty('height');
    const { scrollHeight, clientHeight, offsetHeight } = field;
    // Some fonts are a pixel taller than their line.
    if (scrollHeight < clientHeight + 8) return;
    field.style.setProperty('height', `${scrollHeight + offsetHeight - clientHeight}px`);
  }

  /** Seconds until this viewer may send again. */
  get #wait(): number {
    const until = Math.max(0, ...this.#flow.lines.map(({ retryAt = 0 }) => retryAt));
    return Math.max(0, Math.ceil((until - this.#sending.now) / 1000));
  }

  #say(words: string): void {
    this.#said = words;
    this.requestUpdate();
  }

  #tellNews(count: number, latest: ShownLine): void {
    const { role } = latest.from;
    const name = speakerName(latest, this.#view) || (role === 'viewer' ? '' : this.t(`comment.${role}`));
    const line = this.t('comment.by', { name }) + latest.text;
    this.#say(count === 1 ? line : this.t('comment.digest', { count, line }));
  }

  #tellFate({ status, code = 'internal', text }: ShownLine): void {
    const failed = status === 'failed';
    this.#say(
      failed
        ? this.t('comment.failed', { why: errorWords(code, this.#view) })
        : this.t('comment.sent', { text }),
    );
  }

  // The list runs from its lower edge upwards (column-reverse): 0 is the newest, and new lines keep it there.
  readonly #onScroll = (): void => {
    const back = Math.abs(this.list?.scrollTop ?? 0) > BACK_PX;
    if (back) this.#flow.hold();
    else if (this.#flow.held) this.#flow.release();
  };

  #toNewest(): void {
    this.#flow.release();
    if (this.list) this.list.scrollTop = 0;
  }

  readonly #onUnread = (): void => {
    this.#toNewest();
    this.list?.focus({ preventScroll: true });
  };

  readonly #onInput = (event: InputEvent): void => {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.#problem = undefined;
  };

  readonly #submit = (): void => {
    const text = cleanText(this.draft);
    if (text === '' || textLength(text) > limits.commentLength || this.#wait > 0) return;
    const outcome = this.#sending.send(text);
    this.#problem = outcome === true ? undefined : outcome;
    this.requestUpdate();
    if (outcome !== true) return;
    this.draft = '';
    this.#toNewest();
    // By the keyboard the button had the focus, and is about to be disabled.
    if (this.shadowRoot?.activeElement?.matches('.send')) this.field?.focus();
  };

  readonly #edit = (line: ShownLine): void => {
    this.draft = this.draft ? `${this.draft} ${line.text}` : line.text;
    this.#sending.discard(line);
    this.focusComposer();
  };

  /** Puts the cursor into the field. Call it in a tap, so that the keyboard comes up. */
  focusComposer(): void {
    this.field?.focus();
  }

  get #view(): LineView {
    return {
      language: this.language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
      host: this.words(this.#state.value?.host.name),
      wait: this.#wait,
      enters: line => this.#flow.enters(line),
      retry: line => this.#sending.retry(line),
      edit: this.#edit,
      discard: line => this.#sending.discard(line),
    };
  }

  #renderComposer(view: LineView) {
    const phase = this.#state.value?.phase;
    if (this.withoutComposer) return nothing;
    if (phase === 'ended' || phase === 'replay')
      return html`<div part="composer" class="composer">
        <p part="note" class="closed">${this.t(`comment.${phase}`)}</p>
      </div>`;
    return renderComposer({
      ...view,
      draft: this.draft,
      problem: this.#problem,
      onInput: this.#onInput,
      submit: this.#submit,
    });
  }

  protected override render() {
    const view = this.#view;
    const { lines, unread } = this.#flow;
    return html`<div
      part="base"
      class="base ${this.overPicture ? 'on-picture' : ''} ${lines.length > 0 ? '' : 'silent'}"
    >
      <div class="view">
        <div
          part="list"
          class="list"
          role="log"
          aria-live="off"
          aria-label=${this.t('comment.label')}
          tabindex="0"
          @scroll=${this.#onScroll}
        >
          <ol class="lines">
            ${repeat(
              lines,
              line => line.key ?? line.id,
              line => renderLine(line, view),
            )}
          </ol>
        </div>
        <div class="empty" ?hidden=${lines.length > 0}>
          <slot name="empty">${icon('chat', 28)}${this.t('comment.empty')}</slot>
        </div>
        ${
          unread > 0
            ? html`<button type="button" part="unread" class="unread" @click=${this.#onUnread}>
                ${this.t('comment.unread', { count: unread > MANY ? `${MANY}+` : unread })}
                ${icon('down', 16)}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderComposer(view)}
      <p class="visually-hidden" role="status">${this.#said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-comment-stream': QunCommentStream;
  }
}
