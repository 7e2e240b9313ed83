import { Listeners } from '../../../media/listeners.js';
import type { ComfortView } from '../comfort-view.js';
import { aboutShow } from './about.js';

/** How far the system's own buttons jump, s, where it does not say. */
const JUMP_S = 10;
/** A live stream that keeps less cannot be sought in, s. */
const WINDOW_S = 30;
/** A live window moves on, and the system does not know; so often it is told, ms. */
const TELL_EVERY_MS = 5000;

/** Those that play, the newest last. A page has one session, and the last one has it. */
let playing: SystemSession[] = [];
const holder = (): SystemSession | undefined => playing[playing.length - 1];

/** What the system shows of a player and asks of it: lock screen, headphones, media keys. */
export class SystemSession {
  readonly #view: ComfortView;
  readonly #listeners = new Listeners();
  readonly #actions = new Set<MediaSessionAction>();
  #metadata: MediaMetadata | undefined;
  #heard = false;
  #said = '';
  #toldAt = 0;

  constructor(view: ComfortView) {
    this.#view = view;
  }

  update(): void {
    const session = 'mediaSession' in navigator ? navigator.mediaSession : undefined;
    if (!session || typeof MediaMetadata === 'undefined') return;
    const { state, video } = this.#view;
    if (state === 'idle' || state === 'ended' || state === 'error') return this.stop();
    const heard = state === 'playing' && !video.muted;
    const claims = heard ? !this.#heard : state === 'playing' && !playing.includes(this);
    this.#heard = heard;
    if (claims) this.#claim();
    if (holder() === this) this.#hold();
  }

  /** Leaves nothing, and gives the session to the one that had it before. */
  stop(): void {
    this.#heard = false;
    if (!playing.includes(this)) return;
    this.#letGo();
    playing = playing.filter(one => one !== this);
    const before = holder();
    if (before) before.#hold();
  }

  /** One that is heard has it, whoever had it before; one that is not takes it from nobody who is. */
  #claim(): void {
    const before = holder();
    playing = playing.filter(one => one !== this);
    if (before && before.#heard && !this.#heard) playing.unshift(this);
    else playing.push(this);
    if (before && before !== holder()) before.#letGo();
  }

  #hold(): void {
    const session = navigator.mediaSession;
    // A page that names what plays does so for a reason; then its buttons are its own, too.
    if (session.metadata && session.metadata !== this.#metadata) return this.#letGo();
    const about = aboutShow(this.#view);
    const said = JSON.stringify(about);
    if (said !== this.#said || !session.metadata) {
      this.#said = said;
      const artwork = about.artwork.map(src => ({ src }));
      session.metadata = this.#metadata = new MediaMetadata({ ...about, artwork });
    }
    session.playbackState = this.#view.playing ? 'playing' : 'paused';
    this.#act();
    this.#tell(true);
  }

  #act(): void {
    const { play, pause, seek, video } = this.#view;
    this.#on('play', play);
    this.#on('pause', pause);
    const sought = this.#window !== undefined;
    const by = (way: number) => (details: MediaSessionActionDetails) =>
      seek(video.currentTime + way * (details.seekOffset ?? JUMP_S));
    this.#on('seekbackward', sought && by(-1));
    this.#on('seekforward', sought && by(1));
    this.#on(
      'seekto',
      sought && (({ seekTime }) => seekTime !== undefined && seek(seekTime + (this.#window?.start ?? 0))),
    );
    if (this.#actions.has('seekto') && this.#toldAt === 0) {
      this.#listeners.on(video, 'timeupdate', () => this.#tell(false));
      this.#listeners.on(video, 'seeked ratechange', () => this.#tell(true));
    }
  }

  #on(action: MediaSessionAction, handler: MediaSessionActionHandler | false): void {
    if (!handler && !this.#actions.has(action)) return;
    try {
      navigator.mediaSession.setActionHandler(action, handler || null);
      if (handler) this.#actions.add(action);
      else this.#actions.delete(action);
    } catch {
      // An action that this browser does not know.
    }
  }

  /** Where one may go, s of media time; undefined in a plain live stream. */
  get #window() {
    const span = this.#view.playback()?.span;
    if (!span) return undefined;
    return !this.#view.live || span.end - span.start >= WINDOW_S ? span : undefined;
  }

  #tell(now: boolean): void {
    const window = this.#window;
    if (!window || (!now && performance.now() - this.#toldAt < TELL_EVERY_MS)) return;
    this.#toldAt = performance.now();
    const { currentTime, playbackRate } = this.#view.video;
    const duration = window.end - window.start;
    const position = Math.min(Math.max(0, currentTime - window.start), duration);
    try {
      navigator.mediaSession.setPositionState?.({ duration, position, playbackRate: playbackRate || 1 });
    } catch {
      // A length that this browser finds strange.
    }
  }

  #letGo(): void {
    const session = navigator.mediaSession;
    this.#listeners.clear();
    // What the page has named meanwhile is the page's, and so are the buttons.
    if (this.#metadata && session.metadata === this.#metadata) {
      for (const action of [...this.#actions]) this.#on(action, false);
      if (this.#toldAt) session.setPositionState?.();
      session.metadata = null;
      session.playbackState = 'none';
    }
    this.#actions.clear();
    this.#metadata = undefined;
    this.#said = '';
    this.#toldAt = 0;
  }
}
