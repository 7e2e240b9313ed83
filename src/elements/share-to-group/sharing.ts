import { html, nothing } from 'lit';
import { openModal } from '../../base/modal.js';
import type { Speech, Voice } from '../../base/speech.js';
import { warnOfShareWords } from '../../base/warn-of-share-words.js';
import { QunLinkCopiedEvent } from '../../events/qun-link-copied-event.js';
import { QunShareByEvent } from '../../events/qun-share-by-event.js';
import { QunShareEvent, type ShareOffer } from '../../events/qun-share-event.js';
import { QunShareOpenedEvent, type ShareOpenedVia } from '../../events/qun-share-opened-event.js';
import type { QunSharePoster } from '../share-poster/share-poster.js';
import { addShareWords } from '../../i18n/share-messages.js';
import { copyField, copyText } from '../../platform/copy-text.js';
import { pageEnvironment, type Environment } from '../../platform/environment.js';
import { shareByWeb, type WebShareOutcome } from '../../platform/share-by-web.js';
import { whichApp, type ShareApp } from '../../platform/which-app.js';
import type { ShareVia } from '../../protocol/index.js';
import { addStyles } from '../../styles/add-styles.js';
import { dialogStyle } from '../../styles/dialog.css.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import { AroundApp } from './around-app.js';
import { linkBy } from './link-by.js';
import { renderGuide, renderSheet, type LayerView } from './render-layer.js';
import { shareLayer } from './share-layer.css.js';
import { productOnShow, shareOffer } from './share-offer.js';
import { shareSetting } from './share-settings.js';
import type { QunShareToGroup } from './share-to-group.js';
import { shareWays, viaOfWay, type Way } from './share-ways.js';
import { shareWaysStyle } from './share-ways.css.js';
import { Toast } from './toast.js';

type Layer = 'guide' | 'text';

/** The ways one `qun-share-to-group` shares: all it does and shows beside its button. */
export class Sharing {
  readonly #host: QunShareToGroup;
  readonly #root: ShadowRoot;
  readonly #speech: Voice;
  readonly #toast: Toast;
  readonly #around: AroundApp;
  #layer: Layer | undefined;
  #opened: Layer | undefined;
  /** Why the sheet stands open: the link is copied, or has to be by hand. */
  #hint: 'copied' | 'byHand' | undefined;
  #offer: ShareOffer | undefined;
  #app: ShareApp = 'browser';
  #ways: readonly Way[] = [];
  /** One has been asked for. */
  #poster = false;
  #shutModal: (() => void) | undefined;

  constructor(host: QunShareToGroup, speech: Voice) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#speech = speech;
    this.#toast = new Toast(host);
    addShareWords();
    addStyles(this.#root, [dialogStyle, shareLayer, shareWaysStyle]);
    this.#around = new AroundApp({
      element: host,
      env: () => this.#environment,
      room: () => host.roomStore,
      card: () => this.#by('card', this.#makeOffer()),
      report: error => speech.report(error),
    });
    host.requestUpdate();
  }

  /** The host has left the page. */
  leave(): void {
    this.#toast.leave();
    this.#around.leave();
    this.#shut();
    this.#close();
  }

  /** To be called after every rendering. */
  updated(): void {
    this.#toast.updated(this.#root.querySelector<HTMLElement>('.toast')!);
    if (this.#host.isConnected) this.#around.updated();
    if (this.#layer === this.#opened) return;
    this.#opened = this.#layer;
    this.#shut();
    const dialog = this.#root.querySelector('dialog')!;
    const first = dialog.querySelector<HTMLElement>('.first');
    if (first && this.#host.isConnected) this.#shutModal = openModal(dialog, first, this.#close);
  }

  get #environment(): Environment {
    return this.#host.environment ?? pageEnvironment();
  }

  #makeOffer(): ShareOffer {
    const { shareTitle: title, shareText: text, url, picture, roomStore } = this.#host;
    return shareOffer({ title, text, url, picture }, roomStore, this.#spoken);
  }

  async share(): Promise<void> {
    const offer = (this.#offer = this.#makeOffer());
    if (!this.#speech.ask(new QunShareEvent(offer))) return;
    // As the page may have changed them.
    void warnOfShareWords([offer.title, offer.text]);

    const env = this.#environment;
    this.#app = whichApp(env);
    const way = this.#around.way;
    if (way) {
      const { via } = way;
      const wire = via === 'app' ? 'other' : via;
      this.#intend(wire);
      const outcome = await way.open(this.#by(wire));
      if (outcome === 'opened') this.#tell(via);
      if (outcome !== 'refused') return;
    }
    const asked = shareSetting(this.#host, 'ways');
    const [language, poster] = [this.#speech.language(), posterComes(this.#host)];
    this.#ways = shareWays({ asked, app: this.#app, language, system: !!env.share, poster });
    if (this.#app === 'wechat' || this.#app === 'wecom' || this.#app === 'mini-program') {
      this.#intend('guide');
      return this.#open('guide');
    }
    // Where the page says which ways there are, they are shown; else the browser's own sheet has them all.
    if (asked !== null && this.#ways.length > 0) this.#open('text');
    else if ((await this.#shareByWeb()) === 'refused') await this.#copyFirst();
  }

  async #shareByWeb(): Promise<WebShareOutcome> {
    const env = this.#environment;
    if (!env.share) return 'refused';
    this.#intend('web');
    const { title, text, url } = this.#by('web');
    const outcome = await shareByWeb({ ...(title && { title }), ...(text && { text }), url }, env);
    if (outcome === 'opened') this.#tell('web-share');
    return outcome;
  }

  async #copyFirst(): Promise<void> {
    const { url } = this.#by('copy');
    if (!(await copyText(url, this.#environment))) {
      this.#intend('text');
      return this.#open('text');
    }
    const sheet = this.#ways.length > 0 && this.#host.isConnected;
    if (sheet) this.#show('text', 'copied');
    this.#copied(url, !sheet);
    this.#tell('copy');
  }

  /** What is passed on by one way. */
  #by(via: ShareVia, offer = this.#offer!): ShareOffer {
    return { ...offer, url: linkBy(offer.url, this.#host.roomStore?.$own.get().share, via) };
  }

  /** Tells the room before a way is opened, since the page may be gone with it. Best effort. */
  #intend(via: ShareVia): void {
    const room = this.#host.roomStore;
    if (room?.$own.get().share === undefined) return;
    const productId = productOnShow(room.$state.get())?.id;
    room.command({ type: 'share.intend', via, ...(productId && { productId }) }).catch(() => {
      // It was counted for the shop's figures only; the viewer shares nevertheless.
    });
  }

  #tell(via: ShareOpenedVia): void {
    this.#host.dispatchEvent(new QunShareOpenedEvent(via));
  }

  #show(layer: Layer | undefined, hint?: 'copied' | 'byHand'): void {
    this.#layer = layer;
    this.#hint = hint;
    this.#host.requestUpdate();
  }

  #open(layer: Layer): void {
    if (!this.#host.isConnected) return;
    this.#show(layer);
    this.#tell(layer);
  }

  readonly #close = (): void => this.#show(undefined);

  #shut(): void {
    this.#shutModal?.();
    this.#shutModal = undefined;
  }

  readonly #copy = async (): Promise<void> => {
    const { url } = this.#by('copy');
    const field = this.#root.querySelector<HTMLInputElement>('dialog input');
    const copied = (await copyText(url, this.#environment)) || (field !== null && copyField(field));
    if (copied) {
      this.#close();
      this.#copied(url);
    } else this.#show('text', this.#layer === 'text' ? 'byHand' : undefined);
  };

  #copied(url: string, toast = true): void {
    this.#intend('copy');
    if (toast && this.#host.isConnected) this.#toast.show();
    this.#host.dispatchEvent(new QunLinkCopiedEvent(url));
  }

  /** True: the way is ours to open. */
  readonly #take = (way: Way): boolean => {
    const via = viaOfWay(way);
    const ours = this.#speech.ask(new QunShareByEvent(way, this.#by(via)));
    if (way === 'system') {
      if (ours) void this.#shareByWeb();
      return false;
    }
    // Without the page nobody opens KakaoTalk.
    if (way === 'kakao' && ours) return false;
    if (way === 'poster') {
      this.#close();
      // It tells the room and the page by itself.
      if (ours) void this.#showPoster();
      return false;
    }
    this.#intend(via);
    this.#tell(way);
    return ours;
  };

  async #showPoster(): Promise<void> {
    const poster = await this.#placePoster();
    // Also before it is defined: it finds what has been set.
    if (poster) poster.open = true;
  }

  async #placePoster(): Promise<QunSharePoster | null> {
    this.#poster = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#root.querySelector<QunSharePoster>('qun-share-poster');
  }

  /** A finger is on a way: what takes longest is asked for before the tap has ended. */
  readonly #touch = async (way: Way): Promise<void> => {
    if (way !== 'poster') return;
    // Whoever looks for its tag asks for it again, should it fail.
    const fetched = posterFetch(this.#host)?.().catch(() => undefined);
    const poster = await this.#placePoster();
    await fetched;
    // With its words.
    await poster?.updateComplete;
    if (poster?.isConnected && !poster.open) poster.prepare?.();
  };

  #renderPoster() {
    if (!this.#poster || !this.#offer) return nothing;
    const { room, environment, shareTitle, shareText, picture, url } = this.#host;
    return html`<qun-share-poster
      without-button
      .room=${room}
      .environment=${environment}
      .shareTitle=${shareTitle}
      .shareText=${shareText}
      .picture=${picture}
      .url=${url}
    ></qun-share-poster>`;
  }

  /** What the live region says. */
  get said(): string {
    return this.#toast.on ? this.#speech.t('share.copied') : '';
  }

  get #spoken(): Speech {
    const { language, t, words } = this.#speech;
    return { language: language(), t, words };
  }

  #renderLayer() {
    if (!this.#layer || !this.#offer) return nothing;
    const view: LayerView = {
      ...this.#spoken,
      offer: this.#by('text'),
      hint: this.#hint,
      ways: this.#ways,
      by: way => this.#by(viaOfWay(way)),
      take: this.#take,
      touch: way => void this.#touch(way),
      copy: () => void this.#copy(),
      close: this.#close,
    };
    return this.#layer === 'guide' ? renderGuide(view, this.#app) : renderSheet(view);
  }

  render() {
    const { t } = this.#speech;
    return html`<dialog
        part="dialog"
        role="dialog"
        aria-modal="true"
        aria-label=${t(this.#layer === 'text' ? 'share.sheet' : 'share.guide')}
      >
        ${this.#renderLayer()}
      </dialog>
      <p part="toast" class="toast ${this.#toast.on ? 'on' : ''}" popover="manual" aria-hidden="true">
        ${icon(check, 18)} ${t('share.copied')}
      </p>
      ${this.#renderPoster()}`;
  }
}

const posterFetch = (host: QunShareToGroup) => (host.constructor as typeof QunShareToGroup).posterComes;
const posterComes = (host: QunShareToGroup): boolean =>
  posterFetch(host) !== undefined || customElements.get('qun-share-poster') !== undefined;
