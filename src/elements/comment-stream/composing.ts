import { html, nothing } from 'lit';
import { TickController } from '../../base/tick-controller.js';
import { cleanText, textLength } from '../../core/clean-text.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { quoteOf } from '../../core/quote.js';
import type { MessageKey } from '../../i18n/translate.js';
import { limits, type Code, type Quote, type Speaker, type Talk as Rules } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import { CommentSending } from './comment-sending.js';
import { EmojiPanel } from './emoji-panel.js';
import { errorWords } from './error-words.js';
import { keepFocus, type ComposerMore } from './render-composer.js';
import { talkOver } from './talk-over.js';
import type { Talk } from './talk.js';

/** The counter appears when so many characters are left. */
const NEAR = 20;

/** What one viewer is about to say: in answer to whom, with what emoji, and when they may. */
export class Composing {
  readonly #talk: Talk;
  readonly #rules: () => Rules;
  readonly #nameOf: (from: Speaker) => string;
  readonly #tick: TickController;
  readonly #emoji: EmojiPanel;
  readonly sending: CommentSending;
  #replyTo: Quote | undefined;
  /** When this viewer spoke last, ms on the sending clock. */
  #spokeAt = 0;
  #problem: Code | undefined;
  #field: HTMLTextAreaElement | undefined;
  /** What the field is as high as. */
  #sized: string | undefined;

  constructor(talk: Talk, rules: () => Rules, nameOf: (from: Speaker) => string) {
    this.#talk = talk;
    this.#rules = rules;
    this.#nameOf = nameOf;
    const { host, root, speech, flow } = talk;
    this.#tick = new TickController(host);
    this.#emoji = new EmojiPanel(root, speech.t, this.#insert, () => host.requestUpdate());
    this.sending = new CommentSending({
      room: () => host.roomStore,
      ask: event => speech.ask(event),
      report: error => speech.report(error),
      changed: () => flow.soon(true),
      settled: line => this.#tellFate(line),
    });
  }

  /** Another room: nothing has been said in it. */
  restart(): void {
    this.#spokeAt = 0;
    this.#replyTo = this.#problem = undefined;
  }

  /** To be called before every rendering. */
  wind(): void {
    for (const { own, status, at, from } of this.#talk.flow.lines)
      if (own && status !== 'failed' && from.role === 'viewer') this.#spokeAt = Math.max(this.#spokeAt, at);
    this.#tick.active = this.wait > 0;
  }

  /** To be called after every rendering. */
  updated(): void {
    this.#emoji.updated();
    const field = this.#talk.root.querySelector('textarea');
    if (!field || (field === this.#field && field.value === this.#sized)) return;
    this.#field = field;
    this.#sized = field.value;
    field.style.removeProperty('height');
    const { scrollHeight, clientHeight, offsetHeight } = field;
    // Some fonts are a pixel taller than their line.
    if (scrollHeight < clientHeight + 8) return;
    field.style.setProperty('height', `${scrollHeight + offsetHeight - clientHeight}px`);
  }

  /** Why this viewer can say nothing, as a message; undefined: they can. */
  get closed(): MessageKey | undefined {
    return talkOver(this.#talk.host);
  }

  /** Seconds until this viewer may send again. */
  get wait(): number {
    const slow = this.#spokeAt + this.#rules().slowSeconds * 1000;
    const until = Math.max(slow, ...this.#talk.flow.lines.map(({ retryAt = 0 }) => retryAt));
    return Math.max(0, Math.ceil((until - this.sending.now) / 1000));
  }

  #tellFate({ status, code = 'internal', text, held }: ShownLine): void {
    const { t } = this.#talk.speech;
    if (status === 'failed') return this.#talk.say(t('comment.failed', { why: errorWords(code, { t }) }));
    this.#talk.say(t('comment.sent', { text }) + (held ? ` ${t('comment.held')}` : ''));
  }

  /** Sends what stands in the field. */
  submit(): void {
    const { host, root } = this.#talk;
    const text = cleanText(host.draft);
    if (text === '' || textLength(text) > limits.commentLength || this.wait > 0 || talkOver(host)) return;
    const outcome = this.sending.send(text, this.#replyTo);
    this.#problem = outcome === true ? undefined : outcome;
    host.requestUpdate();
    if (outcome !== true) return;
    host.draft = '';
    this.#replyTo = undefined;
    this.#talk.toNewest();
    // The button is about to be disabled, and the panel to go.
    if (root.activeElement?.matches('.send, .emoji *')) host.focusComposer();
    this.#emoji.close();
  }

  /** The viewer goes on writing. */
  written(): void {
    this.#problem = undefined;
  }

  reply(line: ShownLine): void {
    this.#answer(quoteOf(line));
  }

  /** Puts words that failed back into the field, to be mended. */
  edit(line: ShownLine): void {
    const { host } = this.#talk;
    host.draft = host.draft ? `${host.draft} ${line.text}` : line.text;
    this.sending.discard(line);
    this.#answer(this.#replyTo ?? line.replyTo);
  }

  #answer(quote: Quote | undefined): void {
    const { host, root } = this.#talk;
    this.#replyTo = quote;
    host.requestUpdate();
    // A focus that moves within the stream is heard of by nobody outside, such as a room that lifts its field above the keyboard.
    const active = root.activeElement;
    if (active instanceof HTMLElement && !active.closest('.composer')) active.blur();
    host.focusComposer();
  }

  readonly #cancel = (): void => this.#answer(undefined);

  readonly #insert = (emoji: string): void => {
    const { host, root } = this.#talk;
    const field = root.querySelector('textarea');
    if (!field) return;
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    host.draft = field.value;
    this.written();
  };

  readonly #onKey = (event: KeyboardEvent): boolean => {
    if (event.key !== 'Escape' || !this.#replyTo) return false;
    event.stopPropagation();
    this.#cancel();
    return true;
  };

  /** What the field shows of it. */
  get view(): ComposerMore {
    const { t } = this.#talk.speech;
    const { mode, slowSeconds } = this.#rules();
    const slow = slowSeconds > 0 ? t('comment.slow', { seconds: slowSeconds }) : undefined;
    const left = limits.commentLength - textLength(this.#talk.host.draft);
    const tooLong = left < 0;
    return {
      tooLong,
      blocked: tooLong || this.wait > 0,
      placeholder: slow ?? (mode === 'approval' ? t('comment.checked') : undefined),
      above: [this.#renderNote(tooLong), this.#renderReply()],
      tools: [
        html`<span part="counter" class="counter ${tooLong ? 'over' : ''}" ?hidden=${left > NEAR}
          >${left}</span
        >`,
        this.#emoji.renderButton(),
      ],
      below: this.#emoji.render(),
      onKey: this.#onKey,
    };
  }

  #renderNote(tooLong: boolean) {
    const { t } = this.#talk.speech;
    const { wait } = this;
    const problem = tooLong ? 'comment-too-long' : this.#problem;
    const words = problem ? errorWords(problem, { t }) : wait > 0 ? t('comment.wait', { seconds: wait }) : '';
    return html`<p id="note" part="note" class="note" role=${problem ? 'alert' : nothing} ?hidden=${!words}>
      ${words}
    </p>`;
  }

  #renderReply() {
    const { t } = this.#talk.speech;
    const quote = this.#replyTo;
    const who = quote && t('comment.replyTo', { name: this.#nameOf(quote.from) });
    return html`<div part="reply" class="reply" ?hidden=${!quote}>
      <p id="reply"><b>${who}</b> ${quote?.text}</p>
      <button
        type="button"
        class="icon-button"
        aria-label=${t('comment.cancelReply')}
        @mousedown=${keepFocus}
        @click=${this.#cancel}
      >
        ${icon(close, 16)}
      </button>
    </div>`;
  }
}
