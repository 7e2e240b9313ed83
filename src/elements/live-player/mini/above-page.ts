import { adoptStyles, css, supportsAdoptingStyleSheets } from 'lit';

const onTop = css`
  :host {
    z-index: 2147483000 !important;
  }
`;

/**
 * Puts `box`, which `place` makes fixed, above all of the page: into the browser's top layer or, where there is none, as
 * high as styles can. Returns how to take it back; undefined: it would be hidden or in a wrong place, so nothing was done.
 */
export function raiseAbovePage(box: HTMLElement, place: (on: boolean) => void): (() => void) | undefined {
  const top = typeof box.showPopover === 'function';
  const lower = top ? intoTopLayer(box) : overPage(box.getRootNode() as ShadowRoot);
  place(true);
  const back = () => {
    place(false);
    lower();
  };
  if (top ? box.getClientRects().length > 0 : isFixed(box) && isSeen(box)) return back;
  back();
  return undefined;
}

function intoTopLayer(box: HTMLElement): () => void {
  box.setAttribute('popover', 'manual');
  try {
    box.showPopover();
  } catch {
    // Not in a page that is shown: then it has no place either.
  }
  return () => box.removeAttribute('popover');
}

function overPage(root: ShadowRoot): () => void {
  if (supportsAdoptingStyleSheets && 'adoptedStyleSheets' in root) {
    const before = root.adoptedStyleSheets;
    root.adoptedStyleSheets = [...before, onTop.styleSheet!];
    return () => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter(one => one !== onTop.styleSheet));
  }
  adoptStyles(root, [onTop]);
  const style = root.lastElementChild!;
  return () => style.remove();
}

/** A transform, a filter or a containment further out would hold it in place of the viewport. */
function isFixed(box: HTMLElement): boolean {
  const origin = { top: '0', left: '0', right: 'auto', bottom: 'auto', margin: '0', animation: 'none' };
  for (const [name, value] of Object.entries(origin)) box.style.setProperty(name, value);
  const { top, left } = box.getBoundingClientRect();
  for (const name of Object.keys(origin)) box.style.removeProperty(name);
  return Math.abs(top) < 1 && Math.abs(left) < 1;
}

/** Nothing lies over its middle, and nothing cuts it off. */
function isSeen(box: HTMLElement): boolean {
  const { left, top, width, height } = box.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit: Element | null = document.elementFromPoint(x, y);
  while (hit?.shadowRoot && !box.contains(hit)) {
    const inner: Element | null = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return box.contains(hit);
}
