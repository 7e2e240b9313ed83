import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { checkDraw } from '../../core/draw-standing.js';
import { formatNumber } from '../../core/format.js';
import type { Coupon } from '../../protocol/index.js';

/** How it was drawn, worked out again in this page, with all that anybody needs to do so elsewhere. */
export function renderProof(
  { t, language }: Speech,
  coupon: Coupon,
  viewerId: string | undefined,
): TemplateResult | typeof nothing {
  const check = checkDraw(coupon, viewerId);
  const { drawn, commit } = coupon;
  if (!check || !drawn) return nothing;
  const line = (words: string, figure: string | undefined) =>
    figure
      ? html`<dt>${words}</dt>
          <dd dir="ltr">${figure}</dd>`
      : nothing;
  return html`<details part="proof" class="proof">
    <summary>${t('coupon.proof')}</summary>
    <p>${t('coupon.proofWords', { total: formatNumber(coupon.total, language) })}</p>
    <dl>
      ${line(t('coupon.proofNumber'), check.number)} ${line(t('coupon.proofCutoff'), drawn.cutoff)}
      ${line(t('coupon.proofSeed'), drawn.seed)} ${line(t('coupon.proofCommit'), commit)}
    </dl>
    <p class=${check.fair ? 'good' : 'bad'}>${t(check.fair ? 'coupon.proofGood' : 'coupon.proofBad')}</p>
  </details>`;
}
