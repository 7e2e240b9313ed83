import { html, type TemplateResult } from 'lit';
import { openModal } from '../../base/modal.js';
import type { Voice } from '../../base/speech.js';
import { warnOfShareWords } from '../../base/warn-of-share-words.js';
import { safeUrl } from '../../core/link.js';
import { QunMakePosterEvent } from '../../events/qun-make-poster-event.js';
import { QunShareOpenedEvent } from '../../events/qun-share-opened-event.js';
import { QunUploadPosterEvent } from '../../events/qun-upload-poster-event.js';
import { pageEnvironment } from '../../platform/environment.js';
import { shareByWeb } from '../../platform/share-by-web.js';
import { whichApp } from '../../platform/which-app.js';
import { within } from '../../platform/within.js';
import { Pictures } from '../../poster/pictures.js';
import { posterWords, type PosterContent } from '../../poster/poster-content.js';
import { DESIGNS, type Design } from '../../poster/designs.js';
import { QunError } from '../../protocol/index.js';
import { addStyles } from '../../styles/add-styles.js';
import { dialogStyle } from '../../styles/dialog.css.js';
import { drawing } from './drawing-part.js';
import { posterContent, posterPictures } from './poster-of-room.js';
import { posterLink } from './poster-link.js';
import { posterLayer } from './poster-stand.css.js';
import { renderActions, renderHead } from './render-stand.js';
import type { QunSharePoster } from './share-poster.js';

/** Longer than this nobody waits for a page that stores the picture, ms. */
const UPLOAD_MS = 8000;

/** A touch that has led to nothing for this long was no tap, ms: prices may have changed since. */
const TAP_MS = 2000;

/** A few frames of a slow phone, ms. */
const FRAMES_MS = 200;

/** Resolves when what has been rendered stands on the screen. A page in the background paints nothing, and goes on. */
const painted = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAMES_MS);
  });

/** A poster as it is shown. */
export interface Shown {
  /** Undefined while it is being packed: the drawing is seen until then. */
  readonly src?: string;
  /** What it says, for those who cannot see it. */
  readonly words: string;
  /** As a file to send; undefined where it is a picture of the page's. */
  readonly file?: File;
  /** To be shown itself before there is a picture of it, and where the page's policy lets none through. */
  readonly canvas?: HTMLCanvasElement;
}

/** What becomes of one `qun-share-poster`, from its first opening on. */
export class PosterStand {
  readonly #host: QunSharePoster;
  readonly #root: ShadowRoot;
  readonly #voice: Voice;
  #run = 0;
  /** What the button's touch has brought on its way. */
  #ahead: { at: number; of: string; pictures: Pictures; content: Omit<PosterContent, 'code'> } | undefined;
  /** What the poster on its way, or shown, was made of. */
  #made = '';
  #told = false;
  #refused = false;
  #chosen: Design | undefined;
  #shut: (() => void) | undefined;

  shown: Shown | undefined;
  failed = false;

  constructor(host: QunSharePoster, voice: Voice) {
    this.#host = host;
    this.#root = host.shadowRoot!;
    this.#voice = voice;
    addStyles(this.#root, [dialogStyle, posterLayer]);
  }

  get design(): Design {
    const { design, product } = this.#host;
    const named = DESIGNS.find(name => name === design);
    return this.#chosen ?? named ?? (product ? 'close-up' : 'editorial');
  }

  /** The app around the page saves pictures by a long press, and does not let a page do it. */
  get inApp(): boolean {
    return whichApp(this.#environment) !== 'browser';
  }

  get canSend(): boolean {
    const { share, canShare } = this.#environment;
    const { file } = this.shown ?? {};
    if (!file || !share || !canShare || this.inApp) return false;
    try {
      return canShare({ files: [file] });
    } catch {
      return false;
    }
  }

  get #environment() {
    return this.#host.environment ?? pageEnvironment();
  }

  /** The host has left the page. */
  leave(): void {
    this.#ahead = undefined;
    this.#forget();
    this.#closeLayer();
  }

  /** A tap has begun: what takes longest is asked for while the finger is down. */
  prepare(): void {
    if (this.#host.open) return;
    void drawing.come();
    // Pictures first: they take longest.
    const pictures = this.#pictures();
    this.#ahead = { at: performance.now(), of: this.#wanted, pictures, content: this.#content() };
  }

  /** What a poster of this moment is made of, but for the room. */
  get #wanted(): string {
    return `${this.design} ${this.#voice.language()}`;
  }

  /** What the tap that opens the layer has begun; once. */
  #begun() {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead?.of === this.#made && performance.now() - ahead.at < TAP_MS ? ahead : undefined;
  }

  #content(): Omit<PosterContent, 'code'> {
    const { t, words } = this.#voice;
    return posterContent(this.#host, { t, words, language: this.#voice.language() });
  }

  #pictures(): Pictures {
    const pictures = new Pictures();
    const urls = this.#host.posterUrl ? [] : posterPictures(this.#host, this.design);
    for (const url of urls) void pictures.of(url);
    return pictures;
  }

  /** To be called before every rendering: what takes longest is on its way while the layer opens. */
  willUpdate(): void {
    if (!this.#host.open) return this.#forget();
    if (this.#wanted !== this.#made) void this.#make(this.#wanted);
  }

  /** To be called after every rendering. */
  updated(): void {
    if (!this.#host.open) this.#closeLayer();
    else if (!this.#shut) this.#openLayer();
  }

  #openLayer(): void {
    const dialog = this.#root.querySelector('dialog');
    if (!dialog) return;
    this.#shut = openModal(dialog, dialog.querySelector<HTMLElement>('.close')!, this.close);
  }

  #closeLayer(): void {
    this.#shut?.();
    this.#shut = undefined;
  }

  #forget(): void {
    // Another opening is another wish: what is on may have changed.
    this.#run += 1;
    this.#made = '';
    this.#told = this.#refused = this.failed = false;
    this.shown = undefined;
  }

  readonly close = (): void => {
    this.#host.open = false;
  };

  readonly choose = (design: Design): void => {
    this.#chosen = design;
    this.#host.requestUpdate();
  };

  readonly again = (): void => {
    this.#made = '';
    this.#host.requestUpdate();
  };

  async #make(wanted: string): Promise<void> {
    const run = (this.#run += 1);
    this.#made = wanted;
    this.failed = false;
    let shown: Shown | undefined;
    try {
      shown = await this.#poster(() => run === this.#run);
    } catch (error) {
      if (run === this.#run) this.#voice.report(QunError.from(error, 'internal'));
    }
    if (run !== this.#run) return;
    this.failed = shown === undefined;
    this.#show(shown);
  }

  #show(shown: Shown | undefined): void {
    this.shown = shown;
    if (shown && !this.#told) {
      this.#told = true;
      this.#host.dispatchEvent(new QunShareOpenedEvent('poster'));
    }
    this.#host.requestUpdate();
  }

  /** Resolves to nothing once `wanted()` says that nobody waits for it any more. */
  async #poster(wanted: () => boolean): Promise<Shown | undefined> {
    const ahead = this.#begun();
    void drawing.come();
    // They come while the link is made, the layer painted and the words are found.
    const pictures = ahead?.pictures ?? this.#pictures();
    const link = posterLink(this.#host, !this.#told);
    await painted();
    if (!wanted()) return undefined;
    const content = ahead?.content ?? this.#content();
    const code = { url: await link, hint: this.#voice.t('poster.hint') };
    if (!wanted()) return undefined;
    const event = new QunMakePosterEvent({ ...content, code });
    const own = !this.#voice.ask(event);
    if (own && !event.answer) {
      this.close();
      return undefined;
    }
    const said = posterWords(event.content);
    const address = safeUrl(this.#host.posterUrl ?? (await this.#answered(event.answer)), document.baseURI);
    if (address) return { src: address, words: said };
    return this.#draw(event.content, pictures, said, wanted);
  }

  async #draw(
    content: PosterContent,
    pictures: Pictures,
    words: string,
    wanted: () => boolean,
  ): Promise<Shown | undefined> {
    const { makePoster, readLook, dataUrl } = drawing.here ?? (await drawing.come());
    if (!wanted()) return undefined;
    const probe = this.#root.querySelector<HTMLElement>('.probe')!;
    const { blob, canvas } = await makePoster(content, {
      design: this.design,
      look: readLook(probe, content.lang),
      pictures,
      rtl: getComputedStyle(probe).direction === 'rtl',
      drawn: async canvas => {
        if (!wanted()) return;
        this.#show({ words, canvas });
        // Packing keeps the page from it.
        await painted();
      },
    });
    if (!wanted()) return undefined;
    void warnOfShareWords([content.title, content.text]);
    const stored = this.inApp ? await this.#upload(blob) : undefined;
    const file = new File([blob], 'poster.jpg', { type: blob.type });
    return { src: stored ?? (await dataUrl(blob)), words, file, canvas };
  }

  async #upload(blob: Blob): Promise<string | undefined> {
    const event = new QunUploadPosterEvent(blob);
    this.#voice.ask(event);
    return safeUrl(await this.#answered(event.answer), document.baseURI);
  }

  #answered(answer: Promise<string> | undefined): Promise<string | undefined> {
    return within<string | undefined>(UPLOAD_MS, async () => answer, undefined);
  }

  /** Call it in a tap: browsers demand one. */
  readonly send = async (): Promise<void> => {
    const { file } = this.shown ?? {};
    if (!file) return;
    const outcome = await shareByWeb({ files: [file] }, this.#environment);
    if (outcome === 'opened') this.#host.dispatchEvent(new QunShareOpenedEvent('web-share'));
  };

  /** The page's policy does not let the picture through: the drawing itself can still be looked at. */
  readonly #onRefused = (): void => {
    this.#refused = true;
    if (!this.shown?.canvas) this.failed = true;
    this.#host.requestUpdate();
  };

  #renderPoster(): TemplateResult | HTMLElement {
    const { shown } = this;
    const { t } = this.#voice;
    if (this.failed)
      return html`<div class="poster blank">
        <p>${t('poster.failed')}</p>
        <button type="button" class="button button--quiet" @click=${this.again}>${t('poster.again')}</button>
      </div>`;
    if (!shown) return html`<div class="poster blank" aria-hidden="true"><p>${t('poster.drawing')}</p></div>`;
    if (shown.src && !this.#refused)
      return html`<img
        part="poster"
        class="poster"
        src=${shown.src}
        alt=${shown.words}
        @error=${this.#onRefused}
      />`;
    const canvas = shown.canvas!;
    canvas.className = 'poster';
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', shown.words);
    return canvas;
  }

  render(): TemplateResult {
    const { t } = this.#voice;
    const { open } = this.#host;
    const said = !open || this.failed ? '' : t(this.shown ? 'poster.ready' : 'poster.drawing');
    return html`<dialog part="dialog" role="dialog" aria-modal="true" aria-label=${t('poster.title')}>
        ${renderHead(this, t)}
        <div class="stage" aria-busy=${!this.shown && !this.failed}>${this.#renderPoster()}</div>
        <p class="visually-hidden" role="status">${said}</p>
        ${renderActions(this, t)}
      </dialog>
      <i class="probe" hidden></i>`;
  }
}
