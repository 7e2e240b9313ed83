import { Part } from '../core/part.js';

/** How often a page that is being changed is looked at, ms. */
const LOOK_MS = 300;

/**
 * Fetches an element when a page first has its tag, wherever in the document: those that few pages use weigh nothing on
 * the others. Inside a shadow root of the page's own they are not seen; there, import the element's `define` module.
 */
export function defineLater(elements: Readonly<Record<string, () => Promise<unknown>>>): void {
  const waiting = new Map(Object.entries(elements));
  let due: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    due = undefined;
    for (const [tag, fetch] of waiting) {
      if (!document.querySelector(tag)) continue;
      waiting.delete(tag);
      void new Part(fetch).come();
    }
    if (waiting.size === 0) watch.disconnect();
  };
  const watch = new MutationObserver(() => (due ??= setTimeout(look, LOOK_MS)));
  watch.observe(document, { childList: true, subtree: true });
  look();
}
