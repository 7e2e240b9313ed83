import '../../i18n/player-messages.js';
import type { Speech, Voice } from '../../base/speech.js';
import { addStyles } from '../../styles/add-styles.js';
import { renderBar, type Bar } from './bar.js';
import { ControlsFade } from './controls-fade.js';
import { bar } from './controls.css.js';
import type { Face } from './face.js';
import { keyWish } from './keys.js';
import type { QunLivePlayer } from './live-player.js';
import type { PlayerStream } from './player-stream.js';

/** What a player lets its controls see and do, beside what every page may. */
export interface Inside {
  readonly host: QunLivePlayer;
  readonly stream: PlayerStream;
  readonly voice: Voice;
  face(): Face;
  live(): boolean;
  /** The one thing to do, in a tap. */
  act(): void;
}

/** All by which one `qun-live-player` is steered, from its first picture on. */
export class PlayerControls {
  readonly #inside: Inside;
  readonly #fade: ControlsFade;
  #touched = false;

  constructor(inside: Inside) {
    this.#inside = inside;
    addStyles(inside.host.shadowRoot!, [bar]);
    this.#fade = new ControlsFade(inside.host);
    inside.host.requestUpdate();
  }

  /** What somebody does at the player, whose keys and clicks first meet `target`. */
  use(event: Event, target: HTMLElement): void {
    const { host } = this.#inside;
    if (event.type === 'keydown') this.#onKey(event as KeyboardEvent, target);
    else if (event.type === 'click') this.#onPicture();
    else if (event.type === 'pointerdown') this.#touched = (event as PointerEvent).pointerType !== 'mouse';
    else if (event.type === 'focusin' || (event as PointerEvent).pointerType === 'mouse') this.#fade.stir();
    if (!host.isConnected) this.#fade.hostDisconnected();
  }

  /** A mouse plays and pauses; a finger asks for the controls. */
  #onPicture(): void {
    const { host, face } = this.#inside;
    if (host.withoutControls) return;
    if (this.#touched) this.#fade.toggle();
    else if (!face().screen) this.#toggle();
  }

  #onKey(event: KeyboardEvent, target: HTMLElement): void {
    const { host } = this.#inside;
    // What stands in the slot has keys of its own.
    if (target.getRootNode() !== host.renderRoot || host.withoutControls) return;
    const wish = keyWish(event, target);
    if (!wish) return;
    event.preventDefault();
    this.#fade.stir();
    if (wish === 'toggle') this.#toggle();
    else if (wish === 'sound') this.#toggleSound();
    else host.seekToLive();
  }

  readonly #toggle = (): void => {
    const { host, stream, act } = this.#inside;
    if (stream.intent.wanted && !stream.intent.blocked) host.pause();
    else act();
  };

  readonly #toggleSound = (): void => {
    const { video, intent } = this.#inside.stream;
    if (video.muted) intent.unmute();
    else intent.mute();
  };

  readonly #setVolume = (volume: number): void => {
    const { video, intent } = this.#inside.stream;
    if (volume > 0 && video.muted) intent.unmute();
    video.volume = volume;
  };

  get #spoken(): Speech {
    const { language, t, words } = this.#inside.voice;
    return { language: language(), t, words };
  }

  get #bar(): Bar {
    const { host, stream, live, face } = this.#inside;
    const { muted, volume } = stream.video;
    const { wanted, blocked } = stream.intent;
    return {
      ...this.#spoken,
      paused: !wanted || blocked,
      muted,
      volume,
      live: live(),
      behind: stream.playback?.behind === true || face().state === 'paused',
      toggle: this.#toggle,
      toggleSound: this.#toggleSound,
      setVolume: this.#setVolume,
      goLive: () => host.seekToLive(),
    };
  }

  renderBar() {
    const { action, state } = this.#inside.face();
    const still = action !== undefined || state === 'idle' || state === 'loading';
    return renderBar(this.#bar, still || this.#fade.awake);
  }
}
