import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';

/** What of the board concerns this viewer. */
export interface OwnPlace extends Pick<Speech, 't'> {
  readonly listed: boolean;
  /** Has a name that could be shown. */
  readonly nameable: boolean;
  readonly name: string | undefined;
  readonly shows: boolean;
  readonly sending: boolean;
  /** Is being asked whether they mean it. */
  readonly asking: boolean;
  readonly forgotten: boolean;
  show(on: boolean): void;
  ask(on: boolean): void;
  forget(): void;
}

/** The switch for one's own name, and the way to be forgotten. */
export function renderOwnPlace(view: OwnPlace): TemplateResult {
  const { t } = view;
  if (view.forgotten)
    return html`<div part="own-place" class="own-place">
      <p class="muted" role="status">${t('board.forgotten')}</p>
    </div>`;
  return html`<div part="own-place" class="own-place">
    ${view.listed ? nothing : html`<p class="muted">${t('board.notListed')}</p>`} ${renderSwitch(view)}
    ${view.asking ? renderConfirm(view) : nothing}
    <button
      type="button"
      class="link"
      aria-expanded=${view.asking ? 'true' : 'false'}
      ?hidden=${view.asking}
      @click=${() => view.ask(true)}
    >
      ${t('board.forget')}
    </button>
  </div>`;
}

function renderSwitch({ t, nameable, name, shows, sending, show }: OwnPlace): TemplateResult {
  if (!nameable) return html`<p class="muted">${t('board.guest')}</p>`;
  const seen = shows ? name && t('board.namedAs', { name }) : t('board.nameless');
  return html`<button
    type="button"
    part="switch"
    class="choice"
    role="switch"
    aria-checked=${shows ? 'true' : 'false'}
    aria-busy=${sending ? 'true' : 'false'}
    @click=${() => show(!shows)}
  >
    <span>${t('board.showName')}${seen ? html`<span class="muted">${seen}</span>` : nothing}</span>
    <span class="track"></span>
  </button>`;
}

function renderConfirm({ t, sending, ask, forget }: OwnPlace): TemplateResult {
  return html`<div class="confirm" role="alert">
    <p>${t('board.forgetAsk')}</p>
    <div class="acts">
      <button type="button" class="button" aria-busy=${sending ? 'true' : 'false'} @click=${forget}>
        ${t('board.forgetYes')}
      </button>
      <button type="button" class="button button--quiet" @click=${() => ask(false)}>
        ${t('board.forgetNo')}
      </button>
    </div>
  </div>`;
}
