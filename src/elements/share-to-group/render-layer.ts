import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { ShareOffer } from '../../events/qun-share-event.js';
import { isTarget, targetUrl } from '../../platform/share-targets.js';
import type { ShareApp } from '../../platform/which-app.js';
import { icon } from '../../styles/icon.js';
import { check, arrowUpRight, close, link } from '../../styles/shop-drawings.js';
import { wayName, type Way } from './share-ways.js';
import { posterDrawing, wayMark } from './way-mark.js';

export interface LayerView extends Speech {
  readonly offer: ShareOffer;
  /** The link is copied already, or could not be by a tap. */
  readonly hint: 'copied' | 'byHand' | undefined;
  /** What stands beside the link. */
  readonly ways: readonly Way[];
  /** What is passed on by `way`. */
  by(way: Way): ShareOffer;
  /** The viewer takes `way`. False: nothing more is to be done. */
  take(way: Way): boolean;
  /** The viewer's finger is on `way`. */
  touch(way: Way): void;
  copy(): void;
  close(): void;
}

/** Where the app keeps its menu and what it is called there. No app lets a page open it. */
export function renderGuide(view: LayerView, app: ShareApp): TemplateResult {
  const { t } = view;
  // The guide goes by a tap anywhere else.
  const only = (act: () => unknown) => (event: Event) => {
    event.stopPropagation();
    act();
  };
  const poster = view.ways.includes('poster');
  return html`<div part="guide" class="guide" @click=${view.close}>
    ${icon(arrowUpRight, 96)}
    <ol class="steps">
      <li>${t('share.guideTap')}</li>
      <li>${t(app === 'wecom' ? 'share.guideWecom' : 'share.guideWechat')}</li>
    </ol>
    <button type="button" class="button first">${t('share.guideDone')}</button>
    <button type="button" class="plain" @click=${only(view.copy)}>
      ${icon(link, 18)} ${t('share.copy')}
    </button>
    ${
      poster
        ? html`<button
            type="button"
            class="plain"
            @pointerdown=${() => view.touch('poster')}
            @click=${only(() => view.take('poster'))}
          >
            ${icon(posterDrawing, 18)} ${t('share.makePoster')}
          </button>`
        : nothing
    }
  </div>`;
}

/** The link itself, and what else it can be passed on by. */
export function renderSheet(view: LayerView): TemplateResult {
  const { t, offer, hint } = view;
  return html`<div class="outside" @click=${view.close}></div>
    <div part="sheet" class="sheet">
      <div class="head">
        <h2>${t('share.sheet')}</h2>
        <button type="button" class="icon-button" aria-label=${t('room.close')} @click=${view.close}>
          ${icon(close, 20)}
        </button>
      </div>
      ${renderCard(offer)}
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
      <p class="hint" role="status">
        ${hint === 'copied' ? icon(check, 16) : nothing}
        ${hint === 'copied' ? t('share.copied') : hint ? t('share.byHand') : ''}
      </p>
      ${renderWays(view)}
    </div>`;
}

/** What a group will see. */
function renderCard({ title, text, picture }: ShareOffer): TemplateResult {
  return html`<div class="card">
    ${picture ? html`<img alt="" src=${picture} @error=${hide} />` : nothing}
    <div>
      <p class="title">${title}</p>
      <p class="text" ?hidden=${!text}>${text}</p>
    </div>
  </div>`;
}

function renderWays(view: LayerView): TemplateResult | typeof nothing {
  if (view.ways.length === 0) return nothing;
  return html`<ul part="ways" class="ways" aria-label=${view.t('share.ways')}>
    ${view.ways.map(way => html`<li>${renderWay(way, view)}</li>`)}
  </ul>`;
}

function renderWay(way: Way, view: LayerView): TemplateResult {
  const name = wayName(way, view);
  const inside = html`${wayMark(way)}<span>${name}</span>`;
  if (!isTarget(way))
    return html`<button
      type="button"
      part="way"
      class="way"
      @pointerdown=${() => view.touch(way)}
      @click=${() => view.take(way)}
    >
      ${inside}
    </button>`;
  const onClick = (event: Event) => view.take(way) || event.preventDefault();
  return html`<a
    part="way"
    class="way"
    target="_blank"
    rel="noopener"
    href=${targetUrl(way, view.by(way))}
    aria-label=${view.t('share.newWindow', { name })}
    @click=${onClick}
    >${inside}</a
  >`;
}

const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();
const hide = (event: Event): void => (event.target as HTMLElement).remove();
