/** How far below or above the screen a player begins to load: half a screen. */
const MARGIN = '50% 0px';

/** Calls `near` once, when `element` comes near to being seen; at once where the browser cannot tell. Returns how to stop. */
export function whenNear(element: Element, near: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    near();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      near();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
