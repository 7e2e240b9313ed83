import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { closesSoon, type CouponStanding } from '../../core/coupon-standing.js';
import { formatNumber, formatTime } from '../../core/format.js';
import type { Coupon } from '../../protocol/index.js';
import type { CouponMore } from './coupon-more.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import { renderCountdown } from './countdown.js';
import {
  conditionWords,
  outcomeWords,
  minSpendWords,
  valueFigure,
  valueSize,
  valueWords,
} from './coupon-words.js';

/** One coupon as this viewer sees it now. */
export interface Offer {
  coupon: Coupon;
  standing: CouponStanding;
  /** Server time, ms. */
  now: number;
  /** How many are left, as last heard; undefined where nobody said. */
  left: number | undefined;
  /** The code is on the clipboard (true) or could not be put there (false). */
  copied: boolean | undefined;
}

/** What a ticket needs of the element it stands in. */
export interface Booth extends Speech {
  /** What draws, crowds and conditions need, once that has come. */
  more: CouponMore | undefined;
  /** What has to be done first, and what it counts for. */
  terms(coupon: Coupon): string[];
  address(url: string | undefined): string | undefined;
  claim(coupon: Coupon): void;
  signIn(coupon: Coupon): void;
  copy(coupon: Coupon, code: string): void;
}

/** The whole offer as a ticket: what it is worth on the stub, what to do with it beside. */
export function renderTicket(booth: Booth, offer: Offer): TemplateResult {
  const { coupon, standing } = offer;
  const title = booth.words(coupon.title);
  return html`<div
      part="ticket"
      class="ticket ${standing.kind}"
      role="group"
      aria-label="${valueWords(booth, coupon)}, ${title}"
      data-id=${coupon.id}
    >
      <div part="stub" class="stub">
        <p part="value" class="value ${valueSize(booth, coupon)}">${valueFigure(booth, coupon)}</p>
        <p part="minimum" class="minimum">${minSpendWords(booth, coupon)}</p>
      </div>
      <div class="slip">
        <p part="title" class="title"><bdi>${title}</bdi></p>
        ${renderNote(booth, offer)}
        ${
          standing.kind === 'claimed'
            ? renderCode(booth, offer, standing.claim.code)
            : html`<div class="foot">${renderStock(booth, offer)}${renderAction(booth, offer)}</div>`
        }
      </div>
    </div>
    ${booth.more?.after(booth, offer)}`;
}

/** The line under the title: what is missing, what went wrong, or until when. */
function renderNote(booth: Booth, offer: Offer): TemplateResult {
  const { coupon, standing, now } = offer;
  const { t, language, words } = booth;
  const note = (text: unknown, kind = '') => html`<p part="note" class="note ${kind}">${text}</p>`;
  const own = booth.more?.note(booth, offer);
  if (own !== undefined) return note(own);
  if (standing.kind === 'failed' || standing.kind === 'ineligible')
    return note(outcomeWords(booth, coupon, standing), 'alert');
  if (standing.kind === 'claimed' && coupon.use) return note(html`<bdi>${words(coupon.use.text)}</bdi>`);
  if (standing.kind !== 'open' || standing.closesAt === null) return note(booth.terms(coupon).join(' · '));
  return note(
    closesSoon(standing.closesAt, now)
      ? renderCountdown(t, 'coupon.closesIn', standing.closesAt - now)
      : t('coupon.closesAt', { time: formatTime(standing.closesAt, language, now) }),
  );
}

export function termsOf(booth: Speech, coupon: Coupon): string[] {
  const conditions = (coupon.conditions ?? []).map(condition => conditionWords(booth, condition));
  return [...conditions, ...(coupon.productIds ? [booth.t('coupon.someProducts')] : [])];
}

/** How many are left, where that is known; never a made-up number. */
function renderStock({ t, language }: Booth, { coupon, standing, left, now }: Offer): TemplateResult {
  if (standing.kind === 'upcoming')
    return html`<p class="stock opens">${renderCountdown(t, 'coupon.opensIn', standing.opensAt - now)}</p>`;
  const total = formatNumber(coupon.total, language);
  // Of a draw nothing runs out.
  if (coupon.mode === 'draw' || ['sold-out', 'expired'].includes(standing.kind))
    return html`<p class="stock"></p>`;
  if (left === undefined) return html`<p class="stock">${t('coupon.total', { total })}</p>`;
  return html`<div part="stock" class="stock">
    <div class="bar" aria-hidden="true">
      <div class="rest" .style=${`width:${Math.min(100, (left / coupon.total) * 100)}%`}></div>
    </div>
    ${t('coupon.left', { left: formatNumber(left, language), total })}
  </div>`;
}

function renderAction(booth: Booth, offer: Offer): unknown {
  const { coupon, standing } = offer;
  const { t } = booth;
  if (standing.kind === 'upcoming') return nothing;
  const own = booth.more?.action(booth, offer);
  const labels: Partial<Record<CouponStanding['kind'], string>> = {
    claiming: t('coupon.claiming'),
    'sold-out': t('coupon.soldOut'),
    expired: t('coupon.expired'),
    'sign-in': t('coupon.signIn'),
    failed: t('room.retry'),
  };
  const waiting = standing.kind === 'ineligible' && standing.needs.kind === 'watch';
  const off = own ? !own.act : waiting || ['claiming', 'sold-out', 'expired'].includes(standing.kind);
  // Not `disabled`: the button keeps the focus while its meaning changes under it.
  return html`<button
    part="button"
    class="button action"
    type="button"
    aria-disabled=${off ? 'true' : nothing}
    @click=${() => {
      if (off) return;
      if (own) own.act!();
      else if (standing.kind === 'sign-in') booth.signIn(coupon);
      else booth.claim(coupon);
    }}
  >
    ${own?.words ?? labels[standing.kind] ?? t('coupon.claim')}
  </button>`;
}

/** The code that was won, ready to be taken along. */
function renderCode(booth: Booth, offer: Offer, code: string): TemplateResult {
  const { coupon, standing, copied } = offer;
  const { t } = booth;
  const url = booth.address(coupon.use?.url);
  const already = standing.kind === 'claimed' && standing.already;
  return html`<p part="stamp" class="stamp">
      ${icon(check, 14)}${booth.more?.stamp(booth, offer) ?? t(already ? 'coupon.already' : 'coupon.claimed')}
    </p>
    <div class="foot">
      <button part="code" class="code" type="button" @click=${() => booth.copy(coupon, code)}>
        <span class="visually-hidden">${t('coupon.code')} </span><bdi class="digits">${code}</bdi>
        <span class="copy">${t(copied ? 'coupon.copied' : 'coupon.copy')}</span>
      </button>
      ${
        url
          ? html`<a part="use" class="button action" href=${url} target="_blank" rel="noopener"
              >${t('coupon.use')}</a
            >`
          : nothing
      }
    </div>
    ${copied === false ? html`<p class="note alert">${t('coupon.copyByHand')}</p>` : nothing}`;
}
