import { html, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { ShareOffer } from '../../events/qun-share-event.js';
import type { AppName } from '../../platform/host-app.js';
import { icon } from '../../styles/icon.js';
import { arrowUpRight, close, link } from '../../styles/shop-drawings.js';

export interface LayerView extends Speech {
  readonly offer: ShareOffer;
  /** The link could not be copied by a tap. */
  readonly byHand: boolean;
  copy(): void;
  close(): void;
}

/** Where the app keeps its menu and what it is called there. No app lets a page open it. */
export function renderGuide(view: LayerView, app: AppName): TemplateResult {
  const { t } = view;
  // The guide goes by a tap anywhere else.
  const onCopy = (event: Event) => {
    event.stopPropagation();
    view.copy();
  };
  return html`<div part="guide" class="guide" @click=${view.close}>
    ${icon(arrowUpRight, 96)}
    <ol class="steps">
      <li>${t('share.guideTap')}</li>
      <li>${t(app === 'wecom' ? 'share.guideWecom' : 'share.guideWechat')}</li>
    </ol>
    <button type="button" class="button first">${t('share.guideDone')}</button>
    <button type="button" class="plain" @click=${onCopy}>${icon(link, 18)} ${t('share.copy')}</button>
  </div>`;
}

/** The link itself, where nothing else works. */
export function renderSheet(view: LayerView): TemplateResult {
  const { t, offer } = view;
  return html`<div class="outside" @click=${view.close}></div>
    <div part="sheet" class="sheet">
      <div class="head">
        <h2>${t('share.sheet')}</h2>
        <button type="button" class="icon-button" aria-label=${t('room.close')} @click=${view.close}>
          ${icon(close, 20)}
        </button>
      </div>
      <p class="title">${offer.title}</p>
      <div class="row">
        <input
          part="link"
          class="first"
          readonly
          aria-label=${t('share.link')}
          .value=${offer.url}
          @focus=${selectAll}
        />
        <button type="button" class="button" @click=${view.copy}>${t('share.copy')}</button>
      </div>
      <p class="hint" role="status">${view.byHand ? t('share.byHand') : ''}</p>
    </div>`;
}

const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();
