import { html, nothing, type TemplateResult } from 'lit';
import type { DeskView } from './desk-view.js';

/** Where the guide stands among the shop's tiers, and what is missing to the next. All of it as the server has worked it out. */
export function renderTier(view: DeskView): TemplateResult | typeof nothing {
  const { w, rate, money } = view;
  const { tier } = view.figures;
  if (!tier) return nothing;
  const { next, counted, commission } = tier;
  const missing = next && { ...next.from, minor: Math.max(0, next.from.minor - counted.minor) };
  return html`<section part="tier" class="card tier">
    <div class="two">
      <div>
        <h3 class="muted">${w('guide.tier')}</h3>
        <p class="name"><bdi>${tier.name}</bdi></p>
        <p class="muted">${w('guide.rate', { rate: rate(tier.rateBp) })}</p>
      </div>
      <div>
        <h3 class="muted">${w('guide.commission')}</h3>
        <p class="name">${money([commission])}</p>
        <p class="muted">${w('guide.counted', { amount: money([counted]) })}</p>
      </div>
    </div>
    ${
      next && missing
        ? html`<progress
              part="progress"
              max=${next.from.minor}
              value=${counted.minor}
              aria-hidden="true"
            ></progress>
            <p>
              ${w('guide.toNext', { amount: money([missing]), name: next.name, rate: rate(next.rateBp) })}
            </p>`
        : html`<p>${w('guide.highest')}</p>`
    }
    <p class="muted">${w('guide.note')}</p>
  </section>`;
}
