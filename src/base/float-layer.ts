/**
 * Holds a layer in front of everything, beside the element it belongs to: in the top layer where the browser has one.
 * Closed by Escape, by a tap elsewhere, and by the focus going elsewhere.
 */
export class FloatLayer {
  readonly #close: (refocus: boolean) => void;
  #layer: HTMLElement | undefined;
  #anchor: HTMLElement | undefined;

  constructor(close: (refocus: boolean) => void) {
    this.#close = close;
  }

  open(layer: HTMLElement, anchor: HTMLElement): void {
    if (layer === this.#layer) return this.#place();
    this.close();
    this.#layer = layer;
    this.#anchor = anchor;
    if (this.#onTop) layer.showPopover();
    this.#place();
    document.addEventListener('pointerdown', this.#onPointer, true);
    addEventListener('resize', this.#place);
    addEventListener('scroll', this.#place, true);
    const first =
      layer.querySelector<HTMLElement>('.action') ?? layer.querySelector<HTMLElement>('button, a');
    first?.focus({ preventScroll: true });
  }

  close(): void {
    this.#layer = this.#anchor = undefined;
    document.removeEventListener('pointerdown', this.#onPointer, true);
    removeEventListener('resize', this.#place);
    removeEventListener('scroll', this.#place, true);
  }

  /** For `keydown` and `focusout` of what surrounds layer and anchor. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#layer) return;
    // The sheet or the room around is not what the viewer wants to leave.
    event.stopPropagation();
    event.preventDefault();
    this.#close(true);
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    if (this.#layer && to && !(event.currentTarget as Node).contains(to)) this.#close(false);
  };

  readonly #onPointer = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(this.#layer!) && !path.includes(this.#anchor!)) this.#close(false);
  };

  get #onTop(): boolean {
    return typeof this.#layer?.showPopover === 'function' && this.#layer.isConnected;
  }

  /** Over the anchor, end to end with it, and inside the window. */
  readonly #place = (): void => {
    const [layer, anchor] = [this.#layer, this.#anchor];
    if (!layer || !anchor) return;
    const { style, offsetWidth: width, offsetHeight: height } = layer;
    const box = anchor.getBoundingClientRect();
    const fit = (at: number, size: number, room: number) => Math.max(0, Math.min(at, room - size));
    const onRight = box.left + box.width / 2 > innerWidth / 2;
    const left = fit(onRight ? box.right - width : box.left, width, innerWidth);
    const top = fit(box.top + (box.height - height) / 2, height, innerHeight);
    const origin = this.#onTop ? { left: 0, top: 0 } : layer.offsetParent?.getBoundingClientRect();
    style.setProperty('left', `${left - (origin?.left ?? 0)}px`);
    style.setProperty('top', `${top - (origin?.top ?? 0)}px`);
  };
}
