import type { ProductLead } from '../../core/product-link.js';

/** WeChat's own tags that the page has put into the `launch` slot of `root`. */
export function launchTags(root: ShadowRoot): Element[] {
  const slot = root.querySelector<HTMLSlotElement>('slot[name="launch"]');
  return slot?.assignedElements({ flatten: true }) ?? [];
}

/** Sends them where the product is bought, as far as a mini-program is the first of its ways. */
export function directTags(root: ShadowRoot, first: () => ProductLead | undefined): void {
  for (const tag of launchTags(root)) {
    if (tag.localName !== 'wx-open-launch-weapp') continue;
    const lead = first();
    if (lead?.kind !== 'launch') return;
    const said = { username: lead.username, path: lead.path };
    for (const [name, value] of Object.entries(said))
      if (tag.getAttribute(name) !== value) tag.setAttribute(name, value);
  }
}
