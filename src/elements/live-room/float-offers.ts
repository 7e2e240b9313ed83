import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { couponPhase } from '../../core/coupon-phase.js';
import type { Around, Coupon, RoomState, Sale } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { icon } from '../../styles/icon.js';
import { offersOf, sentOffers } from './offers.js';
import { PARTS, under } from './parts.js';
import type { RoomView, SheetKind } from './room-view.js';

const REMINDER = under('reminder', 'base text offer button calendar watch note layer way copy-text close');
const CONTACT = under('contact', 'base card avatar title text code picture account float layer panel close');

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

/** Whoever shows a part of it reads it in full; here only whether there is something is of interest. */
const around = ({ around = {} }: RoomState): Partial<Around> => around;

/** What the mark beside the host's name means; or, below the whole notice, where that leads and what else the shop would show. */
const renderAround = (state: RoomState, kind: SheetKind): TemplateResult => {
  if (kind === 'verified')
    return html`<div class="around"><qun-notice-bar view="verified"></qun-notice-bar></div>`;
  return html`<div class="around">
    <qun-notice-bar view="lead"></qun-notice-bar>
    ${around(state).promos?.length ? html`<qun-promo-slot></qun-promo-slot>` : nothing}
    ${around(state).store ? html`<qun-store-card></qun-store-card>` : nothing}
  </div>`;
};

/** Whom to add, and with them what else leads out of the room: one button, so that the picture stays free. */
function renderContacts(state: RoomState): TemplateResult | typeof nothing {
  const { contacts, promos, store } = around(state);
  if (!contacts?.length && !promos?.length && !store) return nothing;
  return html`<qun-contact-card view="float" exportparts=${CONTACT}
    >${promos?.length ? html`<qun-promo-slot></qun-promo-slot>` : nothing}${
      store ? html`<qun-store-card></qun-store-card>` : nothing
    }</qun-contact-card
  >`;
}

/** What floats over the picture, and the way to all there is; with `sheet`, what stands in that sheet. */
export function renderFloating(view: RoomView, state: RoomState, sheet?: SheetKind): TemplateResult {
  if (sheet) return renderAround(state, sheet);
  const { now } = view;
  const offers = offersOf(state);
  const floating = floatingOffers(offers, now, view.room);
  const sent = sentOffers(offers, now);
  return html`${
      state.phase === 'warmup'
        ? html`<qun-reminder over-picture without-countdown exportparts=${REMINDER}></qun-reminder>`
        : nothing
    }
    <div part="offers" class="offers">
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
      ${renderContacts(state)}
    </div>`;
}
