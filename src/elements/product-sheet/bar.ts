import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Speech } from '../../base/speech.js';
import type { ProductLead } from '../../core/product-link.js';
import { icon } from '../../styles/icon.js';
import { check } from '../../styles/shop-drawings.js';
import type { Buying, Deed } from './buying.js';

/** What the bar needs of the sheet it closes. */
export interface Till extends Speech {
  readonly buying: Buying;
  /** Somebody takes orders here: the cart and the page, rather than the product's own page. */
  readonly orders: boolean;
  readonly leads: readonly ProductLead[];
  /** The page has brought WeChat's own tag, which leads to the mini-program. */
  readonly launches: boolean;
  /** A flash sale of it is on, whose button is the loud one. */
  readonly grabbing: boolean;
  /** Nothing left of what has been chosen. */
  readonly soldOut: boolean;
  /** What the viewer is told above the buttons. */
  readonly note: string;
  want(deed: Deed, click?: Event): void;
}

/** What can be done with the product. Nothing, where nothing can be done: no button is there for show. */
export function renderBar(till: Till): TemplateResult {
  const { leads, orders, note, buying, t, launches } = till;
  const sells = orders || leads.length > 0;
  const launch = launches && leads[0]?.kind === 'launch';
  return html`<div part="bar" class="bar ${sells || note ? '' : 'none'}">
    <p class="note" role="status">
      ${note}
      ${
        buying.wantsSignIn
          ? html`<button type="button" class="link" @click=${buying.signIn}>${t('coupon.signIn')}</button>`
          : nothing
      }
    </p>
    <div class="buttons" ?hidden=${!sells}>
      ${till.soldOut ? renderGone(till) : [orders ? renderAdd(till) : nothing, launch ? nothing : renderBuy(till)]}
      <div class="launch" ?hidden=${!launch || till.soldOut}><slot name="launch"></slot></div>
    </div>
    ${till.soldOut ? nothing : renderApp(till)}
  </div>`;
}

function renderGone({ t }: Till): TemplateResult {
  return html`<button type="button" part="button" class="button buy" disabled>${t('sheet.soldOut')}</button>`;
}

function renderAdd({ t, buying, want }: Till): TemplateResult {
  const { asking, done } = buying;
  return html`<button
    type="button"
    part="add"
    class="button button--quiet add"
    aria-disabled=${asking ? 'true' : nothing}
    @click=${() => want('add')}
  >
    ${done === 'add' ? icon(check, 18) : nothing}
    ${t(asking === 'add' ? 'sheet.adding' : done === 'add' ? 'sheet.added' : 'sheet.add')}
  </button>`;
}

function renderBuy(till: Till): unknown {
  const { t, buying, orders, leads, want, grabbing } = till;
  const loud = grabbing ? 'button--quiet' : '';
  const words = t(
    buying.asking === 'buy' ? 'sheet.buying' : buying.done === 'buy' ? 'sheet.ready' : 'sheet.buy',
  );
  const lead = leads.find(({ kind }) => kind !== 'launch');
  if (!orders && (lead?.kind === 'h5' || lead?.kind === 'app'))
    return html`<a
      part="button"
      class="button ${loud} buy"
      href=${lead.url}
      target=${ifDefined(lead.kind === 'h5' ? '_blank' : undefined)}
      rel="noopener"
      @click=${(event: Event) => want('buy', event)}
      >${words}</a
    >`;
  if (!orders && !lead) return nothing;
  return html`<button
    type="button"
    part="button"
    class="button ${loud} buy"
    aria-disabled=${buying.asking ? 'true' : nothing}
    @click=${() => want('buy')}
  >
    ${words}
  </button>`;
}

/** Beside the way through the browser: the shop's app, for those who have it. */
function renderApp({ t, leads }: Till) {
  const app = leads.find(({ kind }, index) => kind === 'app' && index > 0);
  return app?.kind === 'app'
    ? html`<a part="app" class="link app" href=${app.url}>${t('sheet.app')}</a>`
    : nothing;
}
