import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { QunElement } from '../../base/qun-element.js';
import { addPosterWords } from '../../i18n/poster-messages.js';
import type { Environment } from '../../platform/environment.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { tokens } from '../../styles/tokens.css.js';
import { PosterStand } from './poster-stand.js';
import { sharePoster } from './share-poster.css.js';

const drawn = 'M6 3.5h12v17H6zM8.5 6.5h7v5.5h-7zM8.5 15h3.5M8.5 17.5h3.5M14.5 15h1v2.5h-1z';

/**
 * A button that makes a poster of the room: its picture, what is on, when, for how much, and a code that leads here with
 * this viewer's own link. It is drawn on the viewer's device in the room's theme and language, in one of three designs, and
 * can be saved, or sent as a picture; in apps that only save by a long press it is a picture that one can press.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} url - Where the code leads. Default: the room's share link, else the page.
 * @attr {string} share - Whose link the code carries, as `qs` has it: a guide's `-LIN8`, or a share's id. Default: this viewer's own, and the room is told that a poster was made.
 * @attr {string} share-title - The headline. Default: the room's share title, else the page's.
 * @attr {string} share-text - A sentence beside it. Default: the room's share text.
 * @attr {string} picture - The large picture, http(s) only. Default: the room's share picture or poster.
 * @attr {string} product - Id of the product that comes first. Default: what the host shows, then the shelf's first.
 * @attr {'editorial'|'market'|'close-up'} design - How it looks at first: paper, a night market, or one product from near. Default: `close-up` where a `product` is named, else `editorial`.
 * @attr {string} poster-url - A finished poster to show instead, http(s) only.
 * @attr {boolean} compact - The icon alone, for bars.
 * @attr {boolean} over-picture - White on a veil, for use over a video.
 * @attr {boolean} without-button - Nothing to see until it is opened.
 * @attr {boolean} open - The poster is shown.
 *
 * @event {QunMakePosterEvent} qun-make-poster - A poster is about to be drawn: `content`, which a listener may change. It may answer with the address of its own by `respondWith()`, or prevent it and show one itself.
 * @event {QunUploadPosterEvent} qun-upload-poster - In an app that saves by a long press: `blob`, a JPEG. A page that has a place for it answers with its address by `respondWith()`.
 * @event {QunShareOpenedEvent} qun-share-opened - A poster is shown, or the browser's sheet for it is: `via`. Not cancelable; tells nothing about what was sent.
 * @event {QunErrorEvent} qun-error - It could not be drawn; the viewer has been told. Not cancelable.
 *
 * @slot - The words of the button. Default: "Poster".
 *
 * @csspart base - The wrapper of everything.
 * @csspart button - The button.
 * @csspart dialog - The layer over the page.
 * @csspart designs - The designs to choose from.
 * @csspart poster - The poster.
 * @csspart actions - What can be done with it.
 */
export class QunSharePoster extends QunElement {
  static override styles = [tokens, base, button, sharePoster];

  #stand: PosterStand | undefined;

  /** Where the code leads. */
  @property() url?: string;
  /** Whose link the code carries, as `qs` has it. */
  @property() share?: string;
  /** The headline. */
  @property({ attribute: 'share-title' }) shareTitle?: string;
  /** A sentence beside it. */
  @property({ attribute: 'share-text' }) shareText?: string;
  /** The large picture, http(s). */
  @property() picture?: string;
  /** Id of the product that comes first. */
  @property() product?: string;
  /** How it looks at first: `editorial`, `market` or `close-up`. */
  @property() design?: string;
  /** A finished poster to show instead, http(s). */
  @property({ attribute: 'poster-url' }) posterUrl?: string;
  /** The icon alone, for bars. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** White on a veil, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;
  /** Nothing to see until it is opened. */
  @property({ type: Boolean, reflect: true, attribute: 'without-button' }) withoutButton = false;
  /** The poster is shown. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** What the app and the browser can do. Default: asked whenever it is opened. */
  @property({ attribute: false }) environment?: Environment;

  constructor() {
    super();
    addPosterWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stand?.leave();
    this.open = false;
  }

  /** Makes the poster and shows it, as a tap does. */
  show(): void {
    this.open = true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.open) this.#stand ??= new PosterStand(this, this.voice);
    this.#stand?.willUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#stand?.updated();
  }

  /** Fetches what a poster takes and shows nothing yet: for a button of your own, when a tap on it begins. */
  prepare(): void {
    this.#stand ??= new PosterStand(this, this.voice);
    this.#stand.prepare();
    this.requestUpdate();
  }

  readonly #onClick = (): void => this.show();

  protected override render() {
    const label = this.t('poster.label');
    const { compact, withoutButton } = this;
    return html`<div part="base" class="base">
      <button
        type="button"
        part="button"
        class="make ${compact ? 'icon-button' : 'button button--quiet'}"
        aria-label=${compact ? label : nothing}
        aria-haspopup="dialog"
        ?hidden=${withoutButton}
        @pointerdown=${this.prepare}
        @click=${this.#onClick}
      >
        ${icon(drawn, compact ? 24 : 20)}
        <span class="words" ?hidden=${compact}><slot>${label}</slot></span>
      </button>
      ${this.#stand?.render()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-share-poster': QunSharePoster;
  }
}
