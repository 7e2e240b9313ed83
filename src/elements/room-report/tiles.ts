import { html, nothing, type TemplateResult } from 'lit';
import type { FiguresKey } from '../../i18n/desk/figures-words.js';
import type { ReportView } from './report-view.js';

/** What a show comes down to, in a handful of figures. */
export function renderTiles(view: ReportView): TemplateResult {
  const { report, n, w, money } = view;
  const perSharer = n(Math.round(report.perSharer * 100) / 100);
  const orders = (count: number) => w('figures.ordersOf', { count: n(count) });
  return html`<dl part="figures" class="tiles">
    ${tile(view, 'report.viewers', n(report.viewers))} ${tile(view, 'figures.visits', n(report.visits))}
    ${tile(view, 'report.sharers', n(report.sharers))} ${tile(view, 'report.perSharer', perSharer)}
    ${tile(view, 'figures.sales', money(report.sales), orders(report.orders))}
    ${tile(view, 'report.referred', money(report.referred.sales), orders(report.referred.orders))}
    ${report.refunds.length > 0 ? tile(view, 'figures.refunds', money(report.refunds)) : nothing}
  </dl>`;
}

function tile({ w }: ReportView, key: FiguresKey, figure: string, beside?: string): TemplateResult {
  return html`<div class="tile">
    <dt>${w(key)}</dt>
    <dd><b>${figure}</b> ${beside ? html`<span>${beside}</span>` : nothing}</dd>
  </div>`;
}
