import { html, nothing } from 'lit';
import type { CouponStanding } from '../../core/coupon-standing.js';
import { renderFloatLayer } from '../../base/render-float-layer.js';
import { formatDuration } from '../../core/format.js';
import { valueFigure, valueSize } from './coupon-words.js';
import { renderTicket, type Booth, type Offer } from './ticket.js';

/** What is worth floating over the picture, the most urgent first; what is over is not. */
const ORDER: readonly CouponStanding['kind'][] = [
  'won',
  'queued',
  'claiming',
  'open',
  'failed',
  'ineligible',
  'sign-in',
  'entered',
  'drawing',
  'upcoming',
  'claimed',
];

/** The offer that floats; undefined: none. */
export function floatingOffer(offers: readonly Offer[]): Offer | undefined {
  const rank = ({ standing }: Offer) => ORDER.indexOf(standing.kind);
  return [...offers].filter(offer => rank(offer) >= 0).sort((a, b) => rank(a) - rank(b))[0];
}

interface FloatBooth extends Booth {
  open: boolean;
  toggle(): void;
}

/** A small ticket at the picture's edge, and the layer it opens. */
export function renderFloat(booth: FloatBooth, offer: Offer | undefined, offers: readonly Offer[]): unknown {
  const shown = offer ?? (booth.open ? offers[0] : undefined);
  if (!shown) return nothing;
  const { coupon, standing } = shown;
  const state = stateWords(booth, shown);
  return html`<button
      part="float"
      class="float ${standing.kind}"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${booth.open ? 'true' : 'false'}
      @click=${booth.toggle}
    >
      <span class="face"
        ><span class="value ${valueSize(booth, coupon)}">${valueFigure(booth, coupon)}</span></span
      >
      <span class="visually-hidden">${booth.words(coupon.title)}</span>
      <span part="float-state" class="state">${state}</span>
    </button>
    ${
      booth.open
        ? renderFloatLayer({
            speech: booth,
            label: booth.t('coupon.label'),
            list: 'tickets',
            items: offers.map(one => renderTicket(booth, one)),
            toggle: booth.toggle,
          })
        : nothing
    }`;
}

/** The foot of the small ticket: the seconds to the opening, or what to do. */
function stateWords(booth: Booth, offer: Offer): string {
  const { standing, now } = offer;
  const { t } = booth;
  switch (standing.kind) {
    case 'upcoming':
      return formatDuration(standing.opensAt - now);
    case 'claimed':
      return t('coupon.claimed');
    case 'claiming':
      return t('coupon.claiming');
    default:
      return booth.more?.action(booth, offer)?.words ?? t('coupon.claim');
  }
}
