import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { couponPhase } from '../../core/coupon-phase.js';
import { formatMoney } from '../../core/format-money.js';
import { formatDuration } from '../../core/format.js';
import type { Coupon, RoomState } from '../../protocol/index.js';
import { renderAction, type DeskView } from './desk-view.js';

const DELAYS_S = [10, 30, 60] as const;

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
        ${view.d('desk.left', { left: coupon.total - claimed, total: coupon.total })} ·
        ${view.d('desk.claimed', { count: claimed })}${stands(view, coupon)}
      </span>
      <progress max=${coupon.total} value=${claimed} aria-hidden="true"></progress>
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
  switch (couponPhase(coupon, view.now)) {
    case 'hidden':
      return '';
    case 'upcoming':
      return view.d('desk.opensIn', { time: formatDuration(coupon.opensAt! - view.now) });
    case 'open':
      return coupon.closesAt === null
        ? view.d('desk.open')
        : view.d('desk.openUntil', { time: formatDuration(coupon.closesAt - view.now) });
    case 'sold-out':
      return view.d('desk.soldOut');
    case 'expired':
      return view.d('desk.stopped');
  }
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
  const { id } = coupon;
  const label = view.words(coupon.title);
  const phase = couponPhase(coupon, view.now);
  const find = (state: RoomState) => state.coupons.find(one => one.id === id);
  if (phase === 'sold-out') return nothing;
  if (phase === 'open' || phase === 'upcoming') {
    const key = `stop ${id}`;
    return renderAction(view, {
      key,
      words: view.d('desk.stop'),
      label,
      act: () =>
        view.send(key, { type: 'coupon.stop', couponId: id }, state => find(state)?.state !== 'open'),
    });
  }
  // Announced ahead, everyone's phone opens it in the same second.
  const busy = [0, ...DELAYS_S].some(seconds => view.sending(`open ${id} ${seconds}`));
  return [0, ...DELAYS_S].map(inSeconds => {
    const key = `open ${id} ${inSeconds}`;
    const now = phase === 'expired' ? 'desk.openAgain' : 'desk.openNow';
    return renderAction(view, {
      key,
      words: inSeconds === 0 ? view.d(now) : view.d('desk.openIn', { seconds: inSeconds }),
      look: inSeconds === 0 ? 'loud' : 'button--quiet',
      label,
      disabled: busy,
      act: () =>
        view.send(
          key,
          { type: 'coupon.open', couponId: id, inSeconds },
          state => find(state)?.state === 'open',
        ),
    });
  });
}
