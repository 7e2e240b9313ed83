import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import type { Speech } from '../../base/speech.js';
import { QunLinkCopiedEvent } from '../../events/qun-link-copied-event.js';
import { QunShareEvent, type ShareOffer } from '../../events/qun-share-event.js';
import { QunShareOpenedEvent, type ShareVia } from '../../events/qun-share-opened-event.js';
import { copyField, copyText } from '../../platform/copy-text.js';
import { pageEnvironment, type Environment } from '../../platform/environment.js';
import { hostApp, type AppName } from '../../platform/host-app.js';
import { shareByWeb } from '../../platform/share-by-web.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { openModal } from './modal.js';
import { renderGuide, renderSheet, type LayerView } from './render-layer.js';
import { shareLayer } from './share-layer.css.js';
import { shareOffer } from './share-offer.js';
import { shareButton } from './share-to-group.css.js';

/** Long enough to read two short phrases, ms. */
const TOAST_MS = 2600;

/**
 * A button that passes the room on, by whatever the app around the page allows: a guide to the menu in WeChat and
 * WeCom, the browser's share sheet, the clipboard, or the link itself. It never promises anything for sharing and
 * never claims that something was sent.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} url - The link. Default: the room's, else the page's canonical link or address without what WeChat adds.
 * @attr {string} share-title - The title. Default: the room's, saying whether it is live; else the page's.
 * @attr {string} share-text - A sentence beside the title. Default: the room's share text.
 * @attr {string} picture - A picture, http(s) only. Default: the room's share picture or poster.
 * @attr {boolean} compact - The icon alone, for bars.
 * @attr {boolean} over-picture - White on a veil, for use over a video.
 *
 * @event {QunShareEvent} qun-share - Asks to share `data`, which a listener may change. Cancelable; prevented, the page does it.
 * @event {QunShareOpenedEvent} qun-share-opened - A way of sharing was opened: `via`.
 * @event {QunLinkCopiedEvent} qun-link-copied - The link is in the clipboard: `url`.
 *
 * @slot - The words of the button. Default: "Share to group".
 *
 * @csspart base - The whole.
 * @csspart button - The button.
 * @csspart dialog - The layer over the page.
 * @csspart guide - The guide to the app's menu.
 * @csspart sheet - The sheet with the link.
 * @csspart link - The link in the sheet.
 * @csspart toast - "Link copied".
 */
export class QunShareToGroup extends QunElement {
  static override styles = [tokens, base, button, shareButton, shareLayer];

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.toast') private toast!: HTMLElement;

  @state() private layer: 'guide' | 'text' | undefined;
  @state() private byHand = false;
  @state() private toasting = false;
  #offer: ShareOffer | undefined;
  #app: AppName = 'browser';
  #sharing: Promise<void> | undefined;
  #shutModal: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The link. */
  @property() url?: string;

  /** The title. */
  @property({ attribute: 'share-title' }) shareTitle?: string;

  /** A sentence beside the title. */
  @property({ attribute: 'share-text' }) shareText?: string;

  /** A picture, http(s). */
  @property() picture?: string;

  /** The icon alone, for bars. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** White on a veil, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;

  /** What the app and the browser can do. Default: asked at every tap. */
  @property({ attribute: false }) environment?: Environment;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.toasting = false;
    this.#shut();
    this.#close();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('layer')) return;
    this.#shut();
    const first = this.dialog.querySelector<HTMLElement>('.first');
    if (first && this.isConnected) this.#shutModal = openModal(this.dialog, first, this.#close);
  }

  #tell(via: ShareVia): void {
    this.dispatchEvent(new QunShareOpenedEvent(via));
  }

  async #share(): Promise<void> {
    const own = { title: this.shareTitle, text: this.shareText, url: this.url, picture: this.picture };
    const offer = (this.#offer = shareOffer(own, this.roomStore, this.#speech));
    if (!this.ask(new QunShareEvent(offer))) return;

    const env = this.environment ?? pageEnvironment();
    this.#app = hostApp(env).name;
    if (this.#app !== 'browser') return this.#open('guide');
    const { title, text, url } = offer;
    const data = { ...(title && { title }), ...(text && { text }), url };
    const outcome = await shareByWeb(data, env);
    if (outcome === 'opened') this.#tell('web-share');
    if (outcome !== 'refused') return;
    if (await copyText(url, env)) {
      this.#copied(url);
      this.#tell('copy');
    } else this.#open('text');
  }

  #open(layer: 'guide' | 'text'): void {
    if (!this.isConnected) return;
    this.byHand = false;
    this.layer = layer;
    this.#tell(layer);
  }

  readonly #close = (): void => {
    this.layer = undefined;
  };

  #shut(): void {
    this.#shutModal?.();
    this.#shutModal = undefined;
  }

  readonly #copy = async (): Promise<void> => {
    const url = this.#offer?.url ?? '';
    const field = this.dialog.querySelector('input');
    const env = this.environment ?? pageEnvironment();
    const copied = (await copyText(url, env)) || (field !== null && copyField(field));
    if (copied) {
      this.#close();
      this.#copied(url);
    } else if (this.layer === 'guide') this.layer = 'text';
    else this.byHand = true;
  };

  #copied(url: string): void {
    if (this.isConnected) {
      this.toasting = true;
      // Above whatever the page shows in the top layer.
      this.toast.showPopover?.();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.toasting = false;
        this.toast.hidePopover?.();
      }, TOAST_MS);
    }
    this.dispatchEvent(new QunLinkCopiedEvent(url));
  }

  /** Shares as the button does. Call it in a tap: browsers demand one. Never rejects. */
  share(): Promise<void> {
    this.#sharing ??= this.#share().finally(() => (this.#sharing = undefined));
    return this.#sharing;
  }

  readonly #onClick = (): void => void this.share();

  get #speech(): Speech {
    return {
      language: this.language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
    };
  }

  #renderLayer() {
    if (!this.layer || !this.#offer) return nothing;
    const view: LayerView = {
      ...this.#speech,
      offer: this.#offer,
      byHand: this.byHand,
      copy: () => void this.#copy(),
      close: this.#close,
    };
    return this.layer === 'guide' ? renderGuide(view, this.#app) : renderSheet(view);
  }

  protected override render() {
    const label = this.t('share.label');
    const copied = this.t('share.copied');
    const { compact, layer, toasting } = this;
    return html`<div part="base" class="base">
      <button
        type="button"
        part="button"
        class="share ${compact ? 'icon-button' : 'button button--quiet'}"
        aria-label=${compact ? label : nothing}
        @click=${this.#onClick}
      >
        ${icon('share', compact ? 24 : 20)}
        <span class="words" ?hidden=${compact}><slot>${label}</slot></span>
      </button>
      <dialog
        part="dialog"
        role="dialog"
        aria-modal="true"
        aria-label=${this.t(layer === 'text' ? 'share.sheet' : 'share.guide')}
      >
        ${this.#renderLayer()}
      </dialog>
      <p part="toast" class="toast ${toasting ? 'on' : ''}" popover="manual" aria-hidden="true">
        ${icon('check', 18)} ${copied}
      </p>
      <p class="visually-hidden" role="status">${toasting ? copied : ''}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-share-to-group': QunShareToGroup;
  }
}
