import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import { QunPlayerStateEvent, type PlayerState } from '../../events/qun-player-state-event.js';
import type { HlsLoader } from '../../media/hls-loader.js';
import type { RefreshUrl } from '../../media/address-refresh.js';
import type { PlaybackPolicy } from '../../media/playback-policy.js';
import { QunError, type Phase, type RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { tokens } from '../../styles/tokens.css.js';
import { ControlsFade } from './controls-fade.js';
import { renderControls, renderHear, renderMessage, type Controls } from './controls.js';
import { playerFace, type Face } from './face.js';
import { HostState } from './host-state.js';
import { keyWish } from './keys.js';
import { picture } from './live-player.css.js';
import { whenNear } from './near-viewport.js';
import { slottedPoster } from './slotted-poster.js';
import { PlayerStream, type Wish } from './player-stream.js';

/**
 * A live picture that keeps going: starts muted and at once, comes back by itself after every fault a stream has, and
 * says in words what is happening. Plays HLS, live or recorded, and files. Its state is also a custom state of the
 * element, as in `:state(playing)`, where the browser has those.
 *
 * @status stable
 * @since 0.1.0
 *
 * @attr {string} src - What to play: a playlist or a file. Default: the room's stream.
 * @attr {string} poster - Picture shown before the first frame. Default: the room's.
 * @attr {cover | contain} fit - How the picture fills the element. Default: `cover`.
 * @attr {auto | none} preload - `none` requests nothing until somebody asks to play. Default: `auto`, which begins near the viewport.
 * @attr {boolean} autoplay - Plays as soon as it is near the viewport, muted.
 * @attr {boolean} muted - Starts silent. Later changes of sound are the viewer's.
 * @attr {boolean} without-controls - Leaves the controls to the page. Words, the offer of sound and a blocked start's button stay.
 * @attr {warmup | live | paused | interrupted | ended | replay} phase - What the host says; it beats what the stream says. Default: the room's.
 * @attr {string} worker-path - URL of hls.js's worker script, on the page's own origin. Default: none, and no worker.
 * @attr {native | hls} engine - What plays a playlist: the browser itself, or hls.js. Default: the better one of the two.
 *
 * @event {QunPlayerStateEvent} qun-player-state - Tells that `state`, `muted` or `live` has changed.
 *
 * @slot poster - The picture shown before the first frame, as an `img`: one that stands in the page is there before any script. It beats `poster`.
 * @slot - Drawn over the picture, under the controls.
 *
 * @csspart base - The wrapper of everything; `data-state` on it is the state.
 * @csspart video - The video element.
 * @csspart poster - The picture before the first frame.
 * @csspart message - What is said about the state, with its drawing or spinner.
 * @csspart play - The large round button in the middle.
 * @csspart retry - The button that tries again.
 * @csspart hear - The offer of sound while it is silent.
 * @csspart controls - The bar at the lower edge.
 * @csspart volume - The volume, where there is a mouse.
 * @csspart live - The mark of a picture at the live edge.
 * @csspart go-live - The button back to the live edge.
 *
 * @cssproperty [--ratio=177.78%] - Height against width, where the page gives the element no height.
 * @cssproperty [--background=#161310] - What is seen before there is a picture, and beside a contained one.
 * @cssproperty [--hear-top=18%] - Where the offer of sound stands.
 */
export class QunLivePlayer extends QunElement {
  static override styles = [tokens, base, button, picture];

  readonly #room = new StoreController<RoomState | undefined>(this);
  readonly #fade = new ControlsFade(this);
  readonly #hostState = new HostState(this);

  readonly #stream = new PlayerStream({
    changed: () => this.requestUpdate(),
    failed: error => this.report(error),
  });

  #unreadable: string | undefined;
  #touched = false;
  #stopLooking: (() => void) | undefined;
  #told = '';

  /** What to play. Default: the room's stream. */
  @property() src?: string;
  /** Picture shown before the first frame. Default: the room's. */
  @property() poster?: string;
  /** How the picture fills the element. */
  @property() fit: 'cover' | 'contain' = 'cover';
  /** `none`: nothing is requested until somebody asks to play. */
  @property() preload: 'auto' | 'none' = 'auto';
  /** Plays by itself, muted. */
  @property({ type: Boolean }) autoplay = false;
  /** Starts silent. */
  @property({ type: Boolean }) muted = false;
  /** Leaves the controls to the page. */
  @property({ type: Boolean, attribute: 'without-controls' }) withoutControls = false;
  /** What the host says. Default: the room's. */
  @property() phase?: Phase;
  /** URL of hls.js's worker script, of the page's own origin. Counts for the next source. */
  @property({ attribute: 'worker-path' }) workerPath?: string;
  /** Brings hls.js, in place of the small build that comes along. Counts for the next source. */
  @property({ attribute: false }) hlsLoader?: HlsLoader;
  /** What plays a playlist: the browser itself, or hls.js. Default: the better one. Counts for the next source. */
  @property() engine?: 'native' | 'hls';
  /** Brings a fresh address when the one that plays is refused, given that one. Default: none. Counts for the next source. */
  @property({ attribute: false }) refreshUrl?: RefreshUrl;
  /** Numbers of waiting and retrying that differ from the defaults, ms. Count for the next source. */
  @property({ attribute: false }) policy?: Partial<PlaybackPolicy>;

  constructor() {
    super();
    this.#stream.video.part.add('video');
    this.#stream.video.className = 'video';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLooking ??= whenNear(this, () => {
      this.#stream.near = true;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page takes it out for a moment only, and the picture need not notice.
    queueMicrotask(() => {
      if (!this.isConnected) this.#letGo();
    });
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#room.follow(room?.$state);
  }

  protected override updated(): void {
    const { video } = this.#stream;
    video.style.setProperty('object-fit', this.fit === 'contain' ? 'contain' : 'cover');
    if (this.isConnected) this.#stream.follow(this.#wish);
    const { state } = this.#face;
    const told = `${state} ${video.muted} ${this.#live}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#hostState.set(state);
    this.dispatchEvent(new QunPlayerStateEvent(state, video.muted, this.#live));
  }

  get #wish(): Wish {
    const { autoplay, muted, preload, workerPath, hlsLoader, policy, refreshUrl, engine } = this;
    const own = { autoplay, muted, preload, workerPath, hlsLoader, policy, refreshUrl, engine };
    return { ...own, src: this.#source, poster: this.#posterUrl, phase: this.#phase };
  }

  get #phase(): Phase | undefined {
    return this.phase ?? this.#room.value?.phase;
  }

  get #live(): boolean {
    return this.#phase !== 'replay' && this.#stream.playback?.live === true;
  }

  get #posterUrl(): string | undefined {
    return slottedPoster(this) ?? this.poster ?? this.roomStore?.resolve(this.#room.value?.stream?.poster);
  }

  /** What there is to play, absolute; undefined for nothing. */
  get #source(): string | undefined {
    if (this.src === undefined) return this.roomStore?.resolve(this.#room.value?.stream?.src);
    if (!this.src) return undefined;
    try {
      return new URL(this.src, document.baseURI).href;
    } catch {
      if (this.#unreadable !== this.src) {
        this.#unreadable = this.src;
        this.report(new QunError('bad-config', { detail: `src="${this.src}" is no URL`, path: 'src' }));
      }
      return undefined;
    }
  }

  get #face(): Face {
    return playerFace({
      phase: this.#phase,
      stream: this.#stream.view,
      playable: this.#source !== undefined,
      wanted: this.#stream.wanted(this.autoplay),
      online: navigator.onLine !== false,
    });
  }

  #letGo(): void {
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    this.#stream.letGo();
    this.#told = '';
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    this.#touched = event.pointerType !== 'mouse';
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') this.#fade.stir();
  };

  /** A mouse plays and pauses; a finger asks for the controls. */
  readonly #onPicture = (): void => {
    if (this.withoutControls) return;
    if (this.#touched) this.#fade.toggle();
    else if (!this.#face.screen) this.#toggle();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Node;
    // What stands in the slot has keys of its own.
    if (target.getRootNode() !== this.renderRoot || this.withoutControls) return;
    const wish = keyWish(event);
    if (!wish) return;
    event.preventDefault();
    this.#fade.stir();
    if (wish === 'toggle') this.#toggle();
    else if (wish === 'sound') this.#toggleSound();
    else this.seekToLive();
  };

  readonly #toggle = (): void => {
    if (this.#stream.intent.wanted && !this.#stream.intent.blocked) this.pause();
    else this.#act();
  };

  readonly #toggleSound = (): void => {
    if (this.#stream.video.muted) this.#stream.intent.unmute();
    else this.#stream.intent.mute();
  };

  readonly #hear = (): void => this.unmute();

  /** The one thing to do, in a tap. */
  readonly #act = (): void => {
    const { action, state } = this.#face;
    if (action === 'retry') this.#stream.retry();
    // The tap that starts it may bring sound along, unless the page wants it silent.
    if (state === 'blocked' && this.#stream.intent.silenced && !this.muted) this.#stream.intent.unmute();
    void this.play();
  };

  readonly #setVolume = (volume: number): void => {
    if (volume > 0 && this.#stream.video.muted) this.#stream.intent.unmute();
    this.#stream.video.volume = volume;
  };

  readonly #goLive = (): void => this.seekToLive();

  /** What is shown and told at this moment. */
  get state(): PlayerState {
    return this.#face.state;
  }

  /** Asks to play. Never rejects: the outcome is the state. Without a tap or a click the browser may refuse sound. */
  play(): Promise<void> {
    this.#stream.ask();
    if (this.isConnected && this.hasUpdated) this.#stream.follow(this.#wish);
    return this.#stream.play();
  }

  /** Stops the picture. A live one stops loading after a while. */
  pause(): void {
    this.#stream.intent.pause();
  }

  /** Turns the sound on. To be called within a tap, a click or a key press; without one the browser may refuse. */
  unmute(): void {
    this.#stream.intent.unmute();
    if (this.#stream.intent.wanted) void this.#stream.intent.attempt();
  }

  /** Goes to where live viewers are, and plays. Nothing happens to a recording. */
  seekToLive(): void {
    if (!this.#stream.playback?.live) return;
    this.#stream.playback.seekToLive();
    void this.play();
  }

  get #controls(): Controls {
    const { muted, volume } = this.#stream.video;
    const { wanted, blocked, silenced } = this.#stream.intent;
    return {
      language: this.language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
      face: this.#face,
      paused: !wanted || blocked,
      muted,
      volume,
      live: this.#live,
      behind: this.#stream.playback?.behind === true || this.state === 'paused',
      silenced,
      act: this.#act,
      toggle: this.#toggle,
      toggleSound: this.#toggleSound,
      hear: this.#hear,
      setVolume: this.#setVolume,
      goLive: this.#goLive,
    };
  }

  #renderPicture(covered: boolean) {
    const poster = this.#posterUrl;
    // A contained picture lies on its own poster, out of focus.
    return html`${
        poster && this.fit === 'contain'
          ? html`<img class="backdrop" src=${poster} alt="" decoding="async" />`
          : nothing
      }
      ${this.#stream.video}
      <div class=${covered ? 'cover' : 'cover away'}>
        <slot name="poster"
          >${
            poster && !slottedPoster(this)
              ? html`<img part="poster" class="poster" src=${poster} alt="" decoding="async" />`
              : nothing
          }</slot
        >
      </div>`;
  }

  protected override render(): TemplateResult {
    const controls = this.#controls;
    const { face } = controls;
    const covered = face.covered === true || !this.#stream.playback?.pictured;
    const still = face.action !== undefined || face.state === 'idle' || face.state === 'loading';
    const bar = !this.withoutControls && !face.screen && this.#source !== undefined;
    return html`<div
      part="base"
      class="base ${this.fit === 'contain' ? 'contain' : ''} ${face.screen ? 'veiled' : ''}"
      data-state=${face.state}
      role="group"
      aria-label=${this.t('player.label')}
      tabindex=${bar ? 0 : nothing}
      @keydown=${this.#onKeydown}
      @focusin=${this.#fade.stir}
      @pointerdown=${this.#onPointerDown}
      @pointermove=${this.#onPointerMove}
    >
      <div class="picture" @click=${this.#onPicture}>${this.#renderPicture(covered)}</div>
      <div class="over"><slot></slot></div>
      ${renderMessage(controls)} ${renderHear(controls)}
      ${bar ? renderControls(controls, still || this.#fade.awake) : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-live-player': QunLivePlayer;
  }
}
