import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { QunElement } from '../../base/qun-element.js';
import { RefreshController } from '../../base/refresh-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { formatCount, formatDuration, formatTime } from '../../core/format.js';
import { safeUrl } from '../../core/link.js';
import { cameBy, GROUP_PARAM, SHARE_PARAM } from '../../core/share-link.js';
import { QunEntryDismissedEvent } from '../../events/qun-entry-dismissed-event.js';
import { QunOpenRoomEvent } from '../../events/qun-open-room-event.js';
import { addEntryWords } from '../../i18n/entry-messages.js';
import { QunError } from '../../protocol/index.js';
import { base } from '../../styles/base.css.js';
import { dialogStyle } from '../../styles/dialog.css.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { rememberDismissed, wasDismissed } from './dismissed.js';
import { entry } from './entry.css.js';
import { PlaceController } from './place-controller.js';
import { glanceAt, type RoomGlance } from './room-glance.js';

addEntryWords();

/** Between two looks at the room, ms. */
const LOOK_MS = 60_000;
/** A show that begins within this is counted down to, ms. */
const NEAR_MS = 3_600_000;

/**
 * The way into the show from any page of the shop: a small card at the window's edge with what is on and how many watch. It
 * looks at the room by one request a minute while the page is in front, and opens no connection before the viewer does. It
 * stands clear of what the page lets float, such as a chat button, and stays away for a day once it was put away.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-live-room
 *
 * @attr {string} href - The page of the show. Default: what the room says of itself.
 * @attr {boolean} expand - Opens the room over this page rather than leading to another.
 * @attr {card | pill} view - A card with the show's picture, or a round button. Default: `card`.
 * @attr {bottom-right | bottom-left | top-right | top-left} position - The corner of the window. Default: `bottom-right`.
 *
 * @event {QunOpenRoomEvent} qun-open-room - Asks to open the show at `url`, or over the page. Cancelable; prevented, the page opens it in its own way.
 * @event {QunEntryDismissedEvent} qun-entry-dismissed - The viewer has put it away. Not cancelable.
 * @event {QunErrorEvent} qun-error - The room cannot be looked at; `error.code` says why. Not cancelable.
 *
 * @slot - A `template` of what opens over the page with `expand`. Default: a `qun-live-room`.
 *
 * @csspart base - The wrapper of everything.
 * @csspart float - What floats.
 * @csspart open - The card or button that leads into the show.
 * @csspart picture - The show's picture.
 * @csspart badge - Live, the hour, or replay.
 * @csspart title - The show's title.
 * @csspart viewers - How many are watching.
 * @csspart dismiss - The button that puts it away.
 * @csspart layer - What lies over the page while the show is open there.
 * @csspart close - The button that closes it.
 *
 * @cssproperty [--entry-x=16px] - Distance from the side.
 * @cssproperty [--entry-y=16px] - Distance from the upper or lower edge.
 * @cssproperty [--entry-width=112px] - Its width; 64px as a round button.
 * @cssproperty [--entry-layer=900] - Its z-index.
 */
export class QunEntry extends QunElement {
  static override styles = [tokens, base, dialogStyle, entry];

  readonly #look = new RefreshController<RoomGlance>(this, LOOK_MS, error => this.report(error));
  readonly #tick = new TickController(this);
  /** The server's clock less ours, ms. */
  #ahead = 0;
  #seen: RoomGlance | undefined;

  @query('dialog') private layer!: HTMLDialogElement | null;
  @query('.float') private box!: HTMLElement | null;
  @query('.way') private way!: HTMLElement | null;
  @query('.shut') private shut!: HTMLElement | null;

  @state() private dismissed = false;
  @state() private opened = false;

  /** The page of the show. Default: what the room says of itself. */
  @property() href?: string;

  /** Opens the room over this page rather than leading to another. */
  @property({ type: Boolean }) expand = false;

  /** A card with the show's picture, or a round button. */
  @property() view: 'card' | 'pill' = 'card';

  /** The corner of the window. */
  @property() position: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left' = 'bottom-right';

  /** What is on, where the page knows it itself. Default: asked of the room. */
  @property({ attribute: false }) glance?: RoomGlance;

  constructor() {
    super();
    // It looks at its room from outside.
    this.removeController(this.roomLink);
    new PlaceController(
      this,
      () => (this.box && { box: this.box, down: this.position.startsWith('top') }) || undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closeRoom();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('room')) this.dismissed = wasDismissed(this.#room ?? '');
    const room = this.#room;
    const looks = !this.dismissed && !this.opened && !this.glance && room !== undefined;
    if (looks !== this.#looks || changed.has('room')) {
      this.#looks = looks;
      this.#look.follow(looks ? glanceAt(room) : undefined);
      if (!looks && this.room && room === undefined) this.#misplaced();
    }
    const seen = this.#look.value;
    if (seen && seen !== this.#seen && seen.now !== undefined) this.#ahead = seen.now - Date.now();
    // What was seen last stays while the room is open, or cannot be reached for a moment.
    this.#seen = seen ?? (changed.has('room') ? undefined : this.#seen);
    this.#tick.active = this.#countsDown;
  }

  protected override updated(): void {
    const { layer } = this;
    if (this.opened && layer && !layer.open) {
      if (typeof layer.showModal === 'function') layer.showModal();
      else layer.setAttribute('open', '');
      this.shut?.focus({ preventScroll: true });
    }
  }

  #looks = false;

  /** Absolute, without a slash at its end. */
  get #room(): string | undefined {
    const { room } = this;
    return room?.includes('/')
      ? safeUrl(room, document.baseURI)
          ?.replace(/[?#].*$/, '')
          .replace(/\/+$/, '')
      : undefined;
  }

  get #shown(): RoomGlance | undefined {
    const glance = this.glance ?? this.#seen;
    return this.dismissed || this.opened || glance?.phase === 'ended' ? undefined : glance;
  }

  /** Until the show begins, ms; undefined: it is not near. */
  get #untilStart(): number | undefined {
    const { phase, startsAt } = this.#shown ?? {};
    if (phase !== 'warmup' || !startsAt) return undefined;
    const left = startsAt - Date.now() - this.#ahead;
    return left > 0 && left < NEAR_MS ? left : undefined;
  }

  get #countsDown(): boolean {
    return this.#untilStart !== undefined;
  }

  /** The show's page, with how this viewer has come to the shop: it is the same visit. */
  get #url(): string | undefined {
    if (this.expand) return undefined;
    const url = safeUrl(this.href, document.baseURI) ?? safeUrl(this.#shown?.url);
    if (!url) return undefined;
    const { share, group } = cameBy(location.href);
    const link = new URL(url);
    if (share && !link.searchParams.has(SHARE_PARAM)) link.searchParams.set(SHARE_PARAM, share);
    if (group && !link.searchParams.has(GROUP_PARAM)) link.searchParams.set(GROUP_PARAM, group);
    return link.href;
  }

  #misplaced(): void {
    const detail = `room="${this.room}" is no http(s) URL of a room`;
    this.report(new QunError('bad-config', { detail, path: 'room' }));
  }

  readonly #onOpen = (event: Event): void => {
    const url = this.#url;
    if (!this.ask(new QunOpenRoomEvent(this.#room, url))) event.preventDefault();
    else if (url === undefined) this.#expand();
  };

  readonly #onDismiss = (): void => {
    this.dismissed = true;
    rememberDismissed(this.#room ?? '');
    this.dispatchEvent(new QunEntryDismissedEvent());
  };

  /** Opens the show over the page, as a tap does with `expand`. */
  openRoom(): void {
    this.#expand();
  }

  /** Closes it again, with its connection. */
  closeRoom(): void {
    if (!this.opened) return;
    const { layer } = this;
    if (layer?.open && typeof layer.close === 'function') layer.close();
    else layer?.removeAttribute('open');
    this.querySelectorAll('[data-qun-opened]').forEach(one => one.remove());
    this.opened = false;
    if (this.isConnected) void this.updateComplete.then(() => this.way?.focus({ preventScroll: true }));
  }

  #expand(): void {
    if (this.opened || !this.isConnected) return;
    const own = this.querySelector('template')?.content.firstElementChild?.cloneNode(true) as
      Element | undefined;
    const room = own ?? document.createElement('qun-live-room');
    if (!own && this.room) room.setAttribute('room', this.#room ?? this.room);
    room.toggleAttribute('data-qun-opened', true);
    this.append(room);
    this.opened = true;
  }

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.closeRoom();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#onCancel(event);
  };

  #renderBadge(glance: RoomGlance): TemplateResult | typeof nothing {
    const { phase, startsAt } = glance;
    if (phase === 'live') {
      return html`<span part="badge" class="badge live"
        ><span class="bars" aria-hidden="true"><i></i><i></i><i></i></span>${this.t('phase.live')}</span
      >`;
    }
    const left = this.#untilStart;
    const words =
      phase === 'replay'
        ? this.t('phase.replay')
        : phase !== 'warmup'
          ? this.t('entry.back')
          : left !== undefined
            ? this.t('phase.startsIn', { time: formatDuration(left) })
            : startsAt
              ? this.t('phase.startsAt', { time: formatTime(startsAt, this.language) })
              : this.t('phase.warmup');
    return html`<span part="badge" class="badge">${words}</span>`;
  }

  #renderCard(glance: RoomGlance): TemplateResult {
    const title = this.words(glance.title);
    const { phase, viewers, picture } = glance;
    const watched = phase === 'live' && viewers !== undefined && viewers > 0;
    return html`
      ${picture ? html`<img part="picture" class="picture" alt="" src=${picture} />` : nothing}
      <span class="words">
        <span part="title" class="title">${title}</span>
        ${
          watched
            ? html`<span part="viewers" class="viewers"
                >${this.t('room.viewers', { count: formatCount(viewers, this.language) })}</span
              >`
            : nothing
        }
      </span>
      ${this.#renderBadge(glance)}
    `;
  }

  #renderFloat(glance: RoomGlance): TemplateResult {
    const url = this.#url;
    const label = this.t('entry.watch', { title: this.words(glance.title) });
    const card = this.#renderCard(glance);
    const place = `${this.position.endsWith('left') ? 'left' : ''} ${this.position.startsWith('top') ? 'top' : ''}`;
    return html`<aside part="float" class="float ${this.view} ${place}" aria-label=${this.t('entry.label')}>
      ${
        url === undefined
          ? html`<button part="open" class="way" type="button" title=${label} @click=${this.#onOpen}>
              ${card}
            </button>`
          : html`<a part="open" class="way" href=${url} title=${label} @click=${this.#onOpen}>${card}</a>`
      }
      <button
        part="dismiss"
        class="dismiss"
        type="button"
        aria-label=${this.t('entry.dismiss')}
        @click=${this.#onDismiss}
      >
        <span>${icon(close, 14)}</span>
      </button>
    </aside>`;
  }

  protected override render(): TemplateResult {
    const glance = this.#shown;
    // Nowhere to go.
    const leads = glance && (this.expand || this.#url !== undefined);
    return html`<div part="base" class="base">
      ${leads ? this.#renderFloat(glance) : nothing}
      <dialog
        part="layer"
        aria-label=${this.t('entry.label')}
        @cancel=${this.#onCancel}
        @keydown=${this.#onKeydown}
      >
        <button
          part="close"
          class="shut"
          type="button"
          aria-label=${this.t('entry.close')}
          @click=${this.closeRoom}
        >
          ${icon(close, 22)}
        </button>
        <slot></slot>
      </dialog>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-entry': QunEntry;
  }
}
