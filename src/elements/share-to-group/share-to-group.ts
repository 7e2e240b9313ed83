import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import type { Environment } from '../../platform/environment.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { shareButton } from './share-to-group.css.js';
import { sharing } from './sharing-part.js';
import type { Sharing } from './sharing.js';

/** Where a browser does not tell when it has nothing to do, ms. */
const IDLE_MS = 1000;

/** Asked for before the tap, since browsers share and copy only within a moment of it. */
const prepare = (): void => {
  if (!sharing.here) void sharing.come();
};

/**
 * A button that passes the room on, by the best that the app around the page allows: WeCom's own panel for staff, a
 * mini-program's share page, in WeChat a card and a guide to the menu, else the browser's share sheet, the clipboard and a
 * sheet with the link and services. It never promises anything for sharing and never claims that something was sent.
 *
 * The settings of WeChat and WeCom, and `ways`, may stand on any element around it, such as `qun-live-room`.
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
 * @attr {string} ways - What the sheet shows beside the link, which then is opened first: of "line whatsapp telegram x facebook weibo qq kakao system poster". Default: by language, after the browser's own sheet and the clipboard.
 * @attr {'none'|'auto'|'external'} wechat-config - Who signs the page in with WeChat or WeCom: nobody, the room's server, or the page. Default: none.
 * @attr {string} signature-url - Where it is signed. Default: the room server's own address.
 * @attr {string} wechat-script - Where WeChat's script is fetched from when it is needed. Default: WeChat's own address.
 * @attr {string} entry-url - The address the visit began with, where the page has changed it since. Default: as the browser tells.
 * @attr {string} mini-program-page - A page of the mini-program around this one that has a share button.
 *
 * @event {QunShareEvent} qun-share - Asks to share `data`, which a listener may change. Cancelable; prevented, the page does it.
 * @event {QunShareByEvent} qun-share-by - Asks to open `way` of the sheet with `data`. Cancelable; prevented, the page does it.
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
 * @csspart ways - The services in the sheet.
 * @csspart way - One of them.
 * @csspart toast - "Link copied".
 */
export class QunShareToGroup extends QunElement {
  static override styles = [tokens, base, button, shareButton];

  /** Fetches and defines `qun-share-poster`, which then is offered. Default: it is offered where it is defined already. */
  static posterComes?: () => Promise<unknown>;

  #sharing: Sharing | undefined;
  #running: Promise<void> | undefined;

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

  /** What the sheet shows beside the link. */
  @property({ reflect: true }) ways?: string;

  /** Who signs the page in with WeChat or WeCom. */
  @property({ attribute: 'wechat-config', reflect: true }) wechatConfig?: 'none' | 'auto' | 'external';

  /** Where it is signed. */
  @property({ attribute: 'signature-url', reflect: true }) signatureUrl?: string;

  /** Where WeChat's script is fetched from. */
  @property({ attribute: 'wechat-script', reflect: true }) wechatScript?: string;

  /** The address the visit began with. */
  @property({ attribute: 'entry-url', reflect: true }) entryUrl?: string;

  /** A page of the mini-program around this one that has a share button. */
  @property({ attribute: 'mini-program-page', reflect: true }) miniProgramPage?: string;

  /** What the app and the browser can do. Default: asked at every tap. */
  @property({ attribute: false }) environment?: Environment;

  protected override firstUpdated(): void {
    // From then on it also keeps what the app's own menu passes on.
    const begin = () => void sharing.come().then(() => this.isConnected && this.#begin());
    if (typeof requestIdleCallback === 'function') requestIdleCallback(begin);
    else setTimeout(begin, IDLE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sharing?.leave();
  }

  protected override updated(): void {
    this.#sharing?.updated();
  }

  #begin(): Sharing {
    return (this.#sharing ??= new sharing.here!(this, this.voice));
  }

  async #share(): Promise<void> {
    // Without a wait where it is here: the tap has to be the browser's last.
    if (!sharing.here) {
      await sharing.come();
      if (!this.isConnected) return;
    }
    await this.#begin().share();
  }

  /** Shares as the button does. Call it in a tap: browsers demand one. Never rejects. */
  share(): Promise<void> {
    prepare();
    this.#running ??= this.#share().finally(() => (this.#running = undefined));
    return this.#running;
  }

  readonly #onClick = (): void => void this.share();

  protected override render() {
    const label = this.t('share.label');
    const { compact } = this;
    return html`<div part="base" class="base">
      <button
        type="button"
        part="button"
        class="share ${compact ? 'icon-button' : 'button button--quiet'}"
        aria-label=${compact ? label : nothing}
        @pointerdown=${prepare}
        @focus=${prepare}
        @click=${this.#onClick}
      >
        ${icon('share', compact ? 24 : 20)}
        <span class="words" ?hidden=${compact}><slot>${label}</slot></span>
      </button>
      ${this.#sharing?.render()}
      <p class="visually-hidden" role="status">${this.#sharing?.said}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-share-to-group': QunShareToGroup;
  }
}
