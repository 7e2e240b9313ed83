import { html, nothing, type TemplateResult } from 'lit';
import { carry } from '../../base/carry.js';
import { clockFigures } from '../../base/clock-figures.js';
import { meetCondition } from '../../base/meet-condition.js';
import { StoreController } from '../../base/store-controller.js';
import type { Voice } from '../../base/speech.js';
import type { ClaimState } from '../../core/coupon-phase.js';
import { couponStanding, type CouponStanding } from '../../core/coupon-standing.js';
import { drawStanding } from '../../core/draw-standing.js';
import { formatDuration, formatNumber, formatTime } from '../../core/format.js';
import { rushDelayMs } from '../../core/rush.js';
import { QunOpenProductEvent } from '../../events/qun-open-product-event.js';
import { addTradeWords } from '../../i18n/trade-messages.js';
import type { Coupon, CouponCondition, Product, RoomState, Speaker } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { addStyles } from '../../styles/add-styles.js';
import type { QunCouponGrab } from './coupon-grab.js';
import { moreStyle } from './coupon-more.css.js';
import { renderProof } from './draw-proof.js';
import { renderSavings } from './savings.js';
import type { Booth, Offer } from './ticket.js';

const HOUR_MS = 3_600_000;

/** The one button of a ticket, where it is not the usual one; without `act` it only says how things stand. */
export interface TicketAction {
  words: string;
  act?: () => void;
}

/** Draws, the rush of an opening, conditions that the page sees to, and what a coupon saves on which product. */
export class CouponMore {
  readonly #host: QunCouponGrab;
  readonly #speech: Voice;
  readonly #viewer: StoreController<Speaker | undefined>;
  readonly #state: StoreController<RoomState | undefined>;
  readonly #queued = new Set<string>();

  constructor(host: QunCouponGrab, speech: Voice) {
    this.#host = host;
    this.#speech = speech;
    this.#viewer = new StoreController(host);
    this.#state = new StoreController(host);
    addTradeWords();
    addStyles(host.shadowRoot!, [moreStyle]);
    this.follow(host.roomStore);
  }

  follow(room: Room | undefined): void {
    this.#viewer.follow(room?.$viewer);
    this.#state.follow(room?.$shown);
    this.#queued.clear();
  }

  standing(coupon: Coupon, now: number, claim: ClaimState | undefined, toldAt: number): CouponStanding {
    if (this.#queued.has(coupon.id)) return { kind: 'queued' };
    return coupon.mode === 'draw'
      ? drawStanding(coupon, now, claim, toldAt, this.#host.viewerId ?? this.#viewer.value?.id)
      : couponStanding(coupon, now, claim, toldAt);
  }

  /** The viewer stands in line before the room is asked; undefined: there is no need to. */
  lineUp(coupon: Coupon, now: number): Promise<void> | undefined {
    const delayMs = rushDelayMs(coupon, now);
    if (delayMs === 0) return undefined;
    this.#queued.add(coupon.id);
    this.#host.requestUpdate();
    return new Promise(resolve =>
      setTimeout(() => {
        this.#queued.delete(coupon.id);
        resolve();
      }, delayMs),
    );
  }

  /** The line under the title; undefined: the usual one. */
  note(booth: Booth, { coupon, standing, now }: Offer): unknown {
    const { t, language } = booth;
    const { expires, mode, total } = coupon;
    switch (standing.kind) {
      case 'queued':
        return t('coupon.queuedNote');
      case 'entered':
      case 'open':
        if (mode === 'draw')
          return [
            t('coupon.drawTotal', { total: formatNumber(total, language) }),
            ' · ',
            this.#drawTime(booth, coupon, standing, now),
          ];
        if (coupon.closesAt !== null) return undefined;
        return [
          ...booth.terms(coupon),
          t(expires.kind === 'stopped' ? 'coupon.untilStopped' : 'coupon.untilGone'),
        ].join(' · ');
      case 'upcoming':
        return [
          ...booth.terms(coupon),
          ...(mode === 'draw' ? [t('coupon.drawTotal', { total: formatNumber(total, language) })] : []),
          ...(expires.kind === 'after'
            ? [t('coupon.openFor', { time: formatDuration(expires.minutes * 60_000) })]
            : []),
        ].join(' · ');
      case 'drawing':
      case 'won':
      case 'lost':
      case 'drawn':
        return coupon.drawn
          ? t('coupon.drawn', { count: formatNumber(coupon.drawn.entries, language) })
          : t('coupon.drawTotal', { total: formatNumber(total, language) });
      default:
        return undefined;
    }
  }

  /** When it is drawn: counted down in the last hour. */
  #drawTime({ t, language }: Booth, { closesAt }: Coupon, standing: CouponStanding, now: number): unknown {
    const at = standing.kind === 'entered' ? standing.drawsAt : closesAt;
    if (at === null) return t('coupon.drawLater');
    if (at - now > HOUR_MS) return t('coupon.drawAt', { time: formatTime(at, language, now) });
    return html`<span class="countdown" role="timer"
      >${clockFigures(time => t('coupon.drawIn', { time }), at - now)}</span
    >`;
  }

  /** The button; undefined: the usual one. */
  action(booth: Booth, { coupon, standing }: Offer): TicketAction | undefined {
    const { t } = booth;
    const claim = () => booth.claim(coupon);
    switch (standing.kind) {
      case 'queued':
        return { words: t('coupon.queued') };
      case 'open':
        return coupon.mode === 'draw' ? { words: t('coupon.enter'), act: claim } : undefined;
      case 'claiming':
        return coupon.mode === 'draw' ? { words: t('coupon.entering') } : undefined;
      case 'entered':
        return { words: t('coupon.entered') };
      case 'drawing':
        return { words: t('coupon.drawing') };
      case 'won':
        return { words: t('coupon.take'), act: claim };
      case 'lost':
        return { words: t('coupon.drawLost') };
      case 'drawn':
        return { words: t('coupon.drawMissed') };
      case 'ineligible': {
        const { needs } = standing;
        if (needs.kind === 'sign-in' || needs.kind === 'watch') return undefined;
        return { words: t(`coupon.${needs.kind}`), act: () => void this.#meet(booth, coupon, needs) };
      }
      default:
        return undefined;
    }
  }

  /** What came of a tap, to be said once; undefined: the usual words. */
  outcome(booth: Booth, { standing }: Offer): string | undefined {
    switch (standing.kind) {
      case 'entered':
        return booth.t('coupon.entered');
      case 'lost':
        return booth.t('coupon.drawLost');
      default:
        return undefined;
    }
  }

  /** Says that it is theirs; undefined: the usual words. */
  stamp(booth: Booth, { coupon }: Offer): string | undefined {
    return coupon.mode === 'draw' ? booth.t('coupon.drawWon') : undefined;
  }

  /** What stands below a ticket. */
  after(booth: Booth, offer: Offer): TemplateResult | typeof nothing {
    const { coupon, standing } = offer;
    if (coupon.drawn) return renderProof(booth, coupon, this.#host.viewerId ?? this.#viewer.value?.id);
    const over = standing.kind === 'sold-out' || standing.kind === 'expired';
    if (over || !coupon.productIds || this.#host.view === 'float') return nothing;
    const products = this.#host.products ?? this.#state.value?.products ?? [];
    return renderSavings(booth, coupon, products, product => this.#open(booth, product));
  }

  #open(booth: Booth, product: Product): void {
    const url = carry(booth.address(product.links?.h5));
    if (this.#speech.ask(new QunOpenProductEvent(product, url)) && url)
      window.open(url, '_blank', 'noopener');
  }

  async #meet(booth: Booth, coupon: Coupon, condition: CouponCondition): Promise<void> {
    const { roomStore } = this.#host;
    const go = await meetCondition(condition, this.#speech, roomStore);
    if (go && roomStore === this.#host.roomStore) booth.claim(coupon);
  }
}
