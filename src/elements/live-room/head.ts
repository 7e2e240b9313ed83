import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../core/format.js';
import { icon } from '../../styles/icon.js';
import { horn, right, verified } from '../../styles/room-drawings.js';
import { roomBanner } from './room-screen.js';
import type { RoomView } from './room-view.js';

/** Who is speaking and to how many: top left, at home within a second. */
export function renderHost(view: RoomView): TemplateResult {
  const { room, state } = view;
  if (!state) {
    return html`<div part="host" class="host waiting">
      <span class="avatar"></span>
      <span class="who"><span class="bone"></span><span class="bone short"></span></span>
    </div>`;
  }
  const name = view.words(state.host.name);
  const avatar = room?.resolve(state.host.avatar);
  return html`<div part="host" class="host">
    <span part="avatar" class="avatar" aria-hidden="true">
      ${avatar ? html`<img src=${avatar} alt="" decoding="async" />` : Array.from(name)[0]}
    </span>
    <span class="who">
      <span class="name"><span part="name" class="clip">${name}</span>${renderVerified(view)}</span>
      <span class="viewers">
        ${renderBadge(view)}
        <span part="viewers" class="clip">
          ${view.t('room.viewers', { count: formatCount(view.online, view.language) })}
        </span>
      </span>
    </span>
  </div>`;
}

function renderVerified(view: RoomView) {
  if (!view.state?.host.verified) return nothing;
  return html`<button
    type="button"
    part="verified"
    class="verified"
    aria-haspopup="dialog"
    aria-label=${view.t('room.verified')}
    @click=${() => view.open('verified')}
  >
    ${icon(verified, 14)}
  </button>`;
}

function renderBadge(view: RoomView) {
  const phase = view.state?.phase;
  if (phase !== 'live' && phase !== 'replay') return nothing;
  return html`<span part="badge" class="badge ${phase}">${view.t(`phase.${phase}`)}</span>`;
}

/** One line of the host's notice; the whole of it is a sheet. */
export function renderNotice(view: RoomView) {
  const notice = view.words(view.state?.notice);
  if (!notice) return nothing;
  return html`<button
    type="button"
    part="notice"
    class="notice"
    aria-haspopup="dialog"
    @click=${() => view.open('notice')}
  >
    ${icon(horn, 16)}<span class="clip">${notice}</span>${icon(right, 14)}
  </button>`;
}

const BANNER = {
  offline: 'room.offline',
  reconnecting: 'room.reconnecting',
  catchingUp: 'room.catchingUp',
} as const;

/** Says quietly what happens while the room goes on with what it has. The status region is always there, to be heard. */
export function renderBanner(view: RoomView): TemplateResult {
  const banner = view.state && roomBanner(view.connection);
  return html`<div class="banner-place" role="status">
    ${
      banner
        ? html`<span part="banner" class="banner"><i class="spin"></i>${view.t(BANNER[banner])}</span>`
        : nothing
    }
  </div>`;
}
