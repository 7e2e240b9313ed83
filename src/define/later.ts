import { Part } from '../core/part.js';

/** How often a page that is being changed is looked at, ms. */
const LOOK_MS = 300;

/**
 * Fetches an element when a page first has its tag, wherever in the document: those that few pages use weigh nothing on
 * the others. Inside a shadow root of the page's own they are not seen; there, import the element's `define` module.
 * `holders` is a selector of elements in whose shadow roots, also within each other, the tags are looked for as well.
 */
export function defineLater(
  elements: Readonly<Record<string, () => Promise<unknown>>>,
  holders?: string,
): void {
  const waiting = new Map(Object.entries(elements));
  let due: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    due = undefined;
    const roots: ParentNode[] = [document];
    // Grows while it is gone through.
    for (const root of roots) {
      if (root !== document) watch.observe(root as Node, { childList: true, subtree: true });
      for (const holder of holders ? root.querySelectorAll(holders) : []) {
        if (holder.shadowRoot) roots.push(holder.shadowRoot);
        else void customElements.whenDefined(holder.localName).then(soon);
      }
    }
    for (const [tag, fetch] of waiting) {
      if (!roots.some(root => root.querySelector(tag))) continue;
      waiting.delete(tag);
      void new Part(fetch).come();
    }
    if (waiting.size === 0) watch.disconnect();
  };
  const soon = () => (due ??= setTimeout(look, LOOK_MS));
  const watch = new MutationObserver(soon);
  watch.observe(document, { childList: true, subtree: true });
  look();
}
