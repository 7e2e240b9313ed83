import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { QunOpenLeadEvent } from '../events/qun-open-lead-event.js';
import type { Contact, Lead, Product } from '../protocol/index.js';
import { AroundElement } from './around-element.js';
import { openProduct } from './open-product.js';

/** What a button that leads there says, where the shop does not. */
export const leadWords = (lead: Lead) =>
  'url' in lead ? 'lead.url' : 'productId' in lead ? 'lead.product' : 'lead.contact';

/** What a notice and a promotion share: they lead to a page, a product, or a contact's card in its sheet over the page. */
export abstract class LeadElement extends AroundElement {
  /** Products it may lead to. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Contacts it may lead to. Default: the room's. */
  @property({ attribute: false }) contacts?: readonly Contact[];

  /** The product that is led to, where there is one. */
  protected productOf(lead: Lead): Product | undefined {
    const products = this.products ?? this.state?.products;
    return 'productId' in lead ? products?.find(({ id }) => id === lead.productId) : undefined;
  }

  get #contacts(): readonly Contact[] {
    return this.contacts ?? this.around.contacts;
  }

  /** A link or a button of `look` that goes there; nothing where it leads nowhere. */
  protected renderLead(lead: Lead, look: string, words: unknown): unknown {
    if ('contactId' in lead) {
      const known = this.#contacts.some(({ id }) => id === lead.contactId);
      return known ? this.#renderButton(look, words, event => this.#onContact(event, lead), true) : nothing;
    }
    if ('url' in lead) {
      const url = this.address(lead.url);
      const go = (event: Event) => {
        if (!this.ask(new QunOpenLeadEvent(lead, url))) event.preventDefault();
      };
      return url ? this.#renderLink(url, look, words, go) : nothing;
    }
    const product = this.productOf(lead);
    if (!product) return nothing;
    const url = this.address(product.links?.h5);
    const go = (event: Event) => openProduct(event, product, url, this.voice, this.roomStore);
    return url ? this.#renderLink(url, look, words, go) : this.#renderButton(look, words, go);
  }

  #renderLink(url: string, look: string, words: unknown, go: (event: Event) => void) {
    return html`<a part="lead" class=${look} href=${url} @click=${go}>${words}</a>`;
  }

  #renderButton(look: string, words: unknown, go: (event: Event) => void, opens = false) {
    const haspopup = opens ? 'dialog' : nothing;
    return html`<button type="button" part="lead" class=${look} aria-haspopup=${haspopup} @click=${go}>
      ${words}
    </button>`;
  }

  #onContact(event: Event, lead: Lead & { contactId: string }): void {
    if (!this.ask(new QunOpenLeadEvent(lead, undefined))) return;
    // Where a tap gives a button no focus, it still is where the reader comes back to.
    (event.currentTarget as HTMLElement).focus({ preventScroll: true });
    const card = this.renderRoot.querySelector('qun-contact-card')!;
    // Also before it is defined: it finds what has been set.
    Object.assign(card, { contact: lead.contactId, open: true });
  }

  /** The sheet for whom `leads` lead to add, closed: there before it is wanted, so that it is fetched by then. */
  protected renderContactSheet(leads: readonly (Lead | undefined)[]): unknown {
    if (!leads.some(lead => lead && 'contactId' in lead)) return nothing;
    return html`<qun-contact-card
      view="sheet"
      room=${this.room ?? nothing}
      .contacts=${this.#contacts}
      exportparts="layer, panel, close"
    ></qun-contact-card>`;
  }
}
