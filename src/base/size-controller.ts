import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows its host's own box in CSS px and renders it anew when that changes. Without ResizeObserver it follows the window.
 * `late`: for a host that is as high as its width makes it. It is rendered a frame later: what changes its size while sizes
 * are being told is an error that the page hears of.
 */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #late: boolean;
  #width = 0;
  #height = 0;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, late = false) {
    this.#host = host;
    this.#late = late;
    host.addController(this);
  }

  /** 0 while the host is not displayed and never was. */
  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  hostConnected(): void {
    this.#measure();
    if (typeof ResizeObserver === 'undefined') {
      addEventListener('resize', this.#measure);
      this.#stop = () => removeEventListener('resize', this.#measure);
      return;
    }
    const observer = new ResizeObserver(this.#late ? this.#soon : this.#measure);
    observer.observe(this.#host);
    this.#stop = () => observer.disconnect();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #soon = (): void => void requestAnimationFrame(this.#measure);

  readonly #measure = (): void => {
    const { offsetWidth: width, offsetHeight: height } = this.#host;
    // Hidden (display: none): what was known holds until it is shown again.
    if (width === 0 || (width === this.#width && height === this.#height)) return;
    this.#width = width;
    this.#height = height;
    this.#host.requestUpdate();
  };
}
