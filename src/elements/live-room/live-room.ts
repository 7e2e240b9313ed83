import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { RoomProviderElement } from '../../base/room-provider-element.js';
import { SizeController } from '../../base/size-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { warn } from '../../base/warn.js';
import { couponTurnsAt } from '../../core/coupon-phase.js';
import type { QunSheetResizeEvent } from '../../events/qun-sheet-resize-event.js';
import { QunError, type Code } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { themes } from '../../styles/themes.css.js';
import { tokens } from '../../styles/tokens.css.js';
import type { QunCommentStream } from '../comment-stream/comment-stream.js';
import type { QunLivePlayer } from '../live-player/live-player.js';
import { column } from './column.css.js';
import { renderColumn } from './column.js';
import { head } from './head.css.js';
import { heights } from './heights-part.js';
import { offersOf } from './offers.js';
import { floating } from './offers-part.js';
import { PARTS } from './parts.js';
import { pictureFit, roomLayout, roomScreen, type Layout } from './room-screen.js';
import type { RoomView, SheetKind, Tab } from './room-view.js';
import { RoomWatch } from './room-watch.js';
import { screen } from './screen.css.js';
import { renderSheetContent, renderShelf, sheetHeading } from './sheets.js';
import { shell } from './shell.css.js';
import { renderStage } from './stage.js';

/** How long a page may take to bring its room before the reader is told that there is none, ms. */
const PATIENCE_MS = 1000;
/** Put up in this many frames after the first, so that no task is long on a slow phone. */
const STEPS = 2;
/** Long past any frame, ms. */
const FRAME_MS = 300;
/** Between the shrunken picture and the sheet below it. */
const SHEET_GAP_PX = 24;
/** Lower than this a room leaves out what is only nice to have. */
const LOW_PX = 640;

/**
 * The whole live room: picture, host, notice, offers, comments, shelf and sharing, laid out by its own size as a phone's
 * room or a desk's, with every state a show can be in. `room` is all it needs.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-live-player
 * @dependency qun-comment-stream
 * @dependency qun-product-carousel
 * @dependency qun-product-shelf
 * @dependency qun-coupon-grab
 * @dependency qun-flash-sale
 * @dependency qun-share-to-group
 * @dependency qun-reaction-button
 * @dependency qun-danmaku-layer
 * @dependency qun-cart-button
 * @dependency qun-sheet
 * @dependency qun-product-sheet
 * @dependency qun-reminder
 * @dependency qun-contact-card
 * @dependency qun-promo-slot
 * @dependency qun-store-card
 * @dependency qun-notice-bar
 *
 * @attr {string} token - Who this viewer is: a token that the shop's server has signed. Default: anonymous.
 * @attr {string} cart - Who takes orders: `shopify`, `woocommerce`, `link`, `page` where the page answers the events, or the address of an endpoint. Default: nobody, and products lead to their own pages.
 * @attr {string} poster - Picture shown before the room has told its own.
 * @attr {auto | phone | desk | wide} layout - Default: `auto`, by the room's own size.
 * @attr {boolean} double-tap - A finger's double tap on the picture gives a heart, too.
 * @attr {'on' | 'anonymous' | 'off'} attribution - Whether the room may note by whose link a viewer has come: `on`, by their pseudonym; `anonymous`, as a figure bound to nobody; `off`, not at all, and links carry nothing of them. Read when they join. Default: on.
 * @attr {'default' | 'minimal' | 'night' | 'festival' | 'fresh' | 'luxe'} theme - Look. Default: the page's own `--qun-…` properties.
 * @attr {'light' | 'dark' | 'auto'} scheme - Light, dark, or as the device. Default: the page's `color-scheme`.
 * @attr {boolean} large-text - Everything is a quarter larger.
 * @attr {string} lang - Its language, a BCP 47 tag. Default: the nearest `lang` of the page.
 *
 * @event {QunRoomOpenedEvent} qun-room-opened - The room's first state has arrived; `room` is the room. Not cancelable.
 * @event {QunErrorEvent} qun-error - The room, or something in it, has a fault; `error.code` says which. Not cancelable.
 *
 * @slot poster - The picture shown before the first frame, as an `img`: one that stands in the page is there before any script.
 * @slot head-extra - At the end of the head, opposite the host: following, closing.
 * @slot stage - Over the picture, under the head: a logo, a badge.
 * @slot column - Between comments and bar: a line of the shop's service.
 * @slot footer - In the bar, before sharing: a button of the page's own.
 * @slot launch - WeChat's own tag `wx-open-launch-weapp`, where products are bought in a mini-program: see `qun-product-sheet`.
 * @slot way-out - Under the words of a room that cannot be entered: where the viewer may go instead.
 *
 * @csspart base - The whole.
 * @csspart stage - The picture and all that lies on it.
 * @csspart picture - The player and its scrim.
 * @csspart head - Host and what the page puts beside.
 * @csspart host - The pill that says who is speaking.
 * @csspart avatar - The host's picture.
 * @csspart name - The host's name.
 * @csspart verified - The mark of a verified merchant, which opens what it means.
 * @csspart badge - Live or replay.
 * @csspart viewers - How many are watching.
 * @csspart more - The button that opens what the picture can do, on a phone.
 * @csspart notice - The host's notice, one line.
 * @csspart banner - What is wrong with the connection.
 * @csspart offers - The coupons at the picture's edge.
 * @csspart all-coupons - The button that leads to every coupon sent.
 * @csspart screen - What stands before the picture while there is nothing to see in it.
 * @csspart countdown - The time to the start.
 * @csspart column - Comments, product and bar: on the picture of a phone, beside it on a desk.
 * @csspart third - The shelf's own column from 1600 px.
 * @csspart title - The show's title on a desk.
 * @csspart tabs - Comments and shelf of a desk.
 * @csspart tab - One of them.
 * @csspart bar - The bar at the lower edge of a phone.
 * @csspart shelf-button - The button that opens the shelf.
 * @csspart say - The pill that leads to the comment field.
 *
 * @cssproperty [--height=100svh] - Height of the room; on windows from 700 px at most 900px.
 * @cssproperty [--column-width=380px] - Width of a desk's columns.
 */
export class QunLiveRoom extends RoomProviderElement {
  static override styles = [tokens, themes, base, button, shell, head, column, screen];

  readonly #watch = new RoomWatch(this);
  readonly #size = new SizeController(this);
  readonly #tick = new TickController(this);

  @query('.base') private root!: HTMLElement;
  @query('qun-live-player') private player!: QunLivePlayer;
  @query('qun-comment-stream') private talk!: QunCommentStream | null;

  @state() private step = 0;
  @state() private missing: Code | undefined;
  @state() private tab: Tab = 'comments';
  @state() private sheet: SheetKind | undefined;
  @state() private typing = false;
  /** The player's settings lie over the picture, and nothing else does meanwhile. */
  @state() private choosing = false;
  /** The player's figures lie where the head does. */
  @state() private counting = false;
  /** A sheet, or a product over it, covers some of the room. */
  @state() private covered = false;
  #lastSheet: SheetKind = 'shelf';
  #sheeted = false;
  #heights: Record<string, number> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #late: ReturnType<typeof setTimeout> | undefined;

  /** phone, desk, wide, or auto: by the room's own size. */
  @property() layout: Layout | 'auto' = 'auto';

  /** Picture shown before the room has told its own. */
  @property() poster?: string;

  /** A finger's double tap on the picture gives a heart, too. */
  @property({ type: Boolean, attribute: 'double-tap' }) doubleTap = false;

  constructor() {
    super();
    const set = (name: string, px: number) => this.root.style.setProperty(name, `${px}px`);
    void heights.come().then(measure => measure(this, set));
    void floating.come().then(() => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setTimeout(this.#miss, PATIENCE_MS);
    this.#climb();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#rest();
  }

  protected override roomChanged(room: Room | undefined): void {
    super.roomChanged(room);
    this.#watch.follow(room);
    if (room) this.missing = undefined;
  }

  protected override update(changed: PropertyValues): void {
    const { state } = this.#watch;
    const now = this.roomStore?.clock.now() ?? 0;
    this.#tick.active =
      state !== undefined &&
      (state.phase === 'warmup' || offersOf(state).some(offer => couponTurnsAt(offer, now) !== null));
    super.update(changed);
  }

  protected override updated(): void {
    this.root.style.setProperty('--_h', `${this.#size.height}px`);
  }

  #climb(): void {
    if (this.step >= STEPS) return;
    const next = () => {
      this.#rest();
      this.step += 1;
      this.#climb();
    };
    this.#frame = requestAnimationFrame(next);
    // A page that draws no frames, as one in the background, need not find an empty room when it does.
    this.#late = setTimeout(next, FRAME_MS);
  }

  #rest(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#late);
  }

  readonly #miss = (): void => {
    if (this.roomStore) return;
    this.missing = this.room ? 'bad-config' : 'no-room';
    const detail = this.room
      ? `room="${this.room}" is neither the URL of a room nor the id of a qun-room`
      : 'qun-live-room needs the URL of a room as its room attribute';
    warn(this.missing, detail);
    // What looks like a URL has been told of where it was read.
    if (!this.room?.includes('/')) this.report(new QunError(this.missing, { detail, path: 'room' }));
  };

  readonly #retry = (): void => this.roomStore?.reconnect();

  readonly #open = (kind: SheetKind): void => {
    this.sheet = this.#lastSheet = kind;
    this.#sheeted = true;
  };

  readonly #onSheetClose = (): void => {
    this.sheet = undefined;
    // With the same rendering, so that the focus can go back to what was hidden.
    this.covered = (this.#heights['qun-product-sheet'] ?? 0) > 0;
  };

  /** It does not bubble, and comes from whatever holds a sheet: its own, a product's, the cart's. */
  readonly #onSheetResize = {
    capture: true,
    handleEvent: (event: QunSheetResizeEvent): void => {
      const whole = this.root.offsetHeight;
      this.#heights[(event.target as Element).localName] = event.height;
      const height = Math.max(...Object.values(this.#heights));
      this.covered = height > 0;
      // At once: what is hidden cannot be given the focus back.
      if (!this.covered) this.root.classList.remove('sheeted');
      this.#sheeted ||= this.covered;
      const shrink = height > 0 ? Math.max(0.12, (whole - height - SHEET_GAP_PX) / whole) : 1;
      this.root.style.setProperty('--_shrink', String(shrink));
    },
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const target = event.composedPath()[0] as Element;
    this.typing = event.type === 'focusin' && target.closest('[part~=composer]') !== null;
  };

  get #view(): RoomView {
    const { state, connection, online, fault } = this.#watch;
    const room = this.roomStore;
    const { width, height } = this.#size;
    const layout = roomLayout(width, height, this.layout);
    return {
      language: this.language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
      room,
      state,
      connection,
      online,
      now: room?.clock.now() ?? 0,
      layout,
      fit: pictureFit(layout, width, height),
      screen: roomScreen({ connection, fault, phase: state?.phase, missing: this.missing }),
      step: this.step,
      poster: room?.resolve(state?.stream?.poster) ?? this.poster,
      posterInPage: this.querySelector(':scope > [slot="poster"]') !== null,
      backdrop: layout !== 'phone' || this.#sheeted,
      tab: this.tab,
      doubleTap: this.doubleTap,
      cart: Boolean(this.cart),
      open: this.#open,
      choose: tab => (this.tab = tab),
      browse: () => (layout === 'desk' ? (this.tab = 'shelf') : this.#open('shelf')),
      // The stream itself may still be on its way.
      say: () => this.talk?.focusComposer?.(),
      retry: this.#retry,
      openSettings: () => void this.player.openSettings(),
      onPlayerView: ({ settings, statistics }) =>
        Object.assign(this, { choosing: settings, counting: statistics }),
      // The whole room: nothing that lies on the picture, and nothing that can be bought, is left behind.
      onFullScreen: event => (event.element = this),
    };
  }

  #renderSheet(view: RoomView) {
    if (this.step < STEPS) return nothing;
    const kind = this.#lastSheet;
    return html`<qun-sheet
        ?open=${live(this.sheet !== undefined)}
        ?tall=${kind === 'shelf'}
        heading=${sheetHeading(view, kind)}
        exportparts=${PARTS.sheet}
        @qun-sheet-close=${this.#onSheetClose}
        @qun-seek=${this.#onSheetClose}
      >
        ${renderSheetContent(view, kind)} </qun-sheet
      ><qun-product-sheet view="inside" exportparts=${PARTS.sheetProduct}
        ><slot name="launch" slot="launch"></slot
      ></qun-product-sheet>`;
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    const { layout, screen } = view;
    const phone = layout === 'phone';
    const classes = ['base', layout, phone ? '' : 'beside', `on-${screen?.kind ?? 'show'}`];
    if (this.covered && phone) classes.push('sheeted');
    if (this.typing) classes.push('typing');
    if (this.choosing) classes.push('choosing');
    if (this.counting) classes.push('counting');
    if (this.#size.height < LOW_PX) classes.push('low');
    return html`<section
      part="base"
      class=${classes.join(' ')}
      aria-label=${this.words(view.state?.title) || this.t('room.label')}
      @focusin=${this.#onFocus}
      @focusout=${this.#onFocus}
      @qun-sheet-resize=${this.#onSheetResize}
    >
      ${renderStage(view)} ${renderColumn(view)}
      ${layout === 'wide' ? html`<div part="third" class="third">${renderShelf()}</div>` : nothing}
      ${this.#renderSheet(view)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-live-room': QunLiveRoom;
  }
}
