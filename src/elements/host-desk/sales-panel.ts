import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { couponPhase } from '../../core/coupon-phase.js';
import { formatMoney } from '../../core/format-money.js';
import type { Sale } from '../../protocol/index.js';
import type { DeskView } from './desk-view.js';
import { offerStands, renderOfferActs } from './offer-acts.js';

/** The flash sales of the show: how each stands, to the piece, and the buttons that open and stop it. */
export function renderSales(view: DeskView): TemplateResult {
  return html`<ul class="list">
    ${repeat(
      view.state.sales,
      sale => sale.id,
      sale => renderSale(view, sale),
    )}
  </ul>`;
}

function standsWords(view: DeskView, sale: Sale): string {
  const phase = couponPhase(sale, view.now);
  if (phase === 'sold-out') return view.d('desk.allOrdered');
  if (phase === 'open' && sale.closesAt === null) return view.d('desk.saleOpen');
  return offerStands(view, phase, sale);
}

function renderSale(view: DeskView, sale: Sale): TemplateResult {
  const phase = couponPhase(sale, view.now);
  const product = view.state.products.find(({ id }) => id === sale.productId);
  const title = product ? view.words(product.title) : sale.productId;
  const { left, held, sold, waiting } = view.sales[sale.id] ?? {
    left: sale.total,
    held: 0,
    sold: 0,
    waiting: 0,
  };
  const stands = standsWords(view, sale);
  const saleId = sale.id;
  return html`<li part="sale" class="item coupon ${phase === 'open' || phase === 'upcoming' ? 'on' : ''}">
    <span class="words">
      <b
        >${formatMoney(sale.price, view.language)}${product ? ` · ${view.d('desk.number', { number: product.number })}` : ''}</b
      >
      <span class="muted">${title}</span>
      <span class="figures-line">
        ${view.d('desk.left', { left, total: sale.total })} · ${view.d('desk.held', { count: held })} ·
        ${view.d('desk.sold', { count: sold })}${waiting > 0 ? ` · ${view.d('desk.inLine', { count: waiting })}` : ''}${
          stands ? html` · <b class="stand">${stands}</b>` : nothing
        }
      </span>
      <progress max=${sale.total} value=${held + sold} aria-hidden="true"></progress>
    </span>
    <span class="acts"
      >${renderOfferActs(view, {
        name: `sale ${saleId}`,
        label: title,
        phase,
        find: ({ sales }) => sales.find(one => one.id === saleId),
        open: inSeconds => ({ type: 'sale.open', saleId, inSeconds }),
        stop: () => ({ type: 'sale.stop', saleId }),
        nowWords: view.d('desk.saleNow'),
        again: true,
      })}</span
    >
  </li>`;
}
