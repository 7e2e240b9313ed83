import { html, nothing, render } from 'lit';
import { openModal } from '../../base/modal.js';
import type { Speech } from '../../base/speech.js';
import { fitted, inBox, whole, zoomAt, type Place } from '../../core/zoom.js';
import { addStyles } from '../../styles/add-styles.js';
import { dialogStyle } from '../../styles/dialog.css.js';
import { icon } from '../../styles/icon.js';
import { right } from '../../styles/room-drawings.js';
import { close, left } from '../../styles/shop-drawings.js';
import { zoomStyle } from './zoom.css.js';

interface Look extends Speech {
  readonly pictures: readonly string[];
  readonly index: number;
}

/** Two taps within this time and distance are one double tap. */
const DOUBLE_MS = 300;
const DOUBLE_PX = 24;
/** A finger that goes further than this takes the next picture, or puts the picture away. */
const SWIPE_PX = 56;
const DOUBLE_SCALE = 2.5;
const STEP = 1.5;

/** Shows pictures in large over everything, within `box`; returns how to put them away, which may be called again. */
export function showLarge(box: HTMLElement, look: Look): () => void {
  const large = new Large(box, look);
  return () => large.leave();
}

const styled = new WeakSet<Node>();

/** A picture that fingers, wheel and keys make larger and move about. */
class Large {
  readonly #dialog = document.createElement('dialog');
  readonly #look: Look;
  readonly #fingers = new Map<number, { x: number; y: number }>();
  #shut: (() => void) | undefined;
  #index: number;
  #place: Place = whole;
  #drag = { x: 0, y: 0 };
  #tap = { at: 0, x: 0, y: 0 };

  constructor(box: HTMLElement, look: Look) {
    this.#look = look;
    this.#index = look.index;
    const root = box.getRootNode() as ShadowRoot;
    if (!styled.has(root)) addStyles(root, [dialogStyle, zoomStyle]);
    styled.add(root);
    this.#dialog.setAttribute('part', 'zoom');
    this.#dialog.className = 'zoom';
    this.#dialog.setAttribute('aria-label', look.t('sheet.pictures'));
    // Browsers that know no dialog have to be told what it is.
    this.#dialog.setAttribute('role', 'dialog');
    this.#dialog.setAttribute('aria-modal', 'true');
    this.#dialog.addEventListener('keydown', this.#onKey);
    box.append(this.#dialog);
    this.#render();
    const first = this.#dialog.querySelector<HTMLElement>('.close')!;
    this.#shut = openModal(this.#dialog, first, () => this.leave());
  }

  leave(): void {
    this.#shut?.();
    this.#shut = undefined;
    this.#dialog.remove();
  }

  get #stage(): HTMLElement {
    return this.#dialog.querySelector('.stage')!;
  }

  get #image(): HTMLImageElement {
    return this.#dialog.querySelector('img')!;
  }

  #move(place: Place): void {
    const box = { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
    const { naturalWidth: width, naturalHeight: height } = this.#image;
    const before = this.#place;
    this.#place = inBox(place, box, fitted({ width, height }, box));
    this.#draw();
    if (before.scale !== this.#place.scale) this.#render();
  }

  #draw(): void {
    const { scale, x, y } = this.#place;
    const { x: dx, y: dy } = this.#drag;
    this.#image.style.setProperty('transform', `translate(${x + dx}px, ${y + dy}px) scale(${scale})`);
  }

  #step(by: number): void {
    const to = this.#index + by;
    if (to < 0 || to >= this.#look.pictures.length) return;
    this.#index = to;
    this.#place = whole;
    this.#draw();
    this.#render();
  }

  #zoom(factor: number, at = { x: 0, y: 0 }): void {
    this.#move(zoomAt(this.#place, at, factor));
  }

  /** From the middle of the stage, px. */
  #from({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const { left: x, top: y, width, height } = this.#stage.getBoundingClientRect();
    return { x: clientX - x - width / 2, y: clientY - y - height / 2 };
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button > 0) return;
    try {
      this.#stage.setPointerCapture(event.pointerId);
    } catch {
      // A finger that is gone again by now moves nothing.
    }
    this.#fingers.set(event.pointerId, this.#from(event));
    this.#dialog.classList.add('held');
  };

  readonly #onMove = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const now = this.#from(event);
    const [other] = [...this.#fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    this.#fingers.set(event.pointerId, now);
    if (other) return this.#pinch(before, now, other);
    const by = { x: now.x - before.x, y: now.y - before.y };
    const { scale, x, y } = this.#place;
    if (scale > 1) return this.#move({ scale, x: x + by.x, y: y + by.y });
    this.#drag = { x: this.#drag.x + by.x, y: Math.max(0, this.#drag.y + by.y) };
    this.#draw();
  };

  #pinch(
    before: { x: number; y: number },
    now: { x: number; y: number },
    other: { x: number; y: number },
  ): void {
    this.#drag = { x: 0, y: 0 };
    const apart = (at: { x: number; y: number }) => Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const { scale, x, y } = zoomAt(this.#place, middle, apart(now) / apart(before));
    this.#move({ scale, x: x + (now.x - before.x) / 2, y: y + (now.y - before.y) / 2 });
  }

  readonly #onUp = (event: PointerEvent): void => {
    if (!this.#fingers.delete(event.pointerId) || this.#fingers.size > 0) return;
    this.#dialog.classList.remove('held');
    const { x, y } = this.#drag;
    this.#drag = { x: 0, y: 0 };
    this.#draw();
    if (event.type === 'pointercancel') return;
    if (y > SWIPE_PX && y > Math.abs(x)) return this.leave();
    if (Math.abs(x) > SWIPE_PX) return this.#step(x < 0 === this.#leftToRight ? 1 : -1);
    this.#onTap(event, Math.hypot(x, y));
  };

  #onTap(event: PointerEvent, moved: number): void {
    const at = this.#from(event);
    const twice =
      moved < DOUBLE_PX &&
      event.timeStamp - this.#tap.at < DOUBLE_MS &&
      Math.hypot(at.x - this.#tap.x, at.y - this.#tap.y) < DOUBLE_PX;
    this.#tap = twice ? { at: 0, x: 0, y: 0 } : { at: event.timeStamp, ...at };
    if (twice) this.#zoom(this.#place.scale > 1 ? 0 : DOUBLE_SCALE, at);
  }

  readonly #onWheel = {
    handleEvent: (event: WheelEvent): void => {
      event.preventDefault();
      this.#zoom(Math.exp(-event.deltaY / 400), this.#from(event));
    },
    // What is prevented cannot be passive.
    passive: false,
  };

  get #leftToRight(): boolean {
    return getComputedStyle(this.#dialog).direction !== 'rtl';
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way !== undefined) this.#step(this.#leftToRight ? way : -way);
    else if (event.key === '+' || event.key === '=') this.#zoom(STEP);
    else if (event.key === '-') this.#zoom(1 / STEP);
    else return;
    event.preventDefault();
  };

  #render(): void {
    const { pictures, t } = this.#look;
    const count = pictures.length;
    const index = this.#index;
    const large = this.#place.scale > 1;
    const arrow = (name: string, by: number) =>
      index + by < 0 || index + by >= count
        ? nothing
        : html`<button
            type="button"
            class="icon-button ${name}"
            aria-label=${t('sheet.picture', { index: index + by + 1, count })}
            @click=${() => this.#step(by)}
          >
            ${icon(by < 0 ? left : right)}
          </button>`;
    render(
      html`<div
          class="stage"
          @pointerdown=${this.#onDown}
          @pointermove=${this.#onMove}
          @pointerup=${this.#onUp}
          @pointercancel=${this.#onUp}
          @wheel=${this.#onWheel}
        >
          <img
            src=${pictures[index]!}
            alt=${t('sheet.picture', { index: index + 1, count })}
            draggable="false"
            @load=${() => this.#move(this.#place)}
          />
        </div>
        <button
          type="button"
          class="icon-button close"
          aria-label=${t('sheet.close')}
          @click=${() => this.leave()}
        >
          ${icon(close)}
        </button>
        ${arrow('back', -1)} ${arrow('forward', 1)}
        <div class="tools">
          <button
            type="button"
            class="icon-button"
            aria-label=${t(large ? 'sheet.zoomOut' : 'sheet.zoom')}
            @click=${() => this.#zoom(large ? 0 : DOUBLE_SCALE)}
          >
            <i class="minus"></i>${large ? nothing : html`<i class="minus plus"></i>`}
          </button>
          ${count > 1 ? html`<span aria-hidden="true">${index + 1}/${count}</span>` : nothing}
        </div>
        <p class="visually-hidden" role="status">${t('sheet.picture', { index: index + 1, count })}</p>`,
      this.#dialog,
    );
  }
}
