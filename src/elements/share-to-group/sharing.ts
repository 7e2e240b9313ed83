import { html, nothing } from 'lit';
import { openModal } from '../../base/modal.js';
import type { Speech, Voice } from '../../base/speech.js';
import { QunLinkCopiedEvent } from '../../events/qun-link-copied-event.js';
import { QunShareEvent, type ShareOffer } from '../../events/qun-share-event.js';
import { QunShareOpenedEvent, type ShareVia } from '../../events/qun-share-opened-event.js';
import { copyField, copyText } from '../../platform/copy-text.js';
import { pageEnvironment, type Environment } from '../../platform/environment.js';
import { hostApp, type AppName } from '../../platform/host-app.js';
import { shareByWeb } from '../../platform/share-by-web.js';
import { addStyles } from '../../styles/add-styles.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import { renderGuide, renderSheet, type LayerView } from './render-layer.js';
import { shareLayer } from './share-layer.css.js';
import { shareOffer } from './share-offer.js';
import type { QunShareToGroup } from './share-to-group.js';

/** Long enough to read two short phrases, ms. */
const TOAST_MS = 2600;

/** The ways one `qun-share-to-group` shares: from its first tap on, all it does and shows beside its button. */
export class Sharing {
  readonly #host: QunShareToGroup;
  readonly #root: ShadowRoot;
  readonly #speech: Voice;
  #layer: 'guide' | 'text' | undefined;
  #opened: 'guide' | 'text' | undefined;
  #byHand = false;
  #toasting = false;
  #raised = false;
  #offer: ShareOffer | undefined;
  #app: AppName = 'browser';
  #shutModal: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: QunShareToGroup, speech: Voice) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#speech = speech;
    addStyles(this.#root, [shareLayer]);
    host.requestUpdate();
  }

  /** The host has left the page. */
  leave(): void {
    clearTimeout(this.#timer);
    // Out of the page nothing is in its top layer.
    this.#toasting = this.#raised = false;
    this.#shut();
    this.#close();
  }

  /** To be called after every rendering. */
  updated(): void {
    if (this.#toasting !== this.#raised) this.#raise();
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

  async share(): Promise<void> {
    const { shareTitle: title, shareText: text, url: link, picture, roomStore } = this.#host;
    const offer = (this.#offer = shareOffer({ title, text, url: link, picture }, roomStore, this.#spoken));
    if (!this.#speech.ask(new QunShareEvent(offer))) return;

    const env = this.#environment;
    this.#app = hostApp(env).name;
    if (this.#app !== 'browser') return this.#open('guide');
    const { url } = offer;
    const data = { ...(offer.title && { title: offer.title }), ...(offer.text && { text: offer.text }), url };
    const outcome = await shareByWeb(data, env);
    if (outcome === 'opened') this.#tell('web-share');
    if (outcome !== 'refused') return;
    if (await copyText(url, env)) {
      this.#copied(url);
      this.#tell('copy');
    } else this.#open('text');
  }

  #tell(via: ShareVia): void {
    this.#host.dispatchEvent(new QunShareOpenedEvent(via));
  }

  #show(layer: 'guide' | 'text' | undefined, byHand = false): void {
    this.#layer = layer;
    this.#byHand = byHand;
    this.#host.requestUpdate();
  }

  #open(layer: 'guide' | 'text'): void {
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
    const url = this.#offer?.url ?? '';
    const field = this.#root.querySelector<HTMLInputElement>('dialog input');
    const copied = (await copyText(url, this.#environment)) || (field !== null && copyField(field));
    if (copied) {
      this.#close();
      this.#copied(url);
    } else this.#show('text', this.#layer === 'text');
  };

  #copied(url: string): void {
    if (this.#host.isConnected) {
      this.#toast(true);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#toast(false), TOAST_MS);
    }
    this.#host.dispatchEvent(new QunLinkCopiedEvent(url));
  }

  #toast(on: boolean): void {
    this.#toasting = on;
    this.#host.requestUpdate();
  }

  /** Above whatever the page shows in the top layer, or back. */
  #raise(): void {
    this.#raised = this.#toasting;
    const toast = this.#root.querySelector<HTMLElement>('.toast')!;
    if (this.#raised) toast.showPopover?.();
    else toast.hidePopover?.();
  }

  /** What the live region says. */
  get said(): string {
    return this.#toasting ? this.#speech.t('share.copied') : '';
  }

  get #spoken(): Speech {
    const { language, t, words } = this.#speech;
    return { language: language(), t, words };
  }

  #renderLayer() {
    if (!this.#layer || !this.#offer) return nothing;
    const view: LayerView = {
      ...this.#spoken,
      offer: this.#offer,
      byHand: this.#byHand,
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
      <p part="toast" class="toast ${this.#toasting ? 'on' : ''}" popover="manual" aria-hidden="true">
        ${icon(check, 18)} ${t('share.copied')}
      </p>`;
  }
}
