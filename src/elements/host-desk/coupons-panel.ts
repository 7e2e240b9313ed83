import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { couponPhase } from '../../core/coupon-phase.js';
import { formatMoney } from '../../core/format-money.js';
import type { Coupon } from '../../protocol/index.js';
import type { DeskView } from './desk-view.js';
import { offerStands, renderOfferActs } from './offer-acts.js';

/** How many of a coupon have been claimed, as last heard. */
export function claimsOf(view: Pick<DeskView, 'left'>, coupon: Coupon): number {
  return coupon.soldOut
    ? coupon.total
    : coupon.total - Math.min(coupon.total, view.left[coupon.id] ?? coupon.total);
}

export function renderCoupons(view: DeskView): TemplateResult {
  const { coupons } = view.state;
  if (coupons.length === 0) return html`<p class="empty">${view.d('desk.noCoupons')}</p>`;
  return html`<ul class="list">
    ${repeat(
      coupons,
      coupon => coupon.id,
      coupon => renderCoupon(view, coupon),
    )}
  </ul>`;
}

function renderCoupon(view: DeskView, coupon: Coupon): TemplateResult {
  const phase = couponPhase(coupon, view.now);
  const claimed = claimsOf(view, coupon);
  const out = phase === 'open' || phase === 'upcoming';
  return html`<li part="coupon" class="item coupon ${out ? 'on' : ''}">
    <span class="words">
      <b>${couponWords(view, coupon)}</b>
      <span class="muted">${view.words(coupon.title)}</span>
      <span class="figures-line">
        ${
          coupon.mode === 'draw'
            ? view.d('desk.toWin', { total: coupon.total })
            : `${view.d('desk.left', { left: coupon.total - claimed, total: coupon.total })} · ${view.d('desk.claimed', { count: claimed })}`
        }${stands(view, coupon)}
      </span>
      ${
        coupon.mode === 'draw'
          ? nothing
          : html`<progress max=${coupon.total} value=${claimed} aria-hidden="true"></progress>`
      }
    </span>
    <span class="acts">${renderActs(view, coupon)}</span>
  </li>`;
}

function stands(view: DeskView, coupon: Coupon) {
  const words = couponStands(view, coupon);
  return words ? html` · <b class="stand">${words}</b>` : nothing;
}

/** Where a coupon stands for everybody, in words; empty where it has not been sent. */
export function couponStands(view: DeskView, coupon: Coupon): string {
  if (coupon.drawn) return view.d('desk.drawn', { count: coupon.drawn.entries });
  return offerStands(view, couponPhase(coupon, view.now), coupon);
}

/** What it is worth: `¥20 off`. */
export function couponWorth(view: DeskView, { value }: Coupon): string {
  return value.kind === 'amount'
    ? view.t('coupon.amountOff', { value: formatMoney(value.amount, view.language) })
    : view.t('coupon.percentOff', { percent: value.percentOff, tenths: (100 - value.percentOff) / 10 });
}

/** With what has to be spent: `¥20 off · Spend ¥99 or more`. */
export function couponWords(view: DeskView, coupon: Coupon): string {
  const { minSpend } = coupon;
  if (!minSpend) return couponWorth(view, coupon);
  const least = view.t('coupon.minSpend', { amount: formatMoney(minSpend, view.language) });
  return `${couponWorth(view, coupon)} · ${least}`;
}

function renderActs(view: DeskView, coupon: Coupon): unknown {
  const { id: couponId, mode } = coupon;
  return renderOfferActs(view, {
    name: couponId,
    label: view.words(coupon.title),
    phase: couponPhase(coupon, view.now),
    find: ({ coupons }) => coupons.find(one => one.id === couponId),
    open: inSeconds => ({ type: 'coupon.open', couponId, inSeconds }),
    stop: () => ({ type: 'coupon.stop', couponId }),
    // What is drawn is drawn when it closes, and once.
    ...(mode === 'draw' ? { stopWords: view.d('desk.draw') } : {}),
    again: mode !== 'draw',
  });
}
