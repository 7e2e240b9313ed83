import { html, nothing, svg, type TemplateResult } from 'lit';
import { icon } from '../../styles/icon.js';
import { link as chain, check } from '../../styles/shop-drawings.js';
import type { DeskView } from './desk-view.js';

/** The guide's own link: to copy, to be scanned, and on a poster of the room. */
export function renderLink(view: DeskView): TemplateResult {
  const { w, figures, link, copied } = view;
  const { code } = figures.guide;
  return html`<section part="link" class="card link-card">
    <div class="code">
      ${renderCode(view)} ${code ? html`<p class="number">${w('guide.code', { code })}</p>` : nothing}
    </div>
    <div class="words">
      <h3>${w('guide.link')}</h3>
      <p class="muted">${w('guide.linkHelp')}</p>
      <input
        part="field"
        class="field"
        readonly
        dir="ltr"
        .value=${link}
        aria-label=${w('guide.link')}
        @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()}
      />
      <div class="acts">
        <button type="button" part="button" class="button" @click=${view.copy}>
          ${icon(copied === 'yes' ? check : chain, 20)}<span
            >${w(copied === 'yes' ? 'guide.copied' : 'guide.copy')}</span
          >
        </button>
        <button
          type="button"
          part="button"
          class="button button--quiet"
          ?hidden=${!view.code}
          @click=${view.save}
        >
          ${w('guide.save')}
        </button>
        ${
          view.room
            ? html`<qun-share-poster
                part="poster"
                .url=${view.page}
                .share=${view.share}
                @qun-share-opened=${view.opened}
                >${w('guide.poster')}</qun-share-poster
              >`
            : nothing
        }
      </div>
      <p class="muted" role="status">
        ${copied ? w(copied === 'yes' ? 'guide.copied' : 'guide.copyByHand') : nothing}
      </p>
    </div>
  </section>`;
}

/** Black on white, whatever the theme: cameras want it so. */
function renderCode({ w, code }: DeskView): TemplateResult {
  if (!code) return html`<span class="qr"></span>`;
  return html`<svg
    part="code"
    class="qr"
    viewBox="0 0 ${code.side} ${code.side}"
    role="img"
    aria-label=${w('guide.scan')}
    focusable="false"
    shape-rendering="crispEdges"
  >
    ${svg`<path d=${code.path}></path>`}
  </svg>`;
}
