import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';
import type { Face } from './face.js';

/** What the controls show, and what may be asked through them. */
export interface Controls extends Speech {
  readonly face: Face;
  readonly paused: boolean;
  readonly muted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly live: boolean;
  /** Live, but not at the edge. */
  readonly behind: boolean;
  /** Silent, and not by the viewer's choice. */
  readonly silenced: boolean;
  act(): void;
  toggle(): void;
  toggleSound(): void;
  hear(): void;
  setVolume(volume: number): void;
  goLive(): void;
}

const ACTIONS = {
  play: { drawing: 'play', words: 'player.play' },
  again: { drawing: 'retry', words: 'player.again' },
} as const;

/** What stands in the middle: words, and the one thing to do. */
export function renderMessage({ face, t, act }: Controls): TemplateResult {
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
export function renderHear({ face, silenced, t, hear }: Controls) {
  const heard = face.state === 'playing' || face.state === 'buffering' || face.state === 'reconnecting';
  if (!silenced || !heard) return nothing;
  return html`<button type="button" part="hear" class="hear" @click=${hear}>
    ${icon('muted', 20)}<span>${t('player.tapToHear')}</span>
  </button>`;
}

/** The bar at the lower edge. */
export function renderControls(controls: Controls, shown: boolean): TemplateResult {
  const { t, paused, muted, volume } = controls;
  return html`<div part="controls" class=${shown ? 'controls' : 'controls away'}>
    <button
      type="button"
      class="icon-button"
      aria-label=${t(paused ? 'player.play' : 'player.pause')}
      @click=${controls.toggle}
    >
      ${icon(paused ? 'play' : 'pause')}
    </button>
    <button
      type="button"
      class="icon-button"
      aria-label=${t(muted ? 'player.unmute' : 'player.mute')}
      @click=${controls.toggleSound}
    >
      ${icon(muted ? 'muted' : 'sound')}
    </button>
    <input
      type="range"
      part="volume"
      class="volume"
      min="0"
      max="1"
      step="0.05"
      aria-label=${t('player.volume')}
      .value=${String(muted ? 0 : volume)}
      @input=${(event: InputEvent) => controls.setVolume(Number((event.target as HTMLInputElement).value))}
      @change=${(event: Event) => {
        // Let go of, it stands where the sound is: some devices leave their volume to their buttons.
        (event.target as HTMLInputElement).value = String(muted ? 0 : volume);
      }}
    />
    <span class="gap"></span>
    ${controls.live ? renderLive(controls) : nothing}
  </div>`;
}

function renderLive({ t, behind, goLive }: Controls): TemplateResult {
  return behind
    ? html`<button type="button" part="go-live" class="go-live" @click=${goLive}>
        <i class="dot"></i>${t('player.goLive')}
      </button>`
    : html`<span part="live" class="live"><i class="dot"></i>${t('phase.live')}</span>`;
}
