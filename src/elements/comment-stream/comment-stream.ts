import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import type {
  Answered,
  Comment,
  Happening,
  Question,
  RoomState,
  Talk as Rules,
} from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import type { MessageKey } from '../../i18n/translate.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { stream } from './comment-stream.css.js';
import { composer } from './composer.css.js';
import { overPicture } from './over-picture.css.js';
import { renderComposer } from './render-composer.js';
import { talk } from './talk-part.js';
import { talkMore } from './talk-more-part.js';
import type { Talk } from './talk.js';

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
 * @attr {boolean} without-system-lines - Leaves out who comes in and who is about to buy.
 *
 * @event {QunSendMessageEvent} qun-send-message - Asks to send `text`, perhaps in answer to `replyTo`. Cancelable; `respondWith(promise)` takes it over.
 * @event {QunReportCommentEvent} qun-report-comment - Asks staff to look at `comment`; `reason`. Cancelable; `respondWith(promise)` takes it over.
 * @event {QunJoinQuestionEvent} qun-join-question - Asks the open `question` as well. Cancelable; `respondWith(promise)` takes it over.
 * @event {QunMessageSentEvent} qun-message-sent - Words of this viewer were accepted: `comment`.
 * @event {QunErrorEvent} qun-error - Words, a report or a question were refused, or there is nobody to send them: `error`.
 *
 * @slot empty - What to show while nobody has said anything. Default: an invitation.
 * @slot composer-start - Beside the field, at its start.
 * @slot composer-end - Beside the field, at its end.
 *
 * @csspart base - The whole.
 * @csspart list - The scrolling part.
 * @csspart lines - The lines in it, as high as they are together.
 * @csspart line - One comment.
 * @csspart name - Who said it.
 * @csspart badge - Host, assistant or simulated.
 * @csspart quote - What a comment answers to, above it.
 * @csspart link - An address in the words of those who run the room.
 * @csspart unread - The button that leads back to the newest.
 * @csspart board - All that stands above the lines.
 * @csspart pinned - The pinned comment.
 * @csspart question - An open question.
 * @csspart me-too - Its button, with how many ask it.
 * @csspart happening - The line of who comes in and who is about to buy.
 * @csspart menu - What can be done with a line.
 * @csspart menu-item - One of it.
 * @csspart composer - The row of the field.
 * @csspart field - The field itself.
 * @csspart reply - Whom the words answer to, over the field.
 * @csspart emoji-button - The button that opens the emoji.
 * @csspart emoji - The emoji.
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

  #talk: Talk | undefined;
  #comments: readonly Comment[] = [];
  #wanted = false;

  /** White words on a veil, fading at the top, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;

  /** Leaves the field out. */
  @property({ type: Boolean, reflect: true, attribute: 'without-composer' }) withoutComposer = false;

  /** Keeps the field out of sight until it has the focus. */
  @property({ type: Boolean, reflect: true, attribute: 'composer-on-focus' }) composerOnFocus = false;

  /** Leaves out who comes in and who is about to buy. */
  @property({ type: Boolean, attribute: 'without-system-lines' }) withoutSystemLines = false;

  /** The comment above the lines, where there is no room. */
  @property({ attribute: false }) pinned?: Comment | null;

  /** Open questions, most asked first, where there is no room. */
  @property({ attribute: false }) questions?: readonly Question[];

  /** The host's answers, newest last, where there is no room; they are lines like others. */
  @property({ attribute: false }) answers?: readonly Answered[];

  /** What has just happened, put together, where there is no room: told once for every list that is set. */
  @property({ attribute: false }) happened?: readonly Happening[];

  /** Who may speak and how often, where there is no room: `mode` and `slowSeconds`. */
  @property({ attribute: false }) talk?: Rules;

  /** What stands in the field. */
  @property({ attribute: false }) draft = '';

  /** What was said, oldest first, where there is no room. What goes from it goes from the screen. */
  @property({ attribute: false, hasChanged: () => false })
  get comments(): readonly Comment[] {
    return this.#comments;
  }

  set comments(comments: readonly Comment[] | null | undefined) {
    this.#comments = comments ?? [];
    this.#talk?.changed();
    if (this.#comments.length > 0) this.#want();
  }

  /** Lines that came too fast to be shown, as far as the stream has seen them at all. */
  get skipped(): number {
    return this.#talk?.skipped ?? 0;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$state);
    this.#talk?.follow(room);
    // On its way beside the room's snapshot, which holds what was said.
    if (room) this.#want();
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** The field stands there meanwhile, and can be written in. */
  readonly #want = (): void => {
    if (this.#talk) return;
    this.#wanted = true;
    void talk.come().then(() => this.requestUpdate());
  };

  /** Not before the lines are there, where there are any. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#wanted || this.#talk) return done;
    await talk.come();
    this.requestUpdate();
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    if (this.pinned || this.questions || this.answers || this.happened || this.talk) this.#want();
    if (this.#wanted && talk.here) {
      this.#talk ??= new talk.here(this, this.voice);
    }
    this.#talk?.wind();
  }

  protected override updated(): void {
    const field = this.#field;
    if (field && field.value !== this.draft) field.value = this.draft;
  }

  readonly #onInput = (event: InputEvent): void => {
    this.draft = (event.target as HTMLTextAreaElement).value;
    this.#near();
    this.#talk?.more?.composing.written();
  };

  /** Somebody is about to say something. */
  readonly #near = (): void => {
    this.#want();
    void talkMore.come();
  };

  readonly #submit = async (): Promise<void> => {
    while (!this.#talk?.more) {
      this.#near();
      await Promise.all([talk.come(), talkMore.come()]);
      this.requestUpdate();
      await this.updateComplete;
      if (!this.isConnected) return;
    }
    this.#talk.more.composing.submit();
  };

  /** Puts the cursor into the field. Call it in a tap, so that the keyboard comes up. */
  focusComposer(): void {
    this.#field?.focus();
  }

  /** Why nobody, or this viewer, can say anything, as a message. */
  get #over(): MessageKey | undefined {
    const phase = this.#state.value?.phase;
    return phase === 'ended' || phase === 'replay' ? `comment.${phase}` : this.#talk?.more?.composing.closed;
  }

  #renderComposer() {
    if (this.withoutComposer) return nothing;
    const over = this.#over;
    if (over)
      return html`<div part="composer" class="composer">
        <p part="note" class="closed">${this.t(over)}</p>
      </div>`;
    return renderComposer({
      t: this.voice.t,
      draft: this.draft,
      more: this.#talk?.more?.composing.view,
      onFocus: this.#near,
      onInput: this.#onInput,
      submit: this.#submit,
    });
  }

  protected override render() {
    const lines = this.#talk;
    const some = lines !== undefined && lines.count > 0;
    return html`<div part="base" class="base ${this.overPicture ? 'on-picture' : ''} ${some ? '' : 'silent'}">
      <div class="view">
        ${lines?.more?.renderBoard()}
        <div
          part="list"
          class="list few"
          role="log"
          aria-live="off"
          aria-label=${this.t('comment.label')}
          tabindex="0"
          @scroll=${lines?.onScroll}
          @click=${lines?.onPick}
          @keydown=${lines?.onPick}
        >
          <ol part="lines" class="lines"></ol>
        </div>
        <div class="empty" ?hidden=${some || this.#over !== undefined}>
          <slot name="empty">${icon('chat', 28)}${this.t('comment.empty')}</slot>
        </div>
        ${lines?.renderOver()}
      </div>
      ${this.#renderComposer()}${lines?.more?.renderMenu()}
      <p class="visually-hidden" role="status">${lines?.said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-comment-stream': QunCommentStream;
  }
}
