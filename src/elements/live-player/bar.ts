import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { icon, type IconName } from '../../styles/icon.js';
import { airplay, captions, enlarge, gear, pictureInPicture, shrink } from '../../styles/player-drawings.js';
import { keysFor, type KeyWish } from './keys.js';
import { chapterAt, clock, type Chapter, type Reach, type Timeline } from './timeline.js';

/** What the bar shows, and what may be asked through it. */
export interface Bar extends Speech {
  readonly paused: boolean;
  readonly muted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly live: boolean;
  /** Live, but not at the edge. */
  readonly behind: boolean;
  /** Undefined: there is nothing to seek. */
  readonly reach: Reach | undefined;
  readonly timeline: Timeline;
  readonly chapters: readonly Chapter[];
  /** Captions are shown; undefined: there are none. */
  readonly captioned: boolean | undefined;
  /** There is room for everything; else the settings hold what is wanted less often. */
  readonly roomy: boolean;
  /** There is not even room for all the figures. */
  readonly tight: boolean;
  readonly settingsOpen: boolean;
  /** Undefined: the browser has none. */
  readonly inWindow: boolean | undefined;
  readonly hasTargets: boolean;
  readonly fullScreen: boolean;
  setVolume(volume: number): void;
  /** As the key of this wish does. */
  wish(wish: KeyWish): void;
  openSettings(): void;
  pickTarget(): void;
}

/** One round button. */
function button(
  label: string,
  drawing: IconName,
  act: () => void,
  { keys, pressed }: { keys?: KeyWish; pressed?: boolean | undefined } = {},
): TemplateResult {
  return html`<button
    type="button"
    part="control"
    class="icon-button"
    aria-label=${label}
    title=${label}
    aria-keyshortcuts=${keys ? keysFor(keys) : nothing}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${act}
  >
    ${icon(drawing)}
  </button>`;
}

/** The bar at the lower edge. */
export function renderBar(bar: Bar, shown: boolean): TemplateResult {
  const { t, paused, muted, reach, roomy, fullScreen } = bar;
  const ask = (wish: KeyWish) => () => bar.wish(wish);
  return html`<div
    part="controls"
    class="controls ${shown ? '' : 'away'} ${roomy ? 'roomy' : ''} ${reach ? 'seekable' : ''}"
  >
    ${reach ? bar.timeline.render(reach, bar.chapters, bar) : nothing}
    <div class="row">
      ${button(t(paused ? 'player.play' : 'player.pause'), paused ? 'play' : 'pause', ask('toggle'), { keys: 'toggle' })}
      ${button(t(muted ? 'player.unmute' : 'player.mute'), muted ? 'muted' : 'sound', ask('sound'), { keys: 'sound' })}
      ${renderVolume(bar)} ${renderTime(bar)} ${bar.live ? renderLive(bar) : nothing}
      <span class="gap"></span>
      ${
        roomy && bar.captioned !== undefined
          ? button(t('player.captions'), captions, ask('captions'), {
              keys: 'captions',
              pressed: bar.captioned,
            })
          : nothing
      }
      <button
        type="button"
        part="control"
        class="icon-button opener"
        aria-label=${t('player.settings')}
        title=${t('player.settings')}
        aria-haspopup="menu"
        aria-expanded=${String(bar.settingsOpen)}
        @click=${bar.openSettings}
      >
        ${icon(gear)}
      </button>
      ${roomy && bar.hasTargets ? button(t('player.airplay'), airplay, bar.pickTarget) : nothing}
      ${
        roomy && bar.inWindow !== undefined
          ? button(t('player.pip'), pictureInPicture, ask('pictureInPicture'), {
              keys: 'pictureInPicture',
              pressed: bar.inWindow,
            })
          : nothing
      }
      ${button(
        t(fullScreen ? 'player.exitFullscreen' : 'player.fullscreen'),
        fullScreen ? shrink : enlarge,
        ask('fullScreen'),
        { keys: 'fullScreen' },
      )}
    </div>
  </div>`;
}

/** In place of the bar, where it is left to the page: what moves the picture, at the head of the settings. */
export function renderSteering(bar: Bar): TemplateResult {
  const { t, paused, reach, wish } = bar;
  const drawing = paused ? 'play' : 'pause';
  return html`<div class="steering">
    ${button(t(`player.${drawing}`), drawing, () => wish('toggle'))}
    ${reach ? bar.timeline.render(reach, bar.chapters, bar) : html`<span class="gap"></span>`}
    ${renderTime(bar)} ${bar.live ? renderLive(bar) : nothing}
  </div>`;
}

function renderVolume({ t, muted, volume, setVolume }: Bar): TemplateResult {
  const shown = String(muted ? 0 : volume);
  return html`<input
    type="range"
    part="volume"
    class="volume"
    min="0"
    max="1"
    step="0.05"
    aria-label=${t('player.volume')}
    .value=${shown}
    @input=${(event: InputEvent) => setVolume(Number((event.target as HTMLInputElement).value))}
    @change=${(event: Event) => {
      // Let go of, it stands where the sound is: some devices leave their volume to their buttons.
      (event.target as HTMLInputElement).value = shown;
    }}
  />`;
}

function renderLive({ t, behind, wish }: Bar): TemplateResult {
  return behind
    ? html`<button
        type="button"
        part="go-live"
        class="go-live"
        aria-keyshortcuts=${keysFor('live')}
        @click=${() => wish('live')}
      >
        <i class="dot"></i>${t('player.goLive')}
      </button>`
    : html`<span part="live" class="live"><i class="dot"></i>${t('phase.live')}</span>`;
}

/** Where the picture is, and in which chapter. The slider says the same aloud. */
function renderTime({ reach, behind, chapters, tight }: Bar) {
  if (!reach || (reach.live && (tight || !behind))) return nothing;
  const title = chapterAt(chapters, reach.time)?.title;
  return html`<span part="time" class="time" aria-hidden="true"
      >${clock(reach.time, reach)}${reach.live || tight ? nothing : html`<span> / ${clock(reach.end, reach)}</span>`}</span
    >${title ? html`<span class="chapter" aria-hidden="true">${title}</span>` : nothing}`;
}
