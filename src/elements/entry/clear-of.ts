/** Between us and what stands there, px. */
const GAP = 12;
/** Larger than this part of the window it is no button or bar but something that covers the page. */
const MOST = 0.35;

type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>;

/**
 * How far `own`, which floats at `box`, has to go up (or `down`) so that it covers nothing that the page lets float
 * there: a chat button, a bar. 0 where there is no such place. px.
 */
export function wayClear(own: Element, box: Box, down: boolean): number {
  let way = 0;
  // A button above a bar above a banner: more than that leaves no room for us either.
  for (let step = 0; step < 4; step += 1) {
    const sign = down ? 1 : -1;
    const at = { ...box, top: box.top + sign * way, bottom: box.bottom + sign * way };
    if (at.top < 0 || at.bottom > innerHeight) return 0;
    const other = floatingAt(own, at);
    if (!other) return way;
    way += down ? other.bottom + GAP - at.top : at.bottom - (other.top - GAP);
  }
  return 0;
}

/** Looked for at points this far apart, px: a chat button is round, and its corners are none of it. */
const STEP = 14;

function floatingAt(own: Element, { top, right, bottom, left }: Box): DOMRect | undefined {
  const known = new Set<Element>([own]);
  for (let y = top; y < bottom + STEP; y += STEP) {
    for (let x = left; x < right + STEP; x += STEP) {
      for (const found of document.elementsFromPoint(Math.min(x, right - 1), Math.min(y, bottom - 1))) {
        if (known.has(found) || own.contains(found)) continue;
        known.add(found);
        const rect = floats(found);
        if (rect) return rect;
      }
    }
  }
  return undefined;
}

/** Where `element`, or what it stands in, floats. */
function floats(element: Element): DOMRect | undefined {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { position } = getComputedStyle(at);
    if (position !== 'fixed' && position !== 'sticky') continue;
    const rect = at.getBoundingClientRect();
    const part = (rect.width * rect.height) / (innerWidth * innerHeight);
    return part > 0 && part < MOST ? rect : undefined;
  }
  return undefined;
}
