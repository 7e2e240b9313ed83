const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

/**
 * Tells how much of `element` is seen, 0 to 1 of what could be at the most, at once and whenever it changes. Says nothing
 * where the browser cannot tell, or while the element is not rendered. Returns how to stop.
 */
export function watchInView(element: Element, tell: (part: number) => void): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => undefined;
  const observer = new IntersectionObserver(
    entries => {
      const { intersectionRect, boundingClientRect: whole } = entries[entries.length - 1]!;
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const most = Math.min(whole.width, width) * Math.min(whole.height, height);
      if (!most) return;
      // In a frame it may be another page that was scrolled, and our corners with it.
      const seen = window.parent === window ? area(intersectionRect) : area(inside(whole, width, height));
      tell(Math.min(1, seen / most));
    },
    { threshold: STEPS },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

const inside = ({ left, top, right, bottom }: DOMRectReadOnly, width: number, height: number) => ({
  width: Math.min(right, width) - Math.max(left, 0),
  height: Math.min(bottom, height) - Math.max(top, 0),
});

const area = ({ width, height }: { width: number; height: number }): number =>
  Math.max(0, width) * Math.max(0, height);
