/** Who may say whose cart it is. */
const SAYS = 'qun-room[cart],qun-live-room[cart],qun-product-sheet[cart],qun-cart-button[cart]';

/**
 * The `cart` attribute that holds for `element`: its own, that of the nearest room around it, through shadow roots, or of
 * the room that it names by id. Undefined: nobody has said.
 */
export function cartName(element: HTMLElement & { room?: string | undefined }): string | undefined {
  const named = element.room ? document.getElementById(element.room) : null;
  for (let node: Element | undefined = element; node; node = (node.getRootNode() as ShadowRoot).host) {
    const name = node.closest(SAYS)?.getAttribute('cart');
    if (name) return name;
  }
  return named?.getAttribute('cart') || undefined;
}
