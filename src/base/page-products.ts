import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { productsFromPage } from '../core/products-from-page.js';
import type { Product } from '../protocol/index.js';

const SCRIPTS = 'script[type="application/ld+json"],script[type="application/json"][data-qunlive-products]';

/** The products of the page around an element that has asked for them: of JSON made for the kit, or of its JSON-LD. */
export class PageProducts implements ReactiveController {
  readonly #host: ReactiveControllerHost & { fromPage: boolean; isConnected: boolean };
  #products: readonly Product[] | undefined;

  constructor(host: ReactiveControllerHost & { fromPage: boolean; isConnected: boolean }) {
    this.#host = host;
    host.addController(this);
  }

  /** Undefined: not asked for, not read yet, or there are none. */
  get products(): readonly Product[] | undefined {
    return this.#host.fromPage ? this.#products : undefined;
  }

  hostConnected(): void {
    this.#products = undefined;
    // A page may name its products below the element, or have a script do it late.
    addEventListener('load', this.#read);
    document.addEventListener('DOMContentLoaded', this.#read);
    this.#read();
  }

  hostUpdated(): void {
    if (this.#host.fromPage && !this.#products) this.#read();
  }

  hostDisconnected(): void {
    removeEventListener('load', this.#read);
    document.removeEventListener('DOMContentLoaded', this.#read);
  }

  readonly #read = (): void => {
    if (!this.#host.fromPage) return;
    const scripts = [...document.querySelectorAll<HTMLElement>(SCRIPTS)].map(script => ({
      own: script.hasAttribute('data-qunlive-products'),
      json: script.textContent ?? '',
    }));
    const found = productsFromPage(scripts, document.baseURI);
    if (found.length === 0 || JSON.stringify(found) === JSON.stringify(this.#products)) return;
    this.#products = found;
    this.#host.requestUpdate();
  };
}
