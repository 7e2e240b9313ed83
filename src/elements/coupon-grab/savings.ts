import { html, nothing, type TemplateResult } from 'lit';
import { couponSaving } from '../../core/coupon-saving.js';
import { formatMoney } from '../../core/format-money.js';
import type { Coupon, Product } from '../../protocol/index.js';
import type { Booth } from './ticket.js';

/** So many products are shown; the rest the viewer finds on the shelf. */
const MOST = 3;

/** The products that a coupon counts for, and what each costs with it. */
export function renderSavings(
  booth: Booth,
  coupon: Coupon,
  products: readonly Product[],
  open: (product: Product) => void,
): TemplateResult | typeof nothing {
  const { t, words, language, address } = booth;
  const some = products.filter(({ id }) => coupon.productIds?.includes(id)).slice(0, MOST);
  if (some.length === 0) return nothing;
  const row = (product: Product) => {
    const saving = couponSaving(coupon, product.price);
    const src = address(product.pictures?.[0]);
    return html`<li>
      <button type="button" part="product" class="product" @click=${() => open(product)}>
        ${src ? html`<img src=${src} alt="" loading="lazy" decoding="async" />` : nothing}
        <span class="product-words"
          ><bdi class="product-title">${words(product.title)}</bdi> ${
            saving
              ? html`<span class="saves"
                  >${t('coupon.saves', {
                    amount: formatMoney(saving.off, language),
                    price: formatMoney(saving.then, language),
                  })}</span
                >`
              : nothing
          }</span
        >
      </button>
    </li>`;
  };
  return html`<ul part="products" class="products" role="list" aria-label=${t('coupon.savesOn')}>
    ${some.map(row)}
  </ul>`;
}
