import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { icon } from '../../styles/icon.js';
import { dots } from '../../styles/room-drawings.js';
import { renderBanner, renderHost, renderNotice } from './head.js';
import { floating } from './offers-part.js';
import { PARTS } from './parts.js';
import type { RoomView } from './room-view.js';
import { renderScreen } from './screens.js';

/** The picture and all that lies on it. */
export function renderStage(view: RoomView): TemplateResult {
  const { poster, screen } = view;
  const phone = view.layout === 'phone';
  // With nothing to see, the offers stand in the middle instead of at the picture's edge.
  const between = screen?.kind === 'phase';
  return html`<div part="stage" class="stage">
    ${
      poster && view.backdrop ? html`<img class="backdrop" src=${poster} alt="" decoding="async" />` : nothing
    }
    <div part="picture" class="frame">
      <qun-live-player
        autoplay
        exportparts=${PARTS.player}
        fit=${view.fit}
        poster=${ifDefined(poster)}
        ?without-controls=${phone}
        @qun-player-view=${view.onPlayerView}
        @qun-full-screen=${view.onFullScreen}
        ><qun-danmaku-layer slot="layer" ?off=${phone}></qun-danmaku-layer
        >${view.posterInPage ? html`<slot name="poster" slot="poster"></slot>` : nothing}</qun-live-player
      >
      <div class="scrim"></div>
    </div>
    <div class="screens">
      ${renderScreen(view)} ${between ? renderOffers(view) : nothing}
      <div class="way-out" ?hidden=${screen?.kind !== 'fault'}><slot name="way-out"></slot></div>
    </div>
    <div class="over">
      <header part="head" class="head">
        ${renderHost(view)}
        <span class="head-end"><slot name="head-extra"></slot>${renderMore(view)}</span>
      </header>
      ${renderNotice(view)} ${renderBanner(view)}
      <slot name="stage"></slot>
      ${between ? nothing : renderOffers(view)}
    </div>
  </div>`;
}

/** On a phone the picture has no bar of its own: this leads to all that it can do. */
function renderMore({ layout, step, screen, t, openSettings }: RoomView) {
  if (layout !== 'phone' || step < 2 || screen) return nothing;
  return html`<button
    type="button"
    part="more"
    class="icon-button more-button"
    aria-label=${t('room.more')}
    aria-haspopup="menu"
    @click=${openSettings}
  >
    ${icon(dots, 22)}
  </button>`;
}

/** They float when they have come, which is with what they are made of. */
function renderOffers(view: RoomView) {
  return view.state && view.step > 1 ? floating.here?.(view, view.state) : nothing;
}
