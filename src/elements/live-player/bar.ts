import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon } from '../../styles/icon.js';

/** What the bar shows, and what may be asked through it. */
export interface Bar extends Speech {
  readonly paused: boolean;
  readonly muted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly live: boolean;
  /** Live, but not at the edge. */
  readonly behind: boolean;
  toggle(): void;
  toggleSound(): void;
  setVolume(volume: number): void;
  goLive(): void;
}

/** The bar at the lower edge. */
export function renderBar(controls: Bar, shown: boolean): TemplateResult {
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

function renderLive({ t, behind, goLive }: Bar): TemplateResult {
  return behind
    ? html`<button type="button" part="go-live" class="go-live" @click=${goLive}>
        <i class="dot"></i>${t('player.goLive')}
      </button>`
    : html`<span part="live" class="live"><i class="dot"></i>${t('phase.live')}</span>`;
}
