import { html, nothing, type TemplateResult } from 'lit';
import { couponPhase } from '../../core/coupon-phase.js';
import { icon } from '../../styles/icon.js';
import { down } from '../../styles/shop-drawings.js';
import { horn, pin } from '../../styles/room-drawings.js';
import { couponStands, couponWords, couponWorth } from './coupons-panel.js';
import type { DeskView } from './desk-view.js';

/**
 * What viewers see now, read from the same feed as theirs: phase, product, coupon, notice, and the picture if wanted.
 * On a phone it folds into one line, so that the panels keep their room.
 */
export function renderPreview(view: DeskView, wide: boolean): TemplateResult {
  const { state } = view;
  const pinned = state.pins.flatMap(pin => state.products.filter(product => product.id === pin.productId));
  const out = state.coupons.filter(coupon => ['open', 'upcoming'].includes(couponPhase(coupon, view.now)));
  const notice = view.words(state.notice);
  const brief = [
    ...pinned.map(({ number }) => view.t('product.number', { number })),
    ...out.map(coupon => couponWorth(view, coupon)),
  ];
  return html`<details part="preview" class="preview" ?open=${wide}>
    <summary>
      <b>${view.d('desk.now')}</b>
      <span class="brief clip">${brief.join(' · ') || view.d('desk.nothingPinned')}</span>
      ${icon(down, 18)}
    </summary>
    ${view.watching ? html`<qun-live-player muted autoplay></qun-live-player>` : nothing}
    <ul>
      <li>
        ${icon(pin, 18)}
        <span
          >${
            pinned.length ? pinned.map(product => renderPinned(view, product)) : view.d('desk.nothingPinned')
          }</span
        >
      </li>
      <li>
        ${icon('ticket', 18)}
        <span
          >${
            out.length
              ? out.map(
                  coupon =>
                    html`<span class="line"
                      >${couponWords(view, coupon)} · ${couponStands(view, coupon)}</span
                    >`,
                )
              : view.d('desk.noCoupon')
          }</span
        >
      </li>
      <li>${icon(horn, 18)}<span class="two-lines">${notice || view.d('desk.noNotice')}</span></li>
    </ul>
    <button type="button" class="link" @click=${() => view.watch(!view.watching)}>
      ${icon(view.watching ? 'muted' : 'play', 16)}${view.d(view.watching ? 'desk.unwatch' : 'desk.watch')}
    </button>
  </details>`;
}

function renderPinned(view: DeskView, product: DeskView['state']['products'][number]): TemplateResult {
  return html`<span class="line clip">
    ${view.t('product.number', { number: product.number })} ${view.words(product.title)}
  </span>`;
}
