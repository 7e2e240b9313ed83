import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { DESIGNS } from '../../poster/designs.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import type { PosterStand } from './poster-stand.js';

const download = 'M12 4.5v10M7.5 10.5l4.5 4.5 4.5-4.5M5 19.5h14';

/** The designs to choose from, where the poster is one of ours, and the way out. */
export function renderHead(stand: PosterStand, t: Speech['t']): TemplateResult {
  const ours = !stand.shown || stand.shown.canvas !== undefined;
  return html`<div class="head">
    <div part="designs" class="designs" role="group" aria-label=${t('poster.designs')}>
      ${
        ours
          ? DESIGNS.map(
              name =>
                html`<button
                  type="button"
                  aria-pressed=${stand.design === name ? 'true' : 'false'}
                  @click=${() => stand.choose(name)}
                >
                  ${t(`poster.${name}`)}
                </button>`,
            )
          : nothing
      }
    </div>
    <button type="button" class="icon-button close" aria-label=${t('room.close')} @click=${stand.close}>
      ${icon(close, 24)}
    </button>
  </div>`;
}

/** Sending and saving where a page may do that; else how it is done. */
export function renderActions(stand: PosterStand, t: Speech['t']): TemplateResult | typeof nothing {
  const { shown, inApp, canSend } = stand;
  if (!shown || stand.failed) return nothing;
  const save = inApp
    ? nothing
    : html`<a
        class="button ${canSend ? 'button--quiet' : ''}"
        href=${shown.src ?? nothing}
        download="poster.jpg"
        target=${shown.file ? nothing : '_blank'}
        rel="noopener"
        >${icon(download, 20)}${t('poster.save')}</a
      >`;
  const send = canSend
    ? html`<button type="button" class="button" @click=${stand.send}>
        ${icon('share', 20)}${t('poster.send')}
      </button>`
    : nothing;
  // They keep their place while the picture is being packed.
  return html`<div part="actions" class="actions ${shown.src ? '' : 'coming'}">
    <div class="buttons">${send}${save}</div>
    <p class=${inApp ? '' : 'long-press'}>${t('poster.hold')}</p>
  </div>`;
}
