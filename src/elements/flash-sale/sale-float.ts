import { html, nothing } from 'lit';
import { moneyText } from '../../base/money-text.js';
import { renderFloatLayer } from '../../base/render-float-layer.js';
import { formatDuration } from '../../core/format.js';
import { saleCountsTo } from '../../core/sale-standing.js';
import { saleAction } from './sale-action.js';
import { renderSaleCard, type SaleBooth, type SaleOffer } from './sale-card.js';

export interface FloatBooth extends SaleBooth {
  open: boolean;
  toggle(): void;
}

/** A small tag at the picture's edge, and the layer with the whole that it opens. */
export function renderSaleFloat(
  booth: FloatBooth,
  offer: SaleOffer | undefined,
  offers: readonly SaleOffer[],
): unknown {
  const shown = offer ?? (booth.open ? offers[0] : undefined);
  if (!shown) return nothing;
  return html`<button
      part="float"
      class="float ${shown.standing.kind}"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${booth.open ? 'true' : 'false'}
      @click=${booth.toggle}
    >
      <span class="face"
        ><span class="flash">${booth.t('sale.flash')}</span>
        ${moneyText(shown.sale.price, booth.language)}</span
      >
      <span class="visually-hidden">${booth.words(shown.product?.title)}</span>
      <span part="float-state" class="state">${stateWords(booth, shown)}</span>
    </button>
    ${
      booth.open
        ? renderFloatLayer({
            speech: booth,
            label: booth.t('sale.label'),
            list: 'cards',
            items: offers.map(one => renderSaleCard(booth, one)),
            toggle: booth.toggle,
          })
        : nothing
    }`;
}

/** The foot of the small tag: the seconds that count, or what to do. */
function stateWords(booth: SaleBooth, { standing, now, choosing }: SaleOffer): string {
  const to = saleCountsTo(standing, now);
  if (to !== undefined && (standing.kind === 'upcoming' || standing.kind === 'held'))
    return formatDuration(to - now);
  if (standing.kind === 'ordered') return booth.t('sale.ordered');
  return saleAction(booth, standing, choosing)?.words ?? '';
}
