import type { ReactiveController, ReactiveControllerHost } from 'lit';

const watching = new Set<LocaleController>();
let observer: MutationObserver | undefined;

/** The nearest `lang` at or above `element`, through shadow roots; else the browser's language. */
export function nearestLang(element: Element): string {
  // `closest` of our own element, since a form of the page may hide its properties behind a field of the same name.
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as ShadowRoot).host) {
    const lang = node.closest('[lang]:not([lang=""])')?.getAttribute('lang');
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
    // Moved, it may stand in another language now.
    this.refresh();
    watching.add(this);
    if (observer || typeof MutationObserver === 'undefined') return;
    observer = new MutationObserver(() => {
      for (const one of watching) one.refresh();
    });
    observer.observe(document, { attributes: true, attributeFilter: ['lang'], subtree: true });
  }

  hostDisconnected(): void {
    watching.delete(this);
    if (watching.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** Looks again; for a container that renders others in its shadow root, where the observer does not look. */
  refresh(): void {
    const lang = nearestLang(this.#host);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#host.requestUpdate();
  }
}
