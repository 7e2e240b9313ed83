import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { lookAt, sourceOf, type FiguresSource } from '../../base/figures-source.js';
import { QunElement } from '../../base/qun-element.js';
import { RefreshController } from '../../base/refresh-controller.js';
import { renderFiguresBlank } from '../../base/render-figures-blank.js';
import { RoomProviding } from '../../base/room-providing.js';
import { SizeController } from '../../base/size-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { formatMoney } from '../../core/format-money.js';
import { formatNumber, formatTime } from '../../core/format.js';
import { safeUrl } from '../../core/link.js';
import { linkFor } from '../../core/share-link.js';
import { QunLinkCopiedEvent } from '../../events/qun-link-copied-event.js';
import type { QunShareOpenedEvent } from '../../events/qun-share-opened-event.js';
import { figuresWords, type FiguresKey } from '../../i18n/desk/figures-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import { copyText } from '../../platform/copy-text.js';
import { pageLink } from '../../platform/page-link.js';
import {
  guideReportSchema,
  parse,
  type GuideReport,
  type RoomState,
  type ShareVia,
} from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { tokens } from '../../styles/tokens.css.js';
import type { Token } from '../../transport/session-keeper.js';
import { codes } from './code-part.js';
import type { DeskView } from './desk-view.js';
import { renderFigures } from './figures-list.js';
import { guideDesk } from './guide-desk.css.js';
import { renderLink } from './link-card.js';
import { renderTier } from './tier-card.js';

/** Between two looks, ms. */
const LOOK_MS = 10_000;
/** From here the code stands beside the words, px. */
const WIDE_PX = 480;

/**
 * A guide's own page: the link and the code that their customers come by, what has come of it, and where they stand among
 * the shop's tiers. The server knows who asks by the token's `guide`, and works everything out.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-share-poster
 *
 * @attr {string} token - The guide's token, signed by the shop. Default: nobody's, and then `figures` or `source` says what is to be seen.
 * @attr {string} url - The page that customers are to come to. Default: the one the room names, else this page.
 *
 * @event {QunLinkCopiedEvent} qun-link-copied - The guide's link is in the clipboard (`url`). Not cancelable.
 * @event {QunErrorEvent} qun-error - The figures were refused; `error.code` says why. Not cancelable.
 *
 * @slot footer - Below the figures: the shop's own.
 *
 * @csspart base - The wrapper of everything.
 * @csspart link - Link and code.
 * @csspart code - The code to scan.
 * @csspart field - The link as text.
 * @csspart poster - Around the button that makes a poster.
 * @csspart tier - Tier and commission.
 * @csspart progress - How far it is to the next tier.
 * @csspart figures - The figures.
 * @csspart button - Every button.
 *
 * @cssproperty [--padding=16px] - Space around everything.
 */
export class QunGuideDesk extends QunElement {
  static override styles = [tokens, base, button, guideDesk];

  readonly #size = new SizeController(this, true);
  readonly #state = new StoreController<RoomState | undefined>(this);
  /** The poster of the guide shows this very room. */
  readonly #providing = new RoomProviding();
  readonly #refresh = new RefreshController<GuideReport>(this, LOOK_MS, error => this.report(error));
  #room: Room | undefined;
  #detach: (() => void) | undefined;
  #source: FiguresSource | undefined;
  #code: { text: string; path: string; side: number } | undefined;

  @state() private copied: DeskView['copied'];

  /** The guide's figures, as the server's `guide` has them. Default: asked of the room's server every ten seconds. */
  @property({ attribute: false }) figures?: GuideReport;

  /** A way of your own to the figures: its `json('guide')` answers as the server does. */
  @property({ attribute: false }) source?: FiguresSource;

  /** The guide's token, or what gives one. */
  @property() token?: Token;

  /** The page that customers are to come to. Default: the one the room names, else this page. */
  @property() url?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#detach = this.#providing.attach(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#state.follow(room?.$state);
    this.#room = room;
    this.#providing.room = room;
    this.#look();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const told = changed.has('figures') && !this.figures !== !changed.get('figures');
    if (told || changed.has('source') || changed.has('token')) this.#look();
    this.#drawCode();
  }

  #look(): void {
    // Without a token the server would only refuse.
    this.#source = this.source ?? (this.token ? sourceOf(this.#room, this.token) : undefined);
    const source = this.figures ? undefined : this.#source;
    this.#refresh.follow(source && lookAt(source, 'guide', body => parse(guideReportSchema, body)));
  }

  get #shown(): GuideReport | undefined {
    return this.figures ?? this.#refresh.value;
  }

  get #page(): string {
    return (
      safeUrl(this.url, document.baseURI) ??
      this.roomStore?.resolve(this.#state.value?.share.url) ??
      pageLink(document)
    );
  }

  /** Whose link it is. */
  get #share(): string {
    const { guide, share } = this.#shown!;
    return guide.code ? `-${guide.code}` : share;
  }

  /** What is passed on: the page, with the guide in it. */
  #link(via: ShareVia): string {
    return linkFor(this.#page, this.#share, via);
  }

  #intend(via: ShareVia): void {
    this.#source?.intend?.(via).catch(() => {
      // It was counted for the figures only; the guide passes it on nevertheless.
    });
  }

  #drawCode(): void {
    const text = this.#shown && this.#link('code');
    if (text === this.#code?.text) return;
    this.#code = undefined;
    if (!text) return;
    const { here } = codes;
    if (!here) void codes.come().then(() => this.requestUpdate());
    else
      try {
        this.#code = { text, ...here.codePath(text) };
      } catch (error) {
        // An address too long for any code: the link alone does.
        this.#code = { text, path: '', side: 0 };
        this.report(error, 'bad-config');
      }
  }

  readonly #copy = async (): Promise<void> => {
    const url = this.#link('copy');
    this.copied = (await copyText(url)) ? 'yes' : 'no';
    this.#intend(this.copied === 'yes' ? 'copy' : 'text');
    if (this.copied === 'yes') this.dispatchEvent(new QunLinkCopiedEvent(url));
    else this.renderRoot.querySelector<HTMLInputElement>('.field')?.focus();
  };

  readonly #save = (): void => {
    const href = codes.here?.codePicture(this.#link('code'));
    const { guide } = this.#shown!;
    const download = `${guide.code ?? guide.id}.png`;
    if (!href) return;
    this.#intend('code');
    Object.assign(document.createElement('a'), { href, download }).click();
  };

  readonly #onOpened = ({ via }: QunShareOpenedEvent): void => {
    // Sending the picture is what the poster was made for.
    if (via === 'poster') this.#intend(via);
  };

  readonly #w = (key: FiguresKey, params?: MessageParams): string => figuresWords(this.language, key, params);

  #view(figures: GuideReport): DeskView {
    const { language } = this;
    return {
      figures,
      language,
      link: this.#link('copy'),
      page: this.#page,
      share: this.#share,
      room: this.#state.value !== undefined,
      code: this.#code?.path ? this.#code : undefined,
      copied: this.copied,
      w: this.#w,
      n: count => formatNumber(count, language),
      money: sums => sums.map(sum => formatMoney(sum, language)).join(' + ') || '0',
      rate: rateBp => `${formatNumber(rateBp / 100, language)}%`,
      copy: () => void this.#copy(),
      save: this.#save,
      opened: this.#onOpened,
    };
  }

  #renderDesk(figures: GuideReport): TemplateResult {
    const view = this.#view(figures);
    const time = formatTime(figures.at, this.language, figures.at);
    const behind = this.#refresh.error !== undefined;
    return html`<header>
        <h2><bdi>${figures.guide.name}</bdi></h2>
        <span class=${behind ? 'wrong' : 'muted'} role="status">
          ${this.#w(behind ? 'figures.behind' : 'figures.asOf', { time })}
        </span>
      </header>
      ${renderLink(view)} ${renderTier(view)} ${renderFigures(view)}`;
  }

  #renderBlank(): TemplateResult {
    const { error } = this.#refresh;
    const nobody = error && ['not-found', 'not-allowed', 'token-missing'].includes(error.code);
    const words = nobody
      ? this.#w('guide.notGuide')
      : error
        ? this.t(`error.${error.code}`)
        : this.#w(this.#source ? 'figures.looking' : 'figures.signIn');
    const again = error && { label: this.#w('figures.again'), act: () => void this.#refresh.again() };
    return renderFiguresBlank(words, again);
  }

  protected override render(): TemplateResult {
    const figures = this.#shown;
    return html`<section
      part="base"
      class="base ${this.#size.width < WIDE_PX ? 'narrow' : ''}"
      aria-label=${this.#w('guide.label')}
    >
      ${figures ? this.#renderDesk(figures) : this.#renderBlank()}
      <slot name="footer"></slot>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-guide-desk': QunGuideDesk;
  }
}
