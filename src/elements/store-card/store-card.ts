import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AroundElement } from '../../base/around-element.js';
import { renderPicture } from '../../base/render-picture.js';
import type { StorePlace } from '../../protocol/index.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { mapPin, telephone } from './store-drawings.js';
import { storeCard } from './store-card.css.js';

/**
 * The shop that one can walk into: where it is, when it is open, a map and a telephone.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Below it: parking, a route.
 *
 * @csspart base - The whole.
 * @csspart card - The card.
 * @csspart picture - The shop's picture.
 * @csspart name - The shop's name.
 * @csspart address - Where it is.
 * @csspart hours - When it is open.
 * @csspart number - Its telephone number.
 * @csspart map - The link to a map.
 * @csspart phone - The link that calls.
 */
export class QunStoreCard extends AroundElement {
  static override styles = [tokens, base, button, storeCard];

  /** The shop. Default: the room's. */
  @property({ attribute: false }) store?: StorePlace;

  #renderStore(store: StorePlace): TemplateResult {
    const { phone } = store;
    const [name, address, hours] = [
      this.words(store.name),
      this.words(store.address),
      this.words(store.hours),
    ];
    const map = this.address(store.map);
    return html`<section part="card" class="card" aria-label=${this.t('store.label')}>
      ${renderPicture(this.pictureAt(store.picture), this.failed)}
      <div class="words">
        <p part="name" class="name">${name}</p>
        ${address ? html`<p part="address" class="small">${address}</p>` : nothing}
        ${phone ? html`<p part="number" class="small number"><bdi dir="ltr">${phone}</bdi></p>` : nothing}
        ${hours ? html`<p part="hours" class="small">${this.t('store.hours')} <bdi>${hours}</bdi></p>` : nothing}
      </div>
      ${
        map || phone
          ? html`<div class="acts">
              ${
                map
                  ? html`<a
                      part="map"
                      class="button button--quiet"
                      href=${map}
                      target="_blank"
                      rel="noopener noreferrer"
                      aria-label="${this.t('store.map')}: ${name}"
                      >${icon(mapPin, 18)}${this.t('store.map')}</a
                    >`
                  : nothing
              }
              ${
                phone
                  ? html`<a
                      part="phone"
                      class="button button--quiet"
                      href="tel:${phone.replace(/[^+\d]/g, '')}"
                      aria-label="${this.t('store.call')}: ${phone}"
                      >${icon(telephone, 18)}${this.t('store.call')}</a
                    >`
                  : nothing
              }
            </div>`
          : nothing
      }
    </section>`;
  }

  protected override render(): TemplateResult {
    const store = this.store ?? this.around.store;
    return html`<div part="base" class="base">
      ${store ? this.#renderStore(store) : nothing}<slot></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-store-card': QunStoreCard;
  }
}
