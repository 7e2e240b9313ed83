import { css } from 'lit';
import type { Voice } from '../../base/speech.js';
import { QunFullScreenEvent } from '../../events/qun-full-screen-event.js';
import { Listeners } from '../../media/listeners.js';
import { addStyles } from '../../styles/add-styles.js';

/** `page`: fills the window without leaving the page. `video`: Apple's own player, without anything of ours. */
export type FullScreenWay = 'page' | 'video';

/** What browsers have under older names. */
interface Elder extends HTMLElement {
  webkitRequestFullscreen?(): void;
}
interface ElderRoot extends DocumentOrShadowRoot {
  webkitFullscreenElement?: Element | null;
  webkitExitFullscreen?(): void;
}
interface ElderVideo extends HTMLVideoElement {
  webkitEnterFullscreen?(): void;
}

/** Beats what a page says of its element, and what browsers say of a popover. */
const filling = css`
  :host([data-qun-filling]) {
    position: fixed !important;
    top: 0 !important;
    right: auto !important;
    bottom: auto !important;
    left: 0 !important;
    z-index: 2147483647 !important;
    width: 100% !important;
    max-width: none !important;
    height: 100% !important;
    max-height: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    border-radius: 0 !important;
    transform: none !important;
  }
  :host(:fullscreen) {
    border-radius: 0 !important;
  }
`;

const styled = new WeakSet<ShadowRoot>();

/** Fills the screen where the browser lets an element do so, and the window where it does not or the app takes the picture out of its page. */
export class FullScreen {
  readonly #voice: Voice;
  readonly #video: ElderVideo;
  readonly #changed: () => void;
  readonly #listeners = new Listeners();
  /** What fills, or did last. */
  #element: Elder;
  #back: (() => void) | undefined;
  #on = false;

  constructor(host: HTMLElement, video: HTMLVideoElement, voice: Voice, changed: () => void) {
    this.#element = host;
    this.#video = video;
    this.#voice = voice;
    this.#changed = changed;
  }

  begin(): void {
    this.#listeners.on(document, 'fullscreenchange webkitfullscreenchange', this.#look);
    this.#listeners.on(document, 'keydown', event => {
      if (this.#back && (event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented) this.#unfill();
    });
  }

  end(): void {
    this.#listeners.clear();
    this.#unfill();
    this.#on = false;
  }

  get on(): boolean {
    return this.#on;
  }

  /** To be called in a tap or a key press. `way` is a page's wish; the viewer's own gets the best there is. */
  async toggle(host: HTMLElement, way?: FullScreenWay): Promise<void> {
    if (this.#on) return this.#leave();
    const event = new QunFullScreenEvent(host);
    if (!this.#voice.ask(event)) return;
    const element: Elder = (this.#element = event.element);
    const root = element.shadowRoot ?? host.shadowRoot!;
    if (!styled.has(root)) addStyles(root, [filling]);
    styled.add(root);
    if (way === 'video' && this.#video.webkitEnterFullscreen) return this.#video.webkitEnterFullscreen();
    if (way !== 'page' && (await this.#request(element))) return this.#turn();
    this.#fill(element);
  }

  /** True: the browser has taken it. */
  async #request(element: Elder): Promise<boolean> {
    // WeChat and WeCom know full screen only as a film of their own, above everything of the page.
    if (/MicroMessenger/i.test(navigator.userAgent)) return false;
    try {
      if (element.requestFullscreen) await element.requestFullscreen();
      else if (element.webkitRequestFullscreen) element.webkitRequestFullscreen();
      else return false;
      return true;
    } catch {
      return false; // a frame without permission, or a call without a tap
    }
  }

  #leave(): void {
    if (this.#back) return this.#unfill();
    const { exitFullscreen, webkitExitFullscreen } = document as Document & ElderRoot;
    void (exitFullscreen ?? webkitExitFullscreen)?.call(document)?.catch(this.#look);
  }

  /** A landscape picture on its side, where the device turns for a page. */
  #turn(): void {
    const { videoWidth, videoHeight } = this.#video;
    const { orientation } = screen as { orientation?: { lock?(way: string): Promise<void> } };
    // Refused by most; then the viewer turns it.
    if (videoWidth > videoHeight) orientation?.lock?.('landscape').catch(() => undefined);
  }

  #fill(element: Elder): void {
    const [x, y] = [scrollX, scrollY];
    element.setAttribute('data-qun-filling', '');
    const raised = typeof element.showPopover === 'function' && !element.hasAttribute('popover');
    if (raised) {
      element.setAttribute('popover', 'manual');
      element.showPopover();
    }
    this.#back = () => {
      if (raised) element.removeAttribute('popover');
      element.removeAttribute('data-qun-filling');
      // Without the element in its place the page may have been too short to stay where it was.
      scrollTo(x, y);
    };
    this.#look();
  }

  #unfill(): void {
    const back = this.#back;
    this.#back = undefined;
    back?.();
    if (back) this.#look();
  }

  readonly #look = (): void => {
    const on = this.#back !== undefined || isFull(this.#element);
    if (on === this.#on) return;
    this.#on = on;
    this.#changed();
  };
}

/** What the browser names is the outermost host of what fills the screen, seen from where it is asked. */
function isFull(element: Element): boolean {
  for (let one = element; ;) {
    const root = one.getRootNode() as (Document | ShadowRoot) & ElderRoot;
    if ((root.fullscreenElement ?? root.webkitFullscreenElement) === one) return true;
    if (!(root instanceof ShadowRoot)) return false;
    one = root.host;
  }
}
