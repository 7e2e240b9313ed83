import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows its host's own box in CSS px and renders it anew when that changes. Without ResizeObserver it follows the window. */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #width = 0;
  #height = 0;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
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
    const observer = new ResizeObserver(this.#measure);
    observer.observe(this.#host);
    this.#stop = () => observer.disconnect();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #measure = (): void => {
    const { offsetWidth: width, offsetHeight: height } = this.#host;
    // Hidden (display: none): what was known holds until it is shown again.
    if (width === 0 || (width === this.#width && height === this.#height)) return;
    this.#width = width;
    this.#height = height;
    this.#host.requestUpdate();
  };
}
