import { Listeners } from '../../media/listeners.js';

/** What Apple's browsers have besides the standard. */
interface AppleVideo extends HTMLVideoElement {
  webkitSupportsPresentationMode?(mode: string): boolean;
  webkitSetPresentationMode?(mode: string): void;
  webkitPresentationMode?: string;
  webkitShowPlaybackTargetPicker?(): void;
}

const IN = 'picture-in-picture';

/** Where else a picture can be seen: in a small window of the browser's own, or on a screen in the room. */
export class OtherScreens {
  readonly #video: AppleVideo;
  readonly #changed: () => void;
  readonly #listeners = new Listeners();
  #targets = false;

  constructor(video: HTMLVideoElement, changed: () => void) {
    this.#video = video;
    this.#changed = changed;
  }

  begin(): void {
    const on = this.#listeners.on.bind(this.#listeners, this.#video);
    on('enterpictureinpicture leavepictureinpicture webkitpresentationmodechanged', this.#changed);
    on('webkitplaybacktargetavailabilitychanged', event => {
      this.#targets = (event as Event & { availability?: string }).availability === 'available';
      this.#changed();
    });
  }

  end(): void {
    this.#listeners.clear();
  }

  /** The browser has a small window for it. */
  get hasWindow(): boolean {
    const video = this.#video;
    return (document.pictureInPictureEnabled && 'requestPictureInPicture' in video) || this.#appleWindow;
  }

  get inWindow(): boolean {
    const video = this.#video;
    // The document itself would name only the host.
    const root = video.getRootNode() as Document | ShadowRoot;
    return root.pictureInPictureElement === video || video.webkitPresentationMode === IN;
  }

  /** There is a screen to send it to. */
  get hasTargets(): boolean {
    return this.#targets && this.#video.webkitShowPlaybackTargetPicker !== undefined;
  }

  /** To be called in a tap or a key press. */
  async toggleWindow(): Promise<void> {
    const video = this.#video;
    try {
      if (this.#appleWindow) video.webkitSetPresentationMode!(this.inWindow ? 'inline' : IN);
      else if (this.inWindow) await document.exitPictureInPicture();
      else await video.requestPictureInPicture();
    } catch {
      this.#changed(); // refused, or without a picture yet
    }
  }

  pickTarget(): void {
    this.#video.webkitShowPlaybackTargetPicker?.();
  }

  get #appleWindow(): boolean {
    return this.#video.webkitSupportsPresentationMode?.(IN) === true;
  }
}
