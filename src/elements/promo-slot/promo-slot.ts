import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LeadElement, leadWords } from '../../base/lead-element.js';
import { renderPicture } from '../../base/render-picture.js';
import type { Promo } from '../../protocol/index.js';
import { base } from '../../styles/base.css.js';
import { icon } from '../../styles/icon.js';
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
 * @csspart layer - The veil over the page with a contact's card.
 * @csspart panel - The sheet on it.
 * @csspart close - Closes it.
 */
export class QunPromoSlot extends LeadElement {
  static override styles = [tokens, base, promoSlot];

  /** Id of the one to show. */
  @property() promo?: string;
  /** What there is to show. Default: the room's. */
  @property({ attribute: false }) promos?: readonly Promo[];

  #renderOne(promo: Promo): unknown {
    const { lead } = promo;
    const picture = this.pictureAt(promo.picture ?? this.productOf(lead)?.pictures[0]);
    const text = this.words(promo.text);
    const words = html`${renderPicture(picture, this.failed)}<span class="words"
        ><span part="title" class="title">${this.words(promo.title)}</span>${
          text ? html`<span part="text" class="text">${text}</span>` : nothing
        }</span
      ><span class="go">${this.words(promo.button) || this.t(leadWords(lead))}${icon(right, 14)}</span>`;
    const link = this.renderLead(lead, 'promo', words);
    return link === nothing ? nothing : html`<li part="promo">${link}</li>`;
  }

  protected override render(): TemplateResult {
    const all = this.promos ?? this.around.promos;
    const promos = this.promo === undefined ? all : all.filter(({ id }) => id === this.promo);
    return html`<div part="base" class="base">
      ${
        promos.length > 0
          ? html`<ul class="list" role="list" aria-label=${this.t('promo.label')}>
              ${repeat(
                promos,
                ({ id }) => id,
                promo => this.#renderOne(promo),
              )}
            </ul>`
          : nothing
      }
      ${this.renderContactSheet(promos.map(({ lead }) => lead))}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-promo-slot': QunPromoSlot;
  }
}
