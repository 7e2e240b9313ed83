import { html, nothing, type ReactiveController } from 'lit';
import { SizeController } from '../../base/size-controller.js';
import type { Speech, Voice } from '../../base/speech.js';
import { QunPlayerViewEvent, type PlayerView } from '../../events/qun-player-view-event.js';
import { addPlayerWords } from '../../i18n/player-messages.js';
import type { Quality } from '../../media/choices.js';
import { Listeners } from '../../media/listeners.js';
import type { RoomState } from '../../protocol/index.js';
import { renderBar, renderSteering, type Bar } from './bar.js';
import { comfortOf } from './comfort-of.js';
import { comfort } from './comfort-part.js';
import type { Comfort } from './comfort.js';
import { ControlsFade } from './controls-fade.js';
import { bar } from './controls.css.js';
import type { Face } from './face.js';
import { FullScreen, type FullScreenWay } from './full-screen.js';
import { keyWish, type KeyWish } from './keys.js';
import type { QunLivePlayer } from './live-player.js';
import { OtherScreens } from './other-screens.js';
import type { PlayerStream } from './player-stream.js';
import { reachOf, stepTo } from './reach.js';
import { RoomPlayhead } from './room-playhead.js';
import { saving } from './saving.js';
import type { Choices } from './settings-lines.js';
import { settings } from './settings-part.js';
import type { Settings } from './settings.js';
import { Timeline, type Chapter } from './timeline.js';

/** What a player lets its controls see and do, beside what every page may. */
export interface Inside {
  readonly host: QunLivePlayer;
  readonly stream: PlayerStream;
  readonly voice: Voice;
  face(): Face;
  /** More is to come, rather than a recording. */
  live(): boolean;
  /** Address of the picture shown before the first frame. */
  poster(): string | undefined;
  room(): RoomState | undefined;
  /** The one thing to do, in a tap. */
  act(): void;
}

/** From this width on, px, everything has a button of its own. */
const ROOMY_PX = 480;
/** Below it, px, there is no room for figures that can be had elsewhere. */
const TIGHT_PX = 360;

/** All by which one `qun-live-player` is steered, from its first picture on. */
export class PlayerControls implements ReactiveController {
  static readonly styles = [bar];

  readonly #inside: Inside;
  readonly #fade: ControlsFade;
  readonly #size: SizeController;
  readonly #timeline: Timeline;
  readonly #fullScreen: FullScreen;
  readonly #screens: OtherScreens;
  readonly #playhead: RoomPlayhead;
  readonly #listeners = new Listeners();
  #settings: Settings | undefined;
  #comfort: Comfort | undefined;
  #touched = false;
  #caption: string | undefined;
  /** The view that was told of last; at first, none of them. */
  #told = 'false,false,false,false';

  constructor(inside: Inside) {
    addPlayerWords();
    this.#inside = inside;
    const { host, stream, voice } = inside;
    const changed = () => host.requestUpdate();
    this.#timeline = new Timeline(time => host.seek(time), changed);
    this.#fullScreen = new FullScreen(host, stream.video, voice, changed);
    this.#screens = new OtherScreens(stream.video, changed);
    this.#fade = new ControlsFade(host);
    this.#size = new SizeController(host);
    this.#playhead = new RoomPlayhead(inside);
    host.addController(this);
    changed();
  }

  hostConnected(): void {
    const { host, stream } = this.#inside;
    this.#fullScreen.begin();
    this.#screens.begin();
    this.#listeners.on(stream.video, 'timeupdate', () => {
      const seen = host.withoutControls ? this.#settings?.isOpen : this.#fade.awake;
      if (seen && this.#reach) host.requestUpdate();
    });
    this.#listeners.on(host.shadowRoot!, 'dblclick', ({ target }) => {
      const onPicture = (target as Element).closest('.picture') !== null;
      if (onPicture && !this.#touched && !host.withoutControls) this.wish('fullScreen');
    });
  }

  hostDisconnected(): void {
    this.#settings?.close(false);
    this.#comfort?.stop();
    this.#listeners.clear();
    this.#screens.end();
    this.#fullScreen.end();
  }

  /** What somebody does at the player, whose keys and clicks first meet `target`. */
  use(event: Event, target: HTMLElement): void {
    if (event.type === 'pointerdown' || event.type === 'focusin') void settings.come();
    if (event.type === 'keydown') this.#onKey(event as KeyboardEvent, target);
    else if (event.type === 'click') this.#onPicture();
    else if (event.type === 'pointerdown') this.#touched = (event as PointerEvent).pointerType !== 'mouse';
    else if (event.type === 'focusin' || (event as PointerEvent).pointerType === 'mouse') this.#fade.stir();
  }

  /** A mouse plays and pauses; a finger asks for the controls. */
  #onPicture(): void {
    const { host, face } = this.#inside;
    if (host.withoutControls || this.#comfort?.mini) return;
    if (this.#touched) this.#fade.toggle();
    else if (!face().screen) this.wish('toggle');
  }

  #onKey(event: KeyboardEvent, target: HTMLElement): void {
    const { host } = this.#inside;
    // What stands in the slot has keys of its own.
    if (target.getRootNode() !== host.renderRoot || host.withoutControls) return;
    const wish = keyWish(event, target);
    if (!wish || !this.wish(wish)) return;
    event.preventDefault();
    this.#fade.stir();
  }

  /** Does what a key or a button asks for. False: there is nothing of the kind here. */
  readonly wish = (wish: KeyWish): boolean => {
    const { host, stream, act } = this.#inside;
    const { video, intent } = stream;
    switch (wish) {
      case 'toggle':
        if (intent.wanted && !intent.blocked) host.pause();
        else act();
        return true;
      case 'sound':
        if (video.muted) intent.unmute();
        else intent.mute();
        return true;
      case 'louder':
      case 'softer':
        this.#setVolume(
          Math.min(1, Math.max(0, (video.muted ? 0 : video.volume) + (wish === 'louder' ? 0.1 : -0.1))),
        );
        return true;
      case 'live':
        host.seekToLive();
        return true;
      case 'captions':
        return this.#toggleCaptions();
      case 'fullScreen':
        void this.toggleFullScreen();
        return true;
      case 'pictureInPicture':
        if (!this.#screens.hasWindow) return false;
        void this.#screens.toggleWindow();
        return true;
      default: {
        const reach = this.#reach;
        if (!reach) return false;
        host.seek(stepTo(wish, reach));
        return true;
      }
    }
  };

  toggleFullScreen(way?: FullScreenWay): Promise<void> {
    return this.#fullScreen.toggle(this.#inside.host, way);
  }

  toggleWindow(): Promise<void> {
    return this.#screens.toggleWindow();
  }

  async openSettings(): Promise<void> {
    const Panel = settings.here ?? (await settings.come());
    const { host } = this.#inside;
    if (!host.isConnected) return;
    this.#settings ??= new Panel(host, () => host.requestUpdate());
    this.#settings.open();
  }

  #toggleCaptions(): boolean {
    const { host } = this.#inside;
    const { captions, caption } = host;
    if (captions.length === 0) return false;
    this.#caption = caption ?? this.#caption;
    const own = captions.find(one => one.language.split('-')[0] === this.#spoken.language.split('-')[0]);
    host.caption = caption === undefined ? (this.#caption ?? own?.id ?? captions[0]!.id) : undefined;
    return true;
  }

  readonly #setVolume = (volume: number): void => {
    const { video, intent } = this.#inside.stream;
    if (volume > 0 && video.muted) intent.unmute();
    video.volume = volume;
  };

  /** To be called after every rendering. */
  updated(): void {
    const { host, face } = this.#inside;
    this.#timeline.place(host.shadowRoot!.querySelector('.timeline'), this.#reach, this.#chapters);
    this.#settings?.updated();
    if (!this.#comfort && face().state === 'playing') void this.#bringComfort();
    if (host.isConnected) this.#comfort?.update();
    const view: PlayerView = {
      fullScreen: this.#fullScreen.on,
      pictureInPicture: this.#screens.inWindow,
      settings: this.#settings?.isOpen === true,
      statistics: this.#comfort?.statistics === true,
    };
    const told = Object.values(view).join();
    if (told === this.#told) return;
    this.#told = told;
    host.dispatchEvent(new QunPlayerViewEvent(view));
  }

  async #bringComfort(): Promise<Comfort | undefined> {
    const Comforts = comfort.here ?? (await comfort.come());
    const { host } = this.#inside;
    if (!host.isConnected) return undefined;
    return (this.#comfort ??= new Comforts(comfortOf(this.#inside, wish => void this.wish(wish))));
  }

  get #chapters(): readonly Chapter[] {
    return this.#inside.host.chapters ?? this.#playhead.chapters;
  }

  get #reach() {
    return reachOf(this.#inside.stream.playback, this.#inside.live());
  }

  get #spoken(): Speech {
    const { language, t, words } = this.#inside.voice;
    return { language: language(), t, words };
  }

  get #roomy(): boolean {
    return this.#size.width >= ROOMY_PX;
  }

  /** What is shown now; its size as the picture has it, where the stream does not say. */
  get #playing(): Quality | undefined {
    const { video, playback } = this.#inside.stream;
    const quality = playback?.playingQuality;
    return quality && { ...quality, width: video.videoWidth, height: video.videoHeight };
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
      reach: this.#reach,
      timeline: this.#timeline,
      chapters: this.#chapters,
      captioned: host.captions.length > 0 ? host.caption !== undefined : undefined,
      roomy: this.#roomy,
      tight: this.#size.width < TIGHT_PX,
      settingsOpen: this.#settings?.isOpen === true,
      inWindow: this.#screens.hasWindow ? this.#screens.inWindow : undefined,
      hasTargets: this.#screens.hasTargets,
      fullScreen: this.#fullScreen.on,
      setVolume: this.#setVolume,
      wish: wish => void this.wish(wish),
      openSettings: () => void this.openSettings(),
      pickTarget: () => this.#screens.pickTarget(),
    };
  }

  get #choices(): Omit<Choices, 'open' | 'close'> {
    const { host, stream, live } = this.#inside;
    // What the bar has no room for, or is not there to hold.
    const here = host.withoutControls || !this.#roomy;
    return {
      ...this.#spoken,
      host,
      playing: this.#playing,
      live: live(),
      rate: stream.video.playbackRate,
      reach: this.#reach,
      chapters: this.#chapters,
      inWindow: here && this.#screens.hasWindow ? this.#screens.inWindow : undefined,
      hasTargets: here && this.#screens.hasTargets,
      fullScreen: host.withoutControls ? this.#fullScreen.on : undefined,
      setRate: rate => {
        // The default as well, or a stream that begins anew would forget it.
        stream.video.defaultPlaybackRate = stream.video.playbackRate = rate;
        host.requestUpdate();
      },
      saveData: save => (saving.chosen = host.saveData = save),
      toggleWindow: () => void this.toggleWindow(),
      toggleFullScreen: () => void this.toggleFullScreen(),
      pickTarget: () => this.#screens.pickTarget(),
      openStatistics: () => void this.#bringComfort().then(here => here?.openStats()),
    };
  }

  /** Above all else of the player; `steered`: the bar has its place. */
  render(steered: boolean) {
    const { action, state } = this.#inside.face();
    const open = this.#settings?.isOpen === true;
    const still = open || action !== undefined || state === 'idle' || state === 'loading';
    const { withoutControls } = this.#inside.host;
    const skipped = this.#inside.stream.playback?.skipped;
    const jump = skipped && (skipped === 'edge' ? 'player.skippedEdge' : 'player.skippedOldest');
    // Always there, to be heard when it has something to say.
    return html`<div class="note-place" role="status">
        ${jump ? html`<span part="note" class="note">${this.#spoken.t(jump)}</span>` : nothing}
      </div>
      ${steered ? renderBar(this.#bar, still || this.#fade.awake) : nothing}
      ${
        open
          ? this.#settings!.render(
              this.#choices,
              withoutControls || !this.#roomy,
              withoutControls ? renderSteering(this.#bar) : nothing,
            )
          : nothing
      }`;
  }
}
