import { PROVIDER_READY } from '../base/room-context.js';

/** How long a page that has asked for nothing of the shop is left alone once it has loaded, ms. */
const LATER_MS = 3000;

/**
 * Resolves as soon as the page has a room, or one of `tags`; on a page that has neither some time after it has loaded, so
 * that what is added later need not wait, and a lone player has the line to itself.
 */
export function whenShopIsWanted(tags: readonly string[]): Promise<void> {
  return new Promise(resolve => {
    const here = () => document.querySelector(tags.join()) !== null && resolve();
    here();
    document.addEventListener('DOMContentLoaded', here, { once: true });
    document.addEventListener(PROVIDER_READY, () => resolve(), { once: true });
    const later = () => setTimeout(resolve, LATER_MS);
    if (document.readyState === 'complete') later();
    else addEventListener('load', later, { once: true });
  });
}
