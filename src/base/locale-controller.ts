import type { ReactiveController, ReactiveControllerHost } from 'lit';

const watching = new Set<LocaleController>();
let observer: MutationObserver | undefined;

/** The nearest `lang` at or above `element`, through shadow roots; else the browser's language. */
export function nearestLang(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return (typeof navigator === 'undefined' ? '' : navigator.language) || 'en';
}

/** Keeps an element in the language of its place, and notices when the page changes it. One observer for all elements. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #lang = 'en';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47 tag. */
  get lang(): string {
    return this.#lang;
  }

  hostConnected(): void {
    this.#lang = nearestLang(this.#host);
    watching.add(this);
    if (observer || typeof MutationObserver === 'undefined') return;
    observer = new MutationObserver(() => {
      for (const one of watching) one.#refresh();
    });
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }

  hostDisconnected(): void {
    watching.delete(this);
    if (watching.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** For a container that renders others in its shadow root, where the observer does not look. */
  refresh(): void {
    this.#refresh();
  }

  #refresh(): void {
    const lang = nearestLang(this.#host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#host.requestUpdate();
  }
}
