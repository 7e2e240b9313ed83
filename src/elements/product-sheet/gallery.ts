import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Voice } from '../../base/speech.js';
import type { Product } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { right } from '../../styles/room-drawings.js';
import { left } from '../../styles/shop-drawings.js';
import type { QunProductSheet } from './product-sheet.js';

/** More than these nobody swipes through. */
const MOST = 30;

/** The pictures of the product that is shown: swiped sideways, one of them in view. */
export class Gallery {
  readonly #host: QunProductSheet;
  readonly #voice: Voice;
  readonly #address: (url: string | undefined) => string | undefined;
  readonly #zoom: (pictures: readonly string[], index: number) => void;
  readonly #broken = new Set<string>();
  #productId = '';
  #index = 0;
  #pictures: readonly string[] = [];
  #wanted: string | undefined;

  constructor(
    host: QunProductSheet,
    voice: Voice,
    {
      address,
      zoom,
    }: {
      address(url: string | undefined): string | undefined;
      zoom(pictures: readonly string[], index: number): void;
    },
  ) {
    this.#host = host;
    this.#voice = voice;
    this.#address = address;
    this.#zoom = zoom;
  }

  /** To be called before every rendering. `chosen` is the picture of what has been chosen: it comes into view. */
  look(product: Product, chosen: string | undefined): void {
    const ofChoice = [
      ...(product.variants ?? []).map(({ picture }) => picture),
      ...(product.options ?? []).flatMap(({ values }) => values.map(({ picture }) => picture)),
    ];
    const all = [...(product.pictures ?? []), ...ofChoice].map(this.#address);
    this.#pictures = [...new Set(all)]
      .filter((url): url is string => url !== undefined && !this.#broken.has(url))
      .slice(0, MOST);
    if (product.id !== this.#productId) {
      this.#productId = product.id;
      this.#index = 0;
      this.#wanted = undefined;
      const list = this.#list;
      if (list) list.scrollLeft = 0;
    }
    this.#index = Math.max(0, Math.min(this.#index, this.#pictures.length - 1));
    const wanted = this.#address(chosen);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const at = wanted ? this.#pictures.indexOf(wanted) : -1;
    if (at >= 0) void this.#host.updateComplete.then(() => this.#show(at));
  }

  get #list(): HTMLElement | null {
    return this.#host.shadowRoot!.querySelector('.pictures');
  }

  #show(index: number): void {
    const list = this.#list;
    const item = list?.children[index] as HTMLElement | undefined;
    if (!list || !item) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const behavior = still ? 'auto' : 'smooth';
    // From where it begins, so that it is right in both directions of writing.
    const by = item.getBoundingClientRect().left - list.getBoundingClientRect().left;
    list.scrollTo({ left: list.scrollLeft + by, behavior });
  }

  readonly #onScroll = (event: Event): void => {
    const { scrollLeft, clientWidth } = event.currentTarget as HTMLElement;
    const index = Math.round(Math.abs(scrollLeft) / Math.max(1, clientWidth));
    if (index === this.#index || index >= this.#pictures.length) return;
    this.#index = index;
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const rightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    this.#step(rightToLeft ? -way : way);
  };

  #step(by: number): void {
    const to = this.#index + by;
    if (to < 0 || to >= this.#pictures.length) return;
    const focused = this.#list?.querySelector(':focus');
    this.#show(to);
    if (focused) this.#list?.children[to]?.querySelector('button')?.focus({ preventScroll: true });
  }

  #break(picture: string): void {
    this.#broken.add(picture);
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const { t } = this.#voice;
    const pictures = this.#pictures;
    const count = pictures.length;
    if (count === 0)
      return html`<div part="gallery" class="gallery bare" aria-hidden="true">${icon('bag', 40)}</div>`;
    return html`<div part="gallery" class="gallery">
      <ul
        class="pictures"
        role="list"
        aria-label=${t('sheet.pictures')}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKey}
      >
        ${repeat(
          pictures,
          picture => picture,
          (picture, index) =>
            html`<li>
              <button
                type="button"
                part="picture"
                class="picture"
                tabindex=${index === this.#index ? 0 : -1}
                aria-label="${t('sheet.picture', { index: index + 1, count })}. ${t('sheet.zoom')}"
                @click=${() => this.#zoom(pictures, index)}
              >
                <img
                  src=${picture}
                  alt=""
                  loading=${index === 0 ? 'eager' : 'lazy'}
                  decoding="async"
                  draggable="false"
                  @error=${() => this.#break(picture)}
                />
              </button>
            </li>`,
        )}
      </ul>
      ${
        count > 1
          ? html`<span part="counter" class="counter" aria-hidden="true">${this.#index + 1}/${count}</span>
              ${this.#renderArrow('back', -1)} ${this.#renderArrow('forward', 1)}`
          : nothing
      }
    </div>`;
  }

  /** For a mouse: fingers swipe, and keys have the arrows. */
  #renderArrow(name: 'back' | 'forward', by: number) {
    const to = this.#index + by;
    if (to < 0 || to >= this.#pictures.length) return nothing;
    return html`<button
      type="button"
      class="arrow ${name}"
      tabindex="-1"
      aria-hidden="true"
      @click=${() => this.#step(by)}
    >
      ${icon(by < 0 ? left : right, 20)}
    </button>`;
  }
}
