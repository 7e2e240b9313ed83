import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { couponPhase } from '../../core/coupon-phase.js';
import type { Coupon, RoomState, Sale } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { icon } from '../../styles/icon.js';
import { offersOf, sentOffers } from './offers.js';
import { PARTS } from './parts.js';
import type { RoomView } from './room-view.js';

/** More than this at the picture's edge would reach the host's face. */
const OFFERS = 3;

/**
 * The offers to float over the picture at server time `now`: what is open, or this viewer waits for or has to pay for, then
 * what opens next.
 */
export function floatingOffers<T extends Sale | Coupon>(
  offers: readonly T[],
  now: number,
  room: Room | undefined,
): T[] {
  const [claims, holds] = [room?.$claims.get(), room?.$holds.get()];
  const open = offers.filter(
    offer =>
      couponPhase(offer, now) === 'open' ||
      claims?.[offer.id]?.status === 'entered' ||
      holds?.[offer.id]?.status === 'held',
  );
  const upcoming = offers
    .filter(offer => couponPhase(offer, now) === 'upcoming')
    .sort((a, b) => (a.opensAt ?? 0) - (b.opensAt ?? 0));
  return [...open, ...upcoming].slice(0, OFFERS);
}

/** What floats over the picture, and the way to all there is. */
export function renderFloating(view: RoomView, state: RoomState): TemplateResult {
  const { now } = view;
  const offers = offersOf(state);
  const floating = floatingOffers(offers, now, view.room);
  const sent = sentOffers(offers, now);
  return html`<div part="offers" class="offers">
    ${repeat(
      floating,
      offer => `${'perViewer' in offer} ${offer.id}`,
      offer =>
        'perViewer' in offer
          ? html`<qun-flash-sale view="float" sale=${offer.id}></qun-flash-sale>`
          : html`<qun-coupon-grab
              view="float"
              coupon=${offer.id}
              exportparts=${PARTS.coupon}
            ></qun-coupon-grab>`,
    )}
    ${
      sent.length > floating.length
        ? html`<button
            type="button"
            part="all-coupons"
            class="icon-button all-coupons"
            aria-haspopup="dialog"
            aria-label=${view.t('room.couponCount', { count: sent.length })}
            @click=${() => view.open('coupons')}
          >
            ${icon('ticket', 22)}
          </button>`
        : nothing
    }
  </div>`;
}
