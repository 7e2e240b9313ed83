import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import { RoomProviding } from '../../base/room-providing.js';
import { SizeController } from '../../base/size-controller.js';
import type { Speech } from '../../base/speech.js';
import { StoreController } from '../../base/store-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { couponTurnsAt } from '../../core/coupon-phase.js';
import type { CommentWindow } from '../../core/comment-window.js';
import { safeUrl } from '../../core/link.js';
import type { Part } from '../../core/part.js';
import { deskWords, type DeskKey } from '../../i18n/desk/desk-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import {
  QunError,
  type Code,
  type HostCommand,
  type RoomState,
  type SaleFigures,
} from '../../protocol/index.js';
import type { Connection, Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { themes } from '../../styles/themes.css.js';
import { tokens } from '../../styles/tokens.css.js';
import type { AroundDesk } from './around-desk.js';
import { aroundDesk } from './around-part.js';
import { renderCoupons } from './coupons-panel.js';
import { desk } from './desk.css.js';
import { panelsOf, renderHead, renderTabs, renderWrong } from './desk.js';
import type { DeskView, Panel } from './desk-view.js';
import { HostSession, type HostTransport } from './host-session.js';
import type { Moderating } from './moderating.js';
import { moderating } from './moderating-part.js';
import { renderNotice } from './notice-panel.js';
import { panels } from './panels.css.js';
import { renderPhase } from './phase-panel.js';
import { renderPreview } from './preview.js';
import { productEditor } from './product-editor.css.js';
import { renderProducts } from './products-panel.js';
import { Sending } from './sending.js';
import { renderSales } from './sales-panel.js';
import type { Shelving } from './shelving.js';
import { shelving } from './shelving-part.js';
import type { ShareCheck } from './share-check.js';
import { shareCheck } from './share-check-part.js';
import { renderSignIn } from './sign-in.js';
import { TakenOff } from './taken-off.js';

/** From here all panels stand side by side, px. */
const WIDE_PX = 1000;

/**
 * What the host steers a show with, made for one thumb: start, pause and end, products, coupons, notice, comments, questions.
 * Every button says "sending" until the room itself shows what was asked.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-live-player
 * @dependency qun-room-report
 *
 * @attr {string} token - The host token of that room. Default: the host types it. It is kept nowhere.
 * @attr {'default' | 'minimal' | 'night' | 'festival' | 'fresh' | 'luxe'} theme - Look. Default: the page's own `--qun-…` properties.
 * @attr {'light' | 'dark' | 'auto'} scheme - Light, dark, or as the device. Default: the page's `color-scheme`.
 *
 * @event {QunErrorEvent} qun-error - A command or the sign-in was refused; `error.code` says why. Not cancelable.
 *
 * @slot footer - Below the panels: the shop's own links.
 *
 * @csspart base - The whole.
 * @csspart sign-in - The form that asks for the token.
 * @csspart head - Title, state of the show and of the connection, figures.
 * @csspart figures - The three figures.
 * @csspart connection - How the connection stands.
 * @csspart phase - Start, pause and end.
 * @csspart preview - What viewers see now.
 * @csspart wrong - What was refused, and why.
 * @csspart tabs - The tabs of a narrow desk.
 * @csspart panel - Products, flash sales, coupons, notice, comments, questions or the report.
 * @csspart product - One product.
 * @csspart sale - One flash sale.
 * @csspart coupon - One coupon.
 * @csspart comment - One comment.
 * @csspart question - One question.
 * @csspart share-check - What is wrong with words that promise something for sharing.
 * @csspart button - Every button that sends something.
 *
 * @cssproperty [--height=100vh] - Height of the desk.
 */
export class QunHostDesk extends QunElement {
  static override styles = [tokens, themes, base, button, desk, panels, productEditor];

  readonly #providing = new RoomProviding();
  readonly #size = new SizeController(this);
  readonly #tick = new TickController(this);
  readonly #state = new StoreController<RoomState | undefined>(this);
  readonly #connection = new StoreController<Connection>(this);
  readonly #comments = new StoreController<CommentWindow>(this);
  readonly #commentCount = new StoreController<number>(this);
  readonly #online = new StoreController<number>(this);
  readonly #left = new StoreController<Readonly<Record<string, number>>>(this);
  readonly #sales = new StoreController<Readonly<Record<string, SaleFigures>>>(this);
  readonly #sending = new Sending();
  readonly #takenOff = new TakenOff();

  @state() private panel: Panel = 'products';
  @state() private asking: string | undefined;
  @state() private wrong: Code | undefined;
  @state() private watching = false;
  @state() private reporting = false;
  @state() private search = '';
  @state() private draft: string | undefined;
  #session: HostSession | undefined;
  #typed: string | undefined;
  #refusal: Code | undefined;
  #detach: (() => void) | undefined;
  #moderating: Moderating | undefined;
  #around: AroundDesk | undefined;
  #shelving: Shelving | undefined;
  #shareCheck: ShareCheck | undefined;

  /** The host token of the room. Default: the host types it. It is kept nowhere. */
  @property() token?: string;

  /** A way of your own to the room, or what makes one for a token. */
  @property({ attribute: false }) transport?: HostTransport;

  /** Look: default, minimal, night, festival, fresh or luxe. Default: the page's own `--qun-…` properties. */
  @property({ reflect: true }) theme?: string;

  /** light, dark, or auto to follow the device. Default: the page's `color-scheme`. */
  @property({ reflect: true }) scheme?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#detach = this.#providing.attach(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
    this.#moderating?.follow(undefined);
  }

  protected override updated(): void {
    this.#moderate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('token') || changed.has('transport') || changed.has('room')) this.#renew();
    this.#sending.settle(this.#state.value);
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$state);
    this.#connection.follow(room?.$connection);
    this.#comments.follow(room?.$comments);
    this.#commentCount.follow(room?.$commentCount);
    this.#online.follow(room?.$online);
    this.#left.follow(room?.$left);
    this.#sales.follow(room?.$sales);
    this.#providing.room = room;
  }

  protected override update(changed: PropertyValues): void {
    const { value: state } = this.#state;
    const now = this.roomStore?.clock.now() ?? 0;
    this.#tick.active =
      state !== undefined &&
      (state.phase === 'warmup' ||
        [...state.sales, ...state.coupons].some(offer => couponTurnsAt(offer, now) !== null));
    super.update(changed);
  }

  /** A stay of its own for the token at hand; none without one, and then the room is only looked at. */
  #renew(): void {
    this.#session?.end();
    this.#session = undefined;
    this.#sending.clear();
    const token = this.#typed ?? this.token;
    if (token || (this.transport && typeof this.transport !== 'function')) {
      this.#refusal = undefined;
      try {
        this.#session = new HostSession(this.#address, token ?? '', this.transport, this.#onSession);
      } catch (error) {
        this.#refusal = this.report(error).code;
      }
    }
    this.roomLink.bring(this.#session?.room);
  }

  readonly #onSession = (): void => {
    const code = this.#session?.code;
    if (code) {
      this.#typed = undefined;
      this.#session?.end();
      this.#session = undefined;
      this.#refusal = code;
      this.roomLink.bring(undefined);
      this.report(new QunError(code));
    }
    this.requestUpdate();
  };

  get #address(): string | undefined {
    return safeUrl(this.room, document.baseURI);
  }

  async #send(key: string, command: HostCommand, shown: (state: RoomState) => boolean): Promise<boolean> {
    const room = this.roomStore;
    if (!room || this.#sending.has(key)) return false;
    this.#sending.begin(key, shown);
    this.wrong = undefined;
    // What is being changed stays open: there may be more to change.
    if (!this.asking?.startsWith('change ')) this.asking = undefined;
    this.requestUpdate();
    try {
      const { seq } = await room.command(command);
      this.#sending.answered(key, seq !== null, room.$state.get());
      if (command.type === 'notice.set') this.draft = undefined;
      return true;
    } catch (error) {
      this.#sending.failed(key);
      if (room === this.roomStore) this.wrong = this.report(error).code;
      return false;
    } finally {
      this.requestUpdate();
    }
  }

  /** What only somebody may do who is in, and what is said is looked at more closely. */
  #moderate(): void {
    const session = this.isConnected && this.#session?.status === 'in' ? this.#session : undefined;
    if (session) {
      this.#moderating ??= this.#made(moderating);
      this.#around ??= this.#made(aroundDesk);
      this.#shelving ??= this.#made(shelving);
      this.#shareCheck ??= this.#made(shareCheck);
    }
    this.#moderating?.follow(session);
  }

  /** What this desk has of a part that comes late; undefined: it is on its way, and then all is drawn anew. */
  #made<T>(part: Part<new (root: ShadowRoot, changed: () => void) => T>): T | undefined {
    const changed = () => this.requestUpdate();
    void part.come().then(changed);
    return part.here && new part.here(this.shadowRoot!, changed);
  }

  readonly #d = (key: DeskKey, params?: MessageParams): string => deskWords(this.language, key, params);

  readonly #signIn = (token: string): void => {
    this.#typed = token;
    this.#renew();
    this.requestUpdate();
  };

  readonly #signOut = (): void => {
    this.#typed = undefined;
    this.token = undefined;
    this.#renew();
    this.requestUpdate();
  };

  get #speech(): Speech {
    return {
      language: this.language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
    };
  }

  #view(room: Room, state: RoomState): DeskView {
    return {
      ...this.#speech,
      room,
      state,
      connection: this.#connection.value ?? { status: 'idle', stale: false },
      comments: this.#comments.value ?? [],
      commentCount: this.#commentCount.value ?? 0,
      online: this.#online.value ?? 0,
      left: this.#left.value ?? {},
      sales: this.#sales.value ?? {},
      now: room.clock.now(),
      asking: this.asking,
      watching: this.watching,
      search: this.search,
      takenOff: this.#takenOff.look(state.products),
      note: text => this.#shareCheck?.note(text, this.language),
      d: this.#d,
      sending: key => this.#sending.has(key),
      send: (key, command, shown) => this.#send(key, command, shown),
      ask: what => (this.asking = what),
      watch: on => (this.watching = on),
      find: words => (this.search = words),
    };
  }

  #renderPanel(view: DeskView, panel: Panel): unknown {
    switch (panel) {
      case 'products':
        return renderProducts(view, this.#shelving);
      case 'sales':
        return renderSales(view);
      case 'coupons':
        return renderCoupons(view);
      case 'notice':
        return [renderNotice(view, this.draft, text => (this.draft = text)), this.#around?.render(view)];
      case 'comments':
        return this.#moderating?.renderComments(view);
      case 'questions':
        return this.#moderating?.renderQuestions(view);
    }
  }

  #renderPanels(view: DeskView, wide: boolean): TemplateResult[] {
    return panelsOf(view.state).map(
      panel =>
        html`<section
          part="panel"
          id="panel-${panel}"
          class="panel ${panel}"
          role=${wide ? 'region' : 'tabpanel'}
          aria-label=${this.#d(`desk.${panel}`)}
          ?hidden=${!wide && panel !== this.panel}
        >
          <h3>${this.#d(`desk.${panel}`)}</h3>
          ${this.#renderPanel(view, panel)}
        </section>`,
    );
  }

  #renderDesk(room: Room, state: RoomState): TemplateResult {
    const view = this.#view(room, state);
    const wide = this.#size.width >= WIDE_PX;
    const { tells = false, token, transport } = this.#session ?? {};
    const reporting = tells && this.reporting;
    const report = tells ? { open: reporting, toggle: () => (this.reporting = !this.reporting) } : undefined;
    const signOut = this.transport && typeof this.transport !== 'function' ? undefined : this.#signOut;
    const look = reporting ? 'reporting' : state.sales.length > 0 ? 'selling' : '';
    return html`<div class="desk ${wide ? 'wide' : 'narrow'} ${look}">
      <div class="steer">
        ${renderHead(view, signOut, report)} ${reporting && !wide ? nothing : renderPhase(view)}
        ${renderWrong(view, this.wrong, () => (this.wrong = undefined))}
        ${reporting && !wide ? nothing : renderPreview(view, wide)}
      </div>
      ${
        reporting
          ? html`<div part="panel" class="panel report">
              <qun-room-report .token=${token || undefined} .source=${transport?.figures}></qun-room-report>
            </div>`
          : this.#renderPanels(view, wide)
      }
      ${wide || reporting ? '' : renderTabs(view, this.panel, this.#moderating?.waiting ?? {}, panel => (this.panel = panel))}
    </div>`;
  }

  protected override render(): TemplateResult {
    const room = this.roomStore;
    const { value: state } = this.#state;
    const status = this.#session?.status ?? (this.#refusal ? 'refused' : 'out');
    return html`<section part="base" class="base" aria-label=${this.#d('desk.label')}>
      ${
        room && state && status === 'in'
          ? this.#renderDesk(room, state)
          : renderSignIn({
              ...this.#speech,
              d: this.#d,
              status: status === 'in' ? 'joining' : status,
              code: this.#refusal,
              title: this.words(state?.title),
              signIn: this.#signIn,
            })
      }
      <slot name="footer"></slot>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-host-desk': QunHostDesk;
  }
}
