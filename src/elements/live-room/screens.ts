import { html, nothing, type TemplateResult } from 'lit';
import { formatDuration, formatTime } from '../../core/format.js';
import type { Code } from '../../protocol/index.js';
import { icon, type IconName } from '../../styles/icon.js';
import { lock, search, users } from '../../styles/room-drawings.js';
import type { RoomView } from './room-view.js';

/** What stands before the picture: its own drawing, what happened, and the one thing to do. */
export function renderScreen(view: RoomView) {
  const { screen } = view;
  switch (screen?.kind) {
    case 'loading':
      return html`<div part="screen" class="screen loading" role="status">
        <i class="spin large"></i>
        <p class="line">${view.t('room.loading')}</p>
      </div>`;
    case 'fault':
      return renderFault(screen.code, view);
    case 'phase':
      return screen.phase === 'warmup' ? renderWarmUp(view) : renderBreak(screen.phase, view);
    default:
      return nothing;
  }
}

const BREAKS = {
  paused: { drawing: 'cup', title: 'phase.paused', text: 'room.pausedText' },
  interrupted: { drawing: 'signal', title: 'phase.interrupted', text: 'room.interruptedText' },
  ended: { drawing: 'heart', title: 'phase.ended', text: 'room.endedText' },
} as const;

function renderBreak(phase: keyof typeof BREAKS, view: RoomView): TemplateResult {
  const { drawing, title, text } = BREAKS[phase];
  return card(drawing, view.t(title), [view.t(text)], renderBrowse(view));
}

function renderWarmUp(view: RoomView): TemplateResult {
  const startsAt = view.state?.startsAt ?? null;
  const left = startsAt === null ? 0 : startsAt - view.now;
  const title = view.words(view.state?.title);
  return html`<div part="screen" class="screen warmup">
    <p class="show">${title}</p>
    ${
      left > 0 && startsAt !== null
        ? html`<p class="line">
              ${view.t('phase.startsAt', { time: formatTime(startsAt, view.language, view.now) })}
            </p>
            <p part="countdown" class="countdown" role="timer" aria-label=${spokenCountdown(view, left)}>
              ${renderDigits(left)}
            </p>`
        : html`<p part="countdown" class="soon">
            ${view.t(startsAt === null ? 'phase.warmup' : 'room.anyMoment')}
          </p>`
    }
    ${renderBrowse(view)}
  </div>`;
}

const spokenCountdown = (view: RoomView, left: number) =>
  view.t('phase.startsIn', { time: formatDuration(left) });

function renderDigits(left: number) {
  return formatDuration(left)
    .split(':')
    .map(
      (two, index) =>
        html`${index ? html`<i class="colon">:</i>` : nothing}<b class="digits">${two.padStart(2, '0')}</b>`,
    );
}

const FAULTS: Partial<Record<Code, IconName>> = {
  'room-full': users,
  'room-forbidden': lock,
  'origin-refused': lock,
  'room-expired': 'clock',
  'room-not-found': search,
  network: 'signal',
  timeout: 'signal',
};

function renderFault(code: Code, view: RoomView): TemplateResult {
  // Full: the transport keeps knocking by itself, so there is nothing to press.
  const action = code === 'room-full' ? html`<i class="spin large"></i>` : renderRetry(view);
  const words = [html`<span class="code">${code}</span>`];
  return html`<div role="alert">
    ${card(FAULTS[code] ?? 'alert', view.t(`error.${code}`), words, action)}
  </div>`;
}

const renderRetry = (view: RoomView) =>
  html`<button type="button" class="button" @click=${view.retry}>${view.t('room.retry')}</button>`;

function card(drawing: IconName, title: string, lines: readonly unknown[], action: unknown): TemplateResult {
  return html`<div part="screen" class="screen">
    <span class="drawing">${icon(drawing, 36)}</span>
    <p class="title">${title}</p>
    ${lines.map(line => html`<p class="line">${line}</p>`)} ${action}
  </div>`;
}

function renderBrowse(view: RoomView) {
  const count = view.state?.products.length ?? 0;
  if (count === 0) return nothing;
  return html`<button type="button" class="button" @click=${view.browse}>${view.t('room.browse')}</button>`;
}
