import { html, nothing, type TemplateResult } from 'lit';
import type { FiguresKey } from '../../i18n/desk/figures-words.js';
import type { GuideReport } from '../../protocol/index.js';
import type { DeskView } from './desk-view.js';

/** What has come of the guide's link. */
export function renderFigures(view: DeskView): TemplateResult {
  const { figures, n, money, w } = view;
  const sold = ({ orders, sales }: GuideReport['direct']) =>
    [money(sales), w('figures.ordersOf', { count: n(orders) })] as const;
  return html`<dl part="figures" class="tiles">
    ${tile(view, 'figures.newViewers', n(figures.newViewers))}
    ${tile(view, 'guide.direct', ...sold(figures.direct))}
    ${tile(view, 'guide.assisted', ...sold(figures.assisted))} ${tile(view, 'guide.bound', n(figures.bound))}
    ${tile(view, 'figures.visits', n(figures.visits))} ${tile(view, 'guide.intents', n(figures.intents))}
    ${figures.refunds.length > 0 ? tile(view, 'figures.refunds', money(figures.refunds)) : nothing}
  </dl>`;
}

function tile({ w }: DeskView, key: FiguresKey, figure: string, beside?: string): TemplateResult {
  return html`<div class="card tile">
    <dt>${w(key)}</dt>
    <dd><b>${figure}</b> ${beside ? html`<span>${beside}</span>` : nothing}</dd>
  </div>`;
}
