import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../core/format.js';
import type { Code, RoomState } from '../../protocol/index.js';
import { icon, type IconName } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import { chart, horn, question } from '../../styles/room-drawings.js';
import type { DeskKey } from '../../i18n/desk/desk-words.js';
import { claimsOf } from './coupons-panel.js';
import type { DeskView, Panel } from './desk-view.js';

export const PANELS: Readonly<Record<Panel, IconName>> = {
  products: 'bag',
  sales: 'clock',
  coupons: 'ticket',
  notice: horn,
  comments: 'chat',
  questions: question,
};

/** The panels this show has a use for. */
export const panelsOf = ({ sales }: RoomState): Panel[] =>
  (Object.keys(PANELS) as Panel[]).filter(panel => panel !== 'sales' || sales.length > 0);

/** Which show, how it stands, how the connection is, and the three figures a host looks at. */
export function renderHead(
  view: DeskView,
  signOut: (() => void) | undefined,
  report: { open: boolean; toggle(): void } | undefined,
): TemplateResult {
  const { state, language } = view;
  const claims = state.coupons.reduce((sum, coupon) => sum + claimsOf(view, coupon), 0);
  const figure = (key: DeskKey, count: number) =>
    html`<li><b>${formatCount(count, language)}</b><span>${view.d(key)}</span></li>`;
  return html`<header part="head" class="head">
    <div class="title-row">
      <b class="phase-badge ${state.phase}">${view.d(`desk.${state.phase}`)}</b>
      <h2 class="clip">${view.words(state.title)}</h2>
    </div>
    <div class="connection-row">
      ${renderConnection(view)}
      ${
        report
          ? html`<button type="button" class="link to-report" @click=${report.toggle}>
              ${icon(chart, 18)}${view.d(report.open ? 'desk.panels' : 'desk.report')}
            </button>`
          : nothing
      }
      ${signOut ? html`<button type="button" class="link" @click=${signOut}>${view.d('desk.signOut')}</button>` : nothing}
    </div>
    <ul part="figures" class="figures">
      ${figure('desk.online', view.online)} ${figure('desk.comments', view.commentCount)}
      ${figure('desk.claims', claims)}
    </ul>
  </header>`;
}

function renderConnection(view: DeskView): TemplateResult {
  const { status, stale } = view.connection;
  const key: DeskKey =
    status === 'open'
      ? stale
        ? 'desk.behind'
        : 'desk.connected'
      : status === 'failed' || status === 'idle'
        ? 'desk.lost'
        : `desk.${status}`;
  return html`<span part="connection" class="connection ${status} ${stale ? 'stale' : ''}" role="status">
    ${view.d(key)}
  </span>`;
}

export function renderWrong(view: DeskView, code: Code | undefined, dismiss: () => void): TemplateResult {
  return html`<div class="wrong-place" role="alert">
    ${
      code
        ? html`<p part="wrong" class="wrong">
            ${icon('alert', 18)}<span>${view.t(`error.${code}`)}</span>
            <button type="button" class="icon-button" aria-label=${view.t('room.close')} @click=${dismiss}>
              ${icon(close, 18)}
            </button>
          </p>`
        : nothing
    }
  </div>`;
}

/** Under the thumb: which panel is shown where there is no room for all of them. `waiting`: what wants to be looked at. */
export function renderTabs(
  view: DeskView,
  panel: Panel,
  waiting: Partial<Record<Panel, number>>,
  choose: (panel: Panel) => void,
): TemplateResult {
  const names = panelsOf(view.state);
  const onKeydown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = names[(names.indexOf(panel) + step + names.length) % names.length]!;
    choose(next);
    (event.currentTarget as Element).querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`<div part="tabs" class="tabs" role="tablist" @keydown=${onKeydown}>
    ${names.map(
      name =>
        html`<button
          type="button"
          role="tab"
          id="tab-${name}"
          class="tab"
          aria-selected=${name === panel ? 'true' : 'false'}
          aria-controls="panel-${name}"
          tabindex=${name === panel ? 0 : -1}
          @click=${() => choose(name)}
        >
          ${icon(PANELS[name], 22)}<span>${view.d(`desk.${name}`)}</span>
          ${waiting[name] ? html`<b class="badge">${waiting[name]}</b>` : nothing}
        </button>`,
    )}
  </div>`;
}
