import { html, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import { formatCount, formatNumber } from '../../core/format.js';
import { Taps } from '../../core/taps.js';
import { QunReactEvent } from '../../events/qun-react-event.js';
import { QunReactedEvent } from '../../events/qun-reacted-event.js';
import { addLivelyWords } from '../../i18n/lively-messages.js';
import { QunError, type RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { acting } from '../../stores/acting.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { onDoubleTap } from './double-tap.js';
import { Hearts, type HeartPlace } from './hearts.js';
import { reactionButton } from './reaction-button.css.js';

/** Hearts of others that rise for one word of the feed, at most, and within how long, ms. */
const OTHERS = 3;
const OTHERS_MS = 480;
/** While this viewer's own hearts rise, others' would only be more of the same, ms. */
const OWN_MS = 4000;

/**
 * A heart to tap, as often as one likes: taps are gathered and given as one every few seconds, and kept while they do
 * not get through. Shows the likes of the whole room, which never go back, and hearts that rise: the viewer's own, and
 * some of the others'. None rises where less motion is wanted.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {number} likes - All likes so far, where there is no room.
 * @attr {boolean} compact - The heart alone with its figure at its edge, for bars.
 * @attr {boolean} over-picture - White on a veil, for use over a video.
 * @attr {boolean} without-count - Leaves the figure out.
 * @attr {boolean} own-only - Hearts rise for this viewer's taps alone.
 * @attr {boolean} double-tap - A finger's double tap on the picture beside it gives a heart as well.
 *
 * @event {QunReactEvent} qun-react - Asks to give `count` likes, the taps of the last seconds. Cancelable; `respondWith(promise)` takes it over.
 * @event {QunReactedEvent} qun-reacted - Likes of this viewer were counted: `count`, and the `total` where it is known. Not cancelable.
 * @event {QunErrorEvent} qun-error - Likes were refused, or there is nobody to give them to: `error`.
 *
 * @csspart base - The whole.
 * @csspart pill - What looks like the button: heart and figure.
 * @csspart button - The button, which covers it.
 * @csspart count - The figure.
 *
 * @cssproperty [--heart-color=var(--qun-color-price)] - The heart of a viewer who has given one.
 */
export class QunReactionButton extends QunElement {
  static override styles = [tokens, base, button, reactionButton];

  readonly #total = new StoreController<number>(this);
  readonly #state = new StoreController<RoomState | undefined>(this);

  @query('.hearts') private air!: HTMLElement;

  readonly #taps = new Taps();
  #hearts: Hearts | undefined;
  #shown = 0;
  #heard: number | undefined;
  /** Given since the last word about it, and since when. */
  #given = 0;
  #givenAt = -Infinity;
  #ever = false;
  #said = '';
  #stopTapping: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** All likes so far, where there is no room. */
  @property({ type: Number }) likes = 0;
  /** The heart alone with its figure at its edge, for bars. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** White on a veil, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;
  /** Leaves the figure out. */
  @property({ type: Boolean, attribute: 'without-count' }) withoutCount = false;
  /** Hearts rise for this viewer's taps alone. */
  @property({ type: Boolean, attribute: 'own-only' }) ownOnly = false;
  /** A finger's double tap on the picture beside it gives a heart as well. */
  @property({ type: Boolean, attribute: 'double-tap' }) doubleTap = false;

  constructor() {
    super();
    addLivelyWords();
  }

  /** What is shown: all likes that are known of, with this viewer's own at once. */
  get total(): number {
    return this.#shown;
  }

  override disconnectedCallback(): void {
    // What was given is not lost with the button.
    if (this.roomStore && this.#taps.dueAt !== undefined) void this.#send();
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#hearts?.clear();
    this.#stopTapping?.();
    this.#stopTapping = undefined;
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#total.follow(room?.$likes);
    this.#state.follow(room?.$state);
    this.#heard = undefined;
    this.#shown = 0;
    if (room) void acting.come();
  }

  protected override willUpdate(): void {
    const total = (this.roomStore ? this.#total.value : this.likes) || 0;
    const before = this.#heard;
    this.#heard = total;
    this.#shown = Math.max(this.#shown, total);
    if (before !== undefined && before > 0 && total > before) this.#riseForOthers(total - before);
  }

  protected override updated(changed: PropertyValues): void {
    this.#giveWhenDue();
    if (!this.doubleTap || !this.isConnected) {
      this.#stopTapping?.();
      this.#stopTapping = undefined;
    } else if (!this.#stopTapping || changed.has('doubleTap')) {
      const root = this.getRootNode() as Document | ShadowRoot;
      const picture = (this.closest('qun-room') ?? root).querySelector<HTMLElement>('qun-live-player');
      if (picture) this.#stopTapping = onDoubleTap(picture, (x, y) => this.#reactAt(x, y));
    }
  }

  get #closed(): boolean {
    return this.#state.value?.phase === 'ended';
  }

  get #calm(): boolean {
    return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches === true;
  }

  #rise(place?: HeartPlace, delayMs?: number): void {
    if (this.#calm || document.hidden || !this.isConnected) return;
    this.#hearts ??= new Hearts(this.air);
    this.#hearts.rise(place, delayMs);
  }

  #riseForOthers(more: number): void {
    if (this.ownOnly || !this.hasUpdated || performance.now() - this.#givenAt < OWN_MS) return;
    const hearts = Math.min(OTHERS, more);
    for (let one = 0; one < hearts; one += 1) this.#rise(undefined, (one / hearts) * OTHERS_MS);
  }

  readonly #onClick = (): void => this.react();

  #reactAt(x: number, y: number): void {
    const { left, bottom } = this.air.getBoundingClientRect();
    this.react({ x: x - left, y: y - bottom });
  }

  /** Gives one like, as a tap does. `place`: where its heart begins, px from the button's middle. */
  react(place?: HeartPlace): void {
    if (this.#closed) return;
    const now = performance.now();
    const taken = this.#taps.add(1, now);
    this.#shown += taken;
    this.#given += taken;
    this.#givenAt = now;
    this.#ever = true;
    this.#rise(place);
    this.requestUpdate();
  }

  #giveWhenDue(): void {
    clearTimeout(this.#timer);
    const { dueAt } = this.#taps;
    if (dueAt === undefined || !this.isConnected) return;
    const waitMs = dueAt - performance.now();
    if (waitMs <= 0) void this.#send();
    else this.#timer = setTimeout(() => this.requestUpdate(), waitMs);
  }

  async #send(): Promise<void> {
    const count = this.#taps.take(performance.now());
    try {
      const total = await this.#ask(count);
      this.#taps.settle();
      if (typeof total === 'number') this.#shown = Math.max(this.#shown, total);
      this.dispatchEvent(new QunReactedEvent(count, total ?? undefined));
      this.#tell();
    } catch (cause) {
      const error = QunError.from(cause, 'network');
      if (error.temporary) this.#taps.putBack(performance.now(), error.retryAfterMs);
      else {
        this.#taps.settle();
        this.#given = 0;
        this.report(error);
      }
    }
    if (this.isConnected) this.requestUpdate();
  }

  async #ask(count: number): Promise<number | undefined | void> {
    const room = this.roomStore;
    const event = new QunReactEvent(count);
    if (!this.ask(event)) return event.answer;
    if (!room) throw new QunError('no-room');
    return room.react(count);
  }

  /** For those who listen: once the taps have come to rest. */
  #tell(): void {
    if (this.#taps.pending > 0 || this.#given === 0) return;
    const number = (count: number) => formatNumber(count, this.language);
    this.#said = this.t('reaction.given', { count: number(this.#given), total: number(this.#shown) });
    this.#given = 0;
  }

  protected override render() {
    const { compact, language } = this;
    const count = this.#shown;
    const kind = compact ? 'icon-button' : 'button button--quiet';
    const words = this.withoutCount || count === 0 ? '' : formatCount(count, language);
    return html`<div part="base" class="base">
      <span part="pill" class="pill ${kind} ${this.#ever ? 'given' : ''}">
        <button
          type="button"
          part="button"
          class="react"
          aria-label=${this.t('reaction.label')}
          aria-describedby="total"
          ?disabled=${this.#closed}
          @click=${this.#onClick}
        >
          ${icon('heart', compact ? 24 : 20)}
        </button>
        <span part="count" class="count" aria-hidden="true" ?hidden=${!words}>${words}</span>
      </span>
      <span id="total" hidden>${this.t('reaction.total', { count: formatNumber(count, language) })}</span>
      <div class="hearts" aria-hidden="true"></div>
      <p class="visually-hidden" role="status">${this.#said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-reaction-button': QunReactionButton;
  }
}
