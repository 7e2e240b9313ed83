import { render } from 'lit';
import { addComfortWords } from '../../../i18n/comfort-messages.js';
import { Listeners } from '../../../media/listeners.js';
import { addStyles } from '../../../styles/add-styles.js';
import type { ComfortView } from '../comfort-view.js';
import { raiseAbovePage } from './above-page.js';
import { cornerByKey, restingCorner, type Corner, type Point } from './corner.js';
import { Drag } from './drag.js';
import { renderFace } from './face.js';
import { watchInView } from './in-view.js';
import { miniStyle } from './mini.css.js';
import { makePlace } from './place.js';

/** Less of it is seen: it goes; more: it comes back. Between the two it stays where it is. */
const GONE = 0.2;
const BACK = 0.4;

/** With these there is a picture to look at, or one that comes back by itself. */
const LIVELY = ['playing', 'buffering', 'reconnecting'];
const LINGERING = [...LIVELY, 'paused', 'waiting', 'loading', 'blocked'];

/** The one that is out: two would lie on each other. */
let out: MiniPlayer | undefined;

const styled = new WeakSet<Node>();

/**
 * Keeps a picture that plays in sight: scrolled away it goes to a corner of the screen, the very same video, and comes
 * back when its place does.
 */
export class MiniPlayer {
  readonly #view: ComfortView;
  readonly #box: HTMLElement;
  readonly #face = document.createElement('div');
  readonly #listeners = new Listeners();
  #stopWatching: (() => void) | undefined;
  #part = 1;
  /** It has been seen playing in its place. */
  #seen = false;
  #closed = false;
  #corner: Corner;
  #goBack: (() => void) | undefined;
  #drag: Drag | undefined;

  constructor(view: ComfortView) {
    this.#view = view;
    this.#box = view.host.renderRoot.querySelector<HTMLElement>('.picture')!;
    this.#face.className = 'mini-face';
    addComfortWords();
    if (!styled.has(this.#root)) addStyles(this.#root, [miniStyle]);
    styled.add(this.#root);
    const side = getComputedStyle(view.host).direction === 'rtl' ? 'left' : 'right';
    this.#corner = { edge: 'bottom', side };
  }

  /** The picture is in a corner. */
  get out(): boolean {
    return this.#goBack !== undefined;
  }

  update(): void {
    const { mini, host, video } = this.#view;
    if (!mini) return this.stop();
    if (!this.#stopWatching) {
      this.#stopWatching = watchInView(host, part => {
        this.#part = part;
        this.#decide();
      });
      const changes = 'enterpictureinpicture leavepictureinpicture webkitpresentationmodechanged';
      this.#listeners.on(video, changes, () => this.#decide());
      this.#listeners.on(video, 'resize', () => this.#fit());
    }
    this.#decide();
    if (this.out) this.#show();
  }

  /** Back in its place for good. Leaves nothing. */
  stop(): void {
    this.#home();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#listeners.clear();
    this.#part = 1;
    this.#seen = this.#closed = false;
  }

  #decide(): void {
    const { state, video } = this.#view;
    if (this.out) {
      if (this.#part > BACK || !LINGERING.includes(state) || elsewhere(video)) this.#home();
      return;
    }
    if (this.#part > BACK) {
      if (this.#closed) this.#reopen();
      this.#seen ||= LIVELY.includes(state);
    } else if (this.#part < GONE && this.#seen && !this.#closed && LIVELY.includes(state)) {
      if (!elsewhere(video)) this.#away();
    }
  }

  #away(): void {
    const place = makePlace(this.#view);
    this.#fit();
    this.#show();
    const back = raiseAbovePage(this.#box, on => {
      if (on) {
        this.#box.before(place);
        this.#box.append(this.#face);
        this.#settle();
      } else {
        place.remove();
        this.#face.remove();
        this.#box.removeAttribute('data-mini');
      }
    });
    // No corner to be had on this page: it is not tried again until it has been seen anew.
    if (!back) return void (this.#seen = false);
    out?.dismiss();
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    out = this;
    this.#goBack = back;
    const handle = this.#face.querySelector<HTMLElement>('.mini-back')!;
    this.#drag = new Drag(handle, { moved: by => this.#shift(by), dropped: speed => this.#throw(speed) });
  }

  /** Another one takes its corner. */
  dismiss(): void {
    this.#seen = false;
    this.#home();
  }

  #home(): void {
    if (!this.#goBack) return;
    const held = this.#face.contains(this.#root.activeElement);
    this.#drag?.stop();
    this.#drag = undefined;
    this.#goBack();
    this.#goBack = undefined;
    this.#shift();
    if (out === this) out = undefined;
    // Whoever was at its buttons goes on from where it now is.
    if (held) this.#root.querySelector<HTMLElement>('.base')?.focus({ preventScroll: true });
  }

  #close(): void {
    this.#closed = this.#view.playing;
    this.#seen = false;
    this.#home();
    this.#view.pause();
  }

  /** What was closed while it played plays on where it is looked at again. */
  #reopen(): void {
    const { state, live } = this.#view;
    this.#closed = false;
    if (state !== 'paused') return;
    if (live) this.#view.playback()?.seekToLive();
    this.#view.play();
  }

  #return(): void {
    const { host } = this.#view;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#root.querySelector<HTMLElement>('.base')?.focus({ preventScroll: true });
    host.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }

  get #root(): ShadowRoot {
    return this.#view.host.renderRoot as ShadowRoot;
  }

  #show(): void {
    const { voice, state, said, playing, video, toggle, toggleSound } = this.#view;
    const acts = {
      back: () => !this.#drag?.dragged && this.#return(),
      close: () => this.#close(),
      toggle,
      toggleSound,
      key: (event: KeyboardEvent) => this.#onKey(event),
    };
    render(renderFace({ t: voice.t, state, said, playing, muted: video.muted }, acts), this.#face);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const corner = cornerByKey(event.key, this.#corner);
    if (!corner && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (corner) this.#glide(corner);
    else this.#close();
  };

  /** As wide as its picture is, rather than as its place in the page. */
  #fit(): void {
    const { videoWidth, videoHeight } = this.#view.video;
    if (videoHeight) this.#box.style.setProperty('--_mini-aspect', String(videoWidth / videoHeight));
    this.#box.toggleAttribute('data-wide', videoWidth > videoHeight);
  }

  #settle(): void {
    this.#box.setAttribute('data-mini', `${this.#corner.edge} ${this.#corner.side}`);
  }

  #shift(by?: Point): void {
    const { style } = this.#box;
    if (by) style.setProperty('transform', `translate(${by.x}px, ${by.y}px)`);
    else style.removeProperty('transform');
    this.#box.toggleAttribute('data-held', by !== undefined);
  }

  #throw(speed: Point): void {
    const { left, top, width, height } = this.#box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const center = { x: left + width / 2, y: top + height / 2 };
    this.#glide(restingCorner(center, speed, { width: clientWidth, height: clientHeight }));
  }

  /** From where it is to `corner`, in one motion. */
  #glide(corner: Corner): void {
    const from = this.#box.getBoundingClientRect();
    this.#corner = corner;
    this.#shift();
    this.#settle();
    const to = this.#box.getBoundingClientRect();
    this.#shift({ x: from.left - to.left, y: from.top - to.top });
    // Read, so that the browser knows where the motion begins.
    void this.#box.offsetWidth;
    this.#shift();
  }
}

/** The picture is shown somewhere else: in a window of the system's own, or on another screen. */
function elsewhere(video: HTMLVideoElement & { webkitPresentationMode?: string }): boolean {
  const floats = 'pictureInPictureElement' in document && document.pictureInPictureElement !== null;
  const mode = video.webkitPresentationMode;
  return floats || (mode !== undefined && mode !== 'inline');
}
