/** Longer no list is on its way to its beginning, ms. */
const HOMING_MS = 1000;
/** Lists that have set out for their beginning, and when: another change on the way does not stop them. */
const homing = new WeakMap<Element, number>();

/**
 * Runs `change`, which re-orders the items of `scroller`, and scrolls so that what the viewer looks at or touches stays
 * where it is. Browsers do this for pages, not for rows, and Safari not at all. A list that stands at its beginning with
 * nobody's finger on it then goes there, to what is new: scrolled, since a card that is pushed aside counts as a shift of
 * the merchant's page (Cumulative Layout Shift) and one that is scrolled aside does not.
 */
export function holdPlace(scroller: HTMLElement, side: 'left' | 'top', change: () => void): void {
  const scroll = side === 'left' ? 'scrollLeft' : 'scrollTop';
  // What a finger has left is still "hovered", and nobody is at it.
  const over = matchMedia('(hover: hover)').matches ? ':scope > :hover, ' : '';
  const touched = scroller.querySelector(`${over}:scope > :active, :scope > :focus-within`);
  const setOut = homing.get(scroller) ?? -HOMING_MS;
  const atStart = !touched && (Math.abs(scroller[scroll]) < 1 || setOut > performance.now() - HOMING_MS);
  const held = [...(touched ? [touched] : []), ...inView(scroller, side)].map(
    item => [item, item.getBoundingClientRect()[side]] as const,
  );
  change();
  const kept = held.find(([item]) => item.parentNode === scroller);
  const moved = kept ? kept[0].getBoundingClientRect()[side] - kept[1] : 0;
  if (Math.abs(moved) >= 1) scroller[scroll] += moved;
  if (!atStart) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // In a frame of its own, so that the browser sees both.
  homing.set(scroller, performance.now());
  requestAnimationFrame(() => scroller.scrollTo({ [side]: 0, behavior: calm ? 'auto' : 'smooth' }));
}

/** The items that can be seen, and no more than a screenful of them. */
function inView(scroller: HTMLElement, side: 'left' | 'top'): Element[] {
  const far = side === 'left' ? 'right' : 'bottom';
  const box = scroller.getBoundingClientRect();
  const seen: Element[] = [];
  for (const item of scroller.children) {
    const { [side]: from, [far]: to } = item.getBoundingClientRect();
    if (to > box[side] && from < box[far]) seen.push(item);
    else if (seen.length > 0) break;
  }
  return seen;
}
