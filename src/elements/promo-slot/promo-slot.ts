import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AroundController } from '../../base/around-controller.js';
import { LeadDesk, leadWords, type LeadGround } from '../../base/lead-desk.js';
import { QunElement } from '../../base/qun-element.js';
import { renderFloatLayer } from '../../base/render-float-layer.js';
import { safeUrl } from '../../core/link.js';
import { addAroundWords } from '../../i18n/around-messages.js';
import type { Contact, Product, Promo } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { icon } from '../../styles/icon.js';
import { layer } from '../../styles/layer.css.js';
import { right } from '../../styles/room-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { promoSlot } from './promo-slot.css.js';

/**
 * A place in the room that leads on: to the shop's home, a campaign, a product, or somebody to add.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-contact-card
 *
 * @attr {string} promo - Id of the one to show. Default: all of them.
 *
 * @event {QunOpenLeadEvent} qun-open-lead - Asks to open where it leads: a page, or a contact's card. Cancelable; prevented, the page opens it.
 * @event {QunOpenProductEvent} qun-open-product - Asks to open the product it leads to. Cancelable; prevented, the page opens it.
 *
 * @csspart base - The whole.
 * @csspart promo - One of them.
 * @csspart picture - Its picture.
 * @csspart title - Its title.
 * @csspart text - What it says.
 * @csspart lead - Its link or button.
 * @csspart layer - The layer with a contact's card.
 * @csspart close - Closes the layer.
 */
export class QunPromoSlot extends QunElement {
  static override styles = [tokens, base, layer, promoSlot];

  readonly #around = new AroundController(this);
  readonly #desk = new LeadDesk(this.voice, () => this.requestUpdate());

  /** Id of the one to show. */
  @property() promo?: string;
  /** What there is to show. Default: the room's. */
  @property({ attribute: false }) promos?: readonly Promo[];
  /** Products that some lead to. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Contacts that some lead to. Default: the room's. */
  @property({ attribute: false }) contacts?: readonly Contact[];

  constructor() {
    super();
    addAroundWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.leave();
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#around.follow(room);
  }

  protected override updated(): void {
    this.#desk.place(this.renderRoot);
  }

  #renderOne(ground: LeadGround, promo: Promo): unknown {
    const room = this.roomStore;
    const { id, lead } = promo;
    const product = 'productId' in lead && ground.products.find(one => one.id === lead.productId);
    const given = promo.picture ?? (product ? product.pictures[0] : undefined);
    const picture = room ? room.resolve(given) : safeUrl(given, document.baseURI);
    const text = this.words(promo.text);
    const words = html`${
        picture
          ? html`<img
              part="picture"
              class="picture"
              src=${picture}
              alt=""
              loading="lazy"
              decoding="async"
              @error=${(event: Event) => ((event.target as HTMLElement).hidden = true)}
            />`
          : nothing
      }<span class="words"
        ><span part="title" class="title">${this.words(promo.title)}</span>${
          text ? html`<span part="text" class="text">${text}</span>` : nothing
        }</span
      ><span class="go">${this.words(promo.button) || this.t(leadWords(lead))}${icon(right, 14)}</span>`;
    const link = this.#desk.render(ground, lead, id, 'promo', words);
    return link === nothing ? nothing : html`<li part="promo">${link}</li>`;
  }

  protected override render(): TemplateResult {
    const { state, value } = this.#around;
    const all = this.promos ?? value.promos;
    const promos = this.promo === undefined ? all : all.filter(({ id }) => id === this.promo);
    const ground = {
      room: this.roomStore,
      roomName: this.room,
      products: this.products ?? state?.products ?? [],
      contacts: this.contacts ?? value.contacts,
    };
    const parts = this.#desk.layerParts(ground);
    return html`<div
      part="base"
      class="base"
      @keydown=${this.#desk.layer.onKey}
      @focusout=${this.#desk.layer.onFocusOut}
    >
      ${
        promos.length > 0
          ? html`<ul class="list" role="list" aria-label=${this.t('promo.label')}>
              ${repeat(
                promos,
                ({ id }) => id,
                promo => this.#renderOne(ground, promo),
              )}
            </ul>`
          : nothing
      }
      ${parts ? renderFloatLayer(parts) : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-promo-slot': QunPromoSlot;
  }
}
