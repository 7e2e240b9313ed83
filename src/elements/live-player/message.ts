import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';
import type { Face } from './face.js';

/** What is said over the picture, and what may be asked for there. */
export interface Message extends Pick<Speech, 't'> {
  readonly face: Face;
  /** Silent, and not by the viewer's choice. */
  readonly silenced: boolean;
  act(): void;
  hear(): void;
}

const ACTIONS = {
  play: { drawing: 'play', words: 'player.play' },
  again: { drawing: 'retry', words: 'player.again' },
} as const;

/** What stands in the middle: words, and the one thing to do. */
export function renderMessage({ face, t, act }: Message): TemplateResult {
  const { words, drawing, spinner, action } = face;
  const round = action && action !== 'retry' ? ACTIONS[action] : undefined;
  return html`<div class="middle">
    ${
      round
        ? html`<button type="button" part="play" class="play" @click=${act}>
            <span class="disc ${action}">${icon(round.drawing, 36)}</span>
            <span class=${face.state === 'blocked' || action === 'again' ? 'label' : 'visually-hidden'}
              >${t(face.state === 'blocked' ? 'player.tapToPlay' : round.words)}</span
            >
          </button>`
        : nothing
    }
    <div part="message" class="message ${words ? 'said' : spinner ? 'turning' : ''}" role="status">
      ${drawing ? html`<span class="drawing">${icon(drawing, 32)}</span>` : nothing}
      ${spinner ? html`<i class="spin"></i>` : nothing} ${words ? html`<span>${t(words)}</span>` : nothing}
    </div>
    ${
      action === 'retry'
        ? html`<button type="button" part="retry" class="button" @click=${act}>${t('room.retry')}</button>`
        : nothing
    }
  </div>`;
}

/** Nothing to see is missing while it is silent, so it says how to hear. */
export function renderHear({ face, silenced, t, hear }: Message): TemplateResult | undefined {
  const heard = face.state === 'playing' || face.state === 'buffering' || face.state === 'reconnecting';
  if (!silenced || !heard) return undefined;
  return html`<button type="button" part="hear" class="hear" @click=${hear}>
    ${icon('muted', 20)}<span>${t('player.tapToHear')}</span>
  </button>`;
}
