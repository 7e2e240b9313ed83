import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { QunPlayerStateEvent, type PlayerState } from '../../events/qun-player-state-event.js';
import { addStyles } from '../../styles/add-styles.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { tokens } from '../../styles/tokens.css.js';
import { controls } from './controls-part.js';
import type { PlayerControls } from './controls.js';
import { playerFace, type Face } from './face.js';
import type { FullScreenWay } from './full-screen.js';
import { HostState } from './host-state.js';
import { picture } from './live-player.css.js';
import { renderHear, renderMessage, type Message } from './message.js';
import { whenNear } from './near-viewport.js';
import { slottedPoster } from './slotted-poster.js';
import { StreamElement } from './stream-element.js';

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
 * @attr {cover | contain | auto} fit - How the picture fills the element. Default: `cover`. `auto` covers while both are upright or both are wide, and else shows the picture whole on its own poster, out of focus.
 * @attr {auto | none} preload - `none` requests nothing until somebody asks to play. Default: `auto`, which begins near the viewport.
 * @attr {boolean} autoplay - Plays as soon as it is near the viewport, muted.
 * @attr {boolean} muted - Starts silent. Later changes of sound are the viewer's.
 * @attr {boolean} data-saver - A smaller picture for less data, while the line decides. Default: as the device asks of pages.
 * @attr {boolean} mini - Keeps playing in a corner of the window while the player itself is scrolled away.
 * @attr {boolean} without-controls - Leaves the controls to the page. Words, the offer of sound and a blocked start's button stay, and `openSettings()` works.
 * @attr {warmup | live | paused | interrupted | ended | replay} phase - What the host says; it beats what the stream says. Default: the room's.
 * @attr {string} worker-path - URL of hls.js's worker script, on the page's own origin. Default: none, and no worker.
 * @attr {native | hls} engine - What plays a playlist: the browser itself, or hls.js. Default: the better one of the two.
 *
 * @event {QunPlayerStateEvent} qun-player-state - Tells that `state`, `muted` or `live` has changed.
 * @event {QunPlayerViewEvent} qun-player-view - Tells that `fullScreen`, `pictureInPicture`, `settings` or `statistics` has changed.
 * @event {QunFullScreenEvent} qun-full-screen - Asks to fill the screen with `element`, which a listener may exchange for a larger one. Cancelable; prevented, the page does it.
 * @event {QunMetricEvent} qun-metric - Tells how it does for its viewer: `detail` is a figure, by its `name`; docs/metrics.md defines them. One that comes when the player has left the page is told to the document, too.
 *
 * @slot poster - The picture shown before the first frame, as an `img`: one that stands in the page is there before any script. It beats `poster`.
 * @slot layer - Moves over the picture and under everything else: danmaku, hearts. No pointer ever meets it.
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
 * @csspart control - A round button of the bar.
 * @csspart volume - The volume, where there is a mouse and room.
 * @csspart timeline - The line along which a recording, or a live stream that keeps a minute or more, is sought.
 * @csspart time - Where the picture is, in figures.
 * @csspart live - The mark of a picture at the live edge.
 * @csspart go-live - The button back to the live edge.
 * @csspart note - What is said for a moment when the picture had to go on elsewhere than the viewer was.
 * @csspart settings - The settings: a panel, or a sheet where there is little room.
 * @csspart mini-back - The button of the small picture that leads back to the player.
 * @csspart mini-close - The button that ends the small picture.
 * @csspart stats - The statistics.
 *
 * @cssproperty [--ratio=177.78%] - Height against width, where the page gives the element no height.
 * @cssproperty [--background=#161310] - What is seen before there is a picture, and beside a contained one.
 * @cssproperty [--hear-top=18%] - Where the offer of sound stands.
 * @cssproperty [--captions-lift=80px] - How far captions stand above the lower edge, where the browser lets a page say so.
 * @cssproperty [--mini-width=clamp(112px, 31vw, 200px)] - Width of the small picture; of a landscape one `clamp(176px, 48vw, 320px)`.
 * @cssproperty [--mini-inset=12px] - How far from the edges of the window the small picture stands, as in `margin`: `12px 12px 72px` leaves room for a bar of the page's at the lower edge.
 */
export class QunLivePlayer extends StreamElement {
  static override styles = [tokens, base, button, picture];

  readonly #hostState = new HostState(this);

  #controls: PlayerControls | undefined;
  #stopLooking: (() => void) | undefined;
  #told = '';

  /** How the picture fills the element. */
  @property() fit: 'cover' | 'contain' | 'auto' = 'cover';
  /** Leaves the controls to the page. */
  @property({ type: Boolean, attribute: 'without-controls' }) withoutControls = false;
  /** Keeps playing in a corner of the window while the player itself is scrolled away. */
  @property({ type: Boolean }) mini = false;

  constructor() {
    super();
    this.stream.video.part.add('video');
    this.stream.video.className = 'video';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLooking ??= whenNear(this, () => {
      this.stream.near = true;
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

  protected override updated(): void {
    const { video } = this.stream;
    video.style.setProperty('object-fit', this.#contained ? 'contain' : 'cover');
    if (this.isConnected) this.stream.follow(this.wish);
    const { state } = this.#face;
    // As soon as there is something to steer, and not while it is still on its way.
    if (!this.#controls && this.isConnected && (this.stream.playback?.pictured || state === 'blocked'))
      void this.#bring();
    this.#controls?.updated();
    const told = `${state} ${video.muted} ${this.live}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#hostState.set(state);
    this.dispatchEvent(new QunPlayerStateEvent(state, video.muted, this.live));
  }

  /** The picture is shown whole. `auto` knows once there is one; until then its poster covers. */
  get #contained(): boolean {
    const { videoWidth: width, videoHeight: height } = this.stream.video;
    if (this.fit !== 'auto' || !width) return this.fit === 'contain';
    return width > height !== this.offsetWidth > this.offsetHeight;
  }

  get #face(): Face {
    return playerFace({
      phase: this.said,
      stream: this.stream.view,
      playable: this.source !== undefined,
      wanted: this.stream.wanted(this.autoplay),
      online: navigator.onLine !== false,
    });
  }

  #letGo(): void {
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    this.stream.letGo();
    this.#told = '';
  }

  /** Has the controls brought. They come once for all players of the page. */
  async #bring(): Promise<PlayerControls | undefined> {
    const Controls = controls.here ?? (await controls.come());
    if (!this.isConnected) return undefined;
    if (!this.#controls) addStyles(this.shadowRoot!, Controls.styles);
    const { stream, voice } = this;
    return (this.#controls ??= new Controls({
      host: this,
      stream,
      voice,
      face: () => this.#face,
      live: () => this.live,
      poster: () => this.posterUrl,
      room: () => this.roomState.value,
      act: this.#act,
    }));
  }

  /** Whoever reaches for the player has its controls brought, and is seen to as soon as they are here. */
  readonly #onUse = (event: Event): void => {
    const target = event.composedPath()[0] as HTMLElement;
    if (this.#controls) return this.#controls.use(event, target);
    // Or the page would scroll meanwhile.
    if ((event as KeyboardEvent).key === ' ' && target === event.currentTarget) event.preventDefault();
    void this.#bring().then(here => here?.use(event, target));
  };

  readonly #hear = (): void => this.unmute();

  /** The one thing to do, in a tap. */
  readonly #act = (): void => {
    const { action, state } = this.#face;
    if (action === 'retry') this.stream.retry();
    // The tap that starts it may bring sound along, unless the page wants it silent.
    if (state === 'blocked' && this.stream.intent.silenced && !this.muted) this.stream.intent.unmute();
    void this.play();
  };

  /** What is shown and told at this moment. */
  get state(): PlayerState {
    return this.#face.state;
  }

  /** Opens the settings, also where the controls are left to the page. Resolves when they are open. */
  async openSettings(): Promise<void> {
    await (await this.#bring())?.openSettings();
  }

  /**
   * Fills the screen, or takes it back; in a tap or a key press. Where the browser or the app has no good way, it fills
   * the window: `page` asks for that at once. `video` asks for Apple's own player, without anything of the page.
   */
  async toggleFullscreen(way?: FullScreenWay): Promise<void> {
    await (await this.#bring())?.toggleFullScreen(way);
  }

  /** Shows the picture in a small window of the browser's own, or brings it back; in a tap or a key press. */
  async togglePictureInPicture(): Promise<void> {
    await (await this.#bring())?.toggleWindow();
  }

  #renderPicture(covered: boolean) {
    const poster = this.posterUrl;
    // A contained picture lies on its own poster, out of focus.
    return html`${
        poster && this.#contained
          ? html`<img class="backdrop" src=${poster} alt="" decoding="async" />`
          : nothing
      }
      ${this.stream.video}
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
    const face = this.#face;
    const message: Message = {
      t: key => this.t(key),
      face,
      silenced: this.stream.intent.silenced,
      act: this.#act,
      hear: this.#hear,
    };
    const hear = renderHear(message);
    const covered = face.covered === true || !this.stream.playback?.pictured;
    const steered = !this.withoutControls && !face.screen && this.source !== undefined;
    return html`<div
      part="base"
      class="base ${this.#contained ? 'contain' : ''} ${face.screen ? 'veiled' : ''}"
      data-state=${face.state}
      role="group"
      aria-label=${this.t('player.label')}
      tabindex=${steered ? 0 : nothing}
      @keydown=${this.#onUse}
      @focusin=${this.#onUse}
      @pointerdown=${this.#onUse}
      @pointermove=${this.#onUse}
    >
      <div class="picture" @click=${this.#onUse}>${this.#renderPicture(covered)}</div>
      <div class="over layer ${hear ? 'silent' : ''}"><slot name="layer"></slot></div>
      <div class="over"><slot></slot></div>
      ${renderMessage(message)} ${hear} ${this.#controls?.render(steered)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-live-player': QunLivePlayer;
  }
}
