import { html, nothing } from 'lit';
import { safeUrl } from '../core/link.js';
import { QunOpenLeadEvent } from '../events/qun-open-lead-event.js';
import type { Contact, Lead, Product } from '../protocol/index.js';
import type { Room } from '../stores/room.js';
import { FloatLayer } from './float-layer.js';
import { openProduct } from './open-product.js';
import type { FloatLayerParts } from './render-float-layer.js';
import type { Voice } from './speech.js';

/** What a lead may lead to, as the element knows it now. */
export interface LeadGround {
  room: Room | undefined;
  /** The element's own `room` attribute, for what is opened inside it. */
  roomName: string | undefined;
  products: readonly Product[];
  contacts: readonly Contact[];
}

/** What a button that leads there says, where the shop does not. */
export const leadWords = (lead: Lead) =>
  'url' in lead ? 'lead.url' : 'productId' in lead ? 'lead.product' : 'lead.contact';

/** Opens what a notice or a promotion leads to: a page, a product, or a contact's card in a layer. */
export class LeadDesk {
  readonly #voice: Voice;
  readonly #changed: () => void;
  readonly layer = new FloatLayer(refocus => this.close(refocus));
  /** Which contact's card is open, by which button. */
  #open: { contactId: string; key: string } | undefined;
  #anchor: HTMLElement | undefined;

  constructor(voice: Voice, changed: () => void) {
    this.#voice = voice;
    this.#changed = changed;
  }

  /** A link or a button of `look` that goes there; nothing where it leads nowhere. `key` tells it from others. */
  render(ground: LeadGround, lead: Lead, key: string, look: string, words: unknown): unknown {
    if ('url' in lead) {
      const url = ground.room ? ground.room.resolve(lead.url) : safeUrl(lead.url, document.baseURI);
      const go = (event: Event) => {
        if (!this.#voice.ask(new QunOpenLeadEvent(lead, url))) event.preventDefault();
      };
      return url ? html`<a part="lead" class=${look} href=${url} @click=${go}>${words}</a>` : nothing;
    }
    if ('productId' in lead) return this.#product(ground, lead.productId, look, words);
    const { contactId } = lead;
    if (!ground.contacts.some(({ id }) => id === contactId)) return nothing;
    return html`<button
      type="button"
      part="lead"
      class=${look}
      aria-haspopup="dialog"
      aria-expanded=${this.#open?.key === key ? 'true' : 'false'}
      @click=${(event: Event) => this.#contact(event, lead, contactId, key)}
    >
      ${words}
    </button>`;
  }

  #product({ products, room }: LeadGround, productId: string, look: string, words: unknown): unknown {
    const product = products.find(({ id }) => id === productId);
    if (!product) return nothing;
    const { h5 } = product.links ?? {};
    const url = room ? room.resolve(h5) : safeUrl(h5, document.baseURI);
    const go = (event: Event) => openProduct(event, product, url, this.#voice, room);
    return url
      ? html`<a part="lead" class=${look} href=${url} @click=${go}>${words}</a>`
      : html`<button type="button" part="lead" class=${look} @click=${go}>${words}</button>`;
  }

  #contact(event: Event, lead: Lead, contactId: string, key: string): void {
    if (this.#open?.key === key) return this.close(true);
    if (!this.#voice.ask(new QunOpenLeadEvent(lead, undefined))) return;
    this.#anchor = event.currentTarget as HTMLElement;
    this.#open = { contactId, key };
    this.#changed();
  }

  close(refocus: boolean): void {
    this.layer.close();
    this.#open = undefined;
    this.#changed();
    if (refocus) this.#anchor?.focus();
  }

  /** The element has left the page. */
  leave(): void {
    this.layer.close();
    this.#open = this.#anchor = undefined;
  }

  /** The open card's layer, to stand at the end of the element; undefined: none is open. */
  layerParts({ contacts, roomName }: LeadGround): FloatLayerParts | undefined {
    if (!this.#open) return undefined;
    const { t, words } = this.#voice;
    return {
      speech: { language: this.#voice.language(), t, words },
      label: t('contact.label'),
      list: 'cards',
      items: [
        html`<qun-contact-card
          contact=${this.#open.contactId}
          room=${roomName ?? nothing}
          .contacts=${contacts}
        ></qun-contact-card>`,
      ],
      toggle: () => this.close(true),
    };
  }

  /** After each rendering: brings the layer to where its button is. */
  place(root: ParentNode): void {
    const layer = root.querySelector<HTMLElement>('.layer');
    if (layer && this.#anchor?.isConnected) this.layer.open(layer, this.#anchor);
  }
}
