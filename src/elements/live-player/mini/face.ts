import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../../base/speech.js';
import type { PlayerState } from '../../../events/qun-player-state-event.js';
import { icon } from '../../../styles/icon.js';
import { cross as close } from '../../../styles/player-drawings.js';

export interface MiniFace extends Pick<Speech, 't'> {
  readonly state: PlayerState;
  readonly said: string;
  readonly playing: boolean;
  readonly muted: boolean;
}

export interface MiniActs {
  back(): void;
  close(): void;
  toggle(): void;
  toggleSound(): void;
  key(event: KeyboardEvent): void;
}

const TURNING: readonly PlayerState[] = ['buffering', 'reconnecting', 'loading'];

/** What lies on the small picture: all of it leads back, and may be dragged; the rest are its buttons. */
export function renderFace({ t, state, said, playing, muted }: MiniFace, acts: MiniActs): TemplateResult {
  return html`<div class="mini-group" role="group" aria-label=${t('mini.label')} @keydown=${acts.key}>
    <button
      type="button"
      part="mini-back"
      class="mini-back"
      aria-label=${t('mini.back')}
      aria-describedby="mini-move"
      @click=${acts.back}
    ></button>
    <span id="mini-move" hidden>${t('mini.move')}</span>
    <div class="mini-said" role="status">
      ${TURNING.includes(state) ? html`<i class="spin"></i>` : nothing}
      ${said ? html`<span>${said}</span>` : nothing}
    </div>
    <div class="mini-buttons">
      <button
        type="button"
        class="icon-button"
        aria-label=${t(playing ? 'player.pause' : 'player.play')}
        @click=${acts.toggle}
      >
        ${icon(playing ? 'pause' : 'play', 22)}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label=${t(muted ? 'player.unmute' : 'player.mute')}
        @click=${acts.toggleSound}
      >
        ${icon(muted ? 'muted' : 'sound', 22)}
      </button>
    </div>
    <div class="mini-top">
      <button
        type="button"
        part="mini-close"
        class="icon-button mini-close"
        aria-label=${t('mini.close')}
        @click=${acts.close}
      >
        <i>${icon(close, 16)}</i>
      </button>
    </div>
  </div>`;
}
