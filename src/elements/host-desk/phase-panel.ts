import { html, nothing, type TemplateResult } from 'lit';
import { formatDuration, formatTime } from '../../core/format.js';
import { renderAction, type DeskView } from './desk-view.js';

type Wanted = 'live' | 'paused' | 'ended';

const ENDING = 'end';

/** Start, pause, end: the show's own switch. */
export function renderPhase(view: DeskView): TemplateResult {
  const { phase, startsAt } = view.state;
  const left = phase === 'warmup' && startsAt !== null ? startsAt - view.now : 0;
  const asking = view.asking === ENDING && ['live', 'paused', 'interrupted'].includes(phase);
  return html`<section part="phase" class="phase">
    ${
      left > 0
        ? html`<p class="muted">
            ${view.t('phase.startsAt', { time: formatTime(startsAt!, view.language, view.now) })} ·
            ${formatDuration(left)}
          </p>`
        : nothing
    }
    ${phase === 'interrupted' ? html`<p class="muted">${view.d('desk.interruptedHelp')}</p>` : nothing}
    ${asking ? renderConfirm(view) : html`<div class="row">${renderButtons(view)}</div>`}
  </section>`;
}

function renderButtons(view: DeskView): unknown {
  const end = html`<button
    type="button"
    class="button button--quiet danger"
    ?disabled=${view.sending('phase')}
    @click=${() => view.ask(ENDING)}
  >
    ${view.d('desk.end')}
  </button>`;
  switch (view.state.phase) {
    case 'warmup':
      return button(view, 'live', view.d('desk.start'), 'loud');
    case 'live':
      return [button(view, 'paused', view.d('desk.pause'), 'button--quiet'), end];
    case 'paused':
    case 'interrupted':
      return [button(view, 'live', view.d('desk.resume'), 'loud'), end];
    case 'ended':
      return button(view, 'live', view.d('desk.takeBack'), 'button--quiet');
    case 'replay':
      return nothing;
  }
}

function renderConfirm(view: DeskView): TemplateResult {
  return html`<div class="confirm" role="alertdialog" aria-label=${view.d('desk.end')}>
    <p>${view.d('desk.endAsk')}</p>
    <div class="row">
      <button type="button" class="button button--quiet" @click=${() => view.ask(undefined)}>
        ${view.d('desk.endNo')}
      </button>
      ${button(view, 'ended', view.d('desk.endYes'), 'danger-loud')}
    </div>
  </div>`;
}

function button(view: DeskView, phase: Wanted, words: string, look: string): TemplateResult {
  return renderAction(view, {
    key: 'phase',
    words,
    look,
    act: () => view.send('phase', { type: 'phase.set', phase }, state => state.phase === phase),
  });
}
