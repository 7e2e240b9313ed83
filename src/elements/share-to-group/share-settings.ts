/**
 * A setting of sharing: the element's own attribute, else that of whatever it stands in, out through shadow roots, so that
 * a whole room is told once (`<qun-live-room wechat-config="auto">`). null: nobody says.
 */
export function shareSetting(element: Element, name: string): string | null {
  let at: Element | null = element;
  while (at) {
    const found: Element | null = at.closest(`[${name}]`);
    if (found) return found.getAttribute(name);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
