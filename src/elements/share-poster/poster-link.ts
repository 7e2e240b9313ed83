import { safeUrl } from '../../core/link.js';
import { linkFor } from '../../core/share-link.js';
import { pageLink } from '../../platform/page-link.js';
import { within } from '../../platform/within.js';
import type { QunSharePoster } from './share-poster.js';

/** A server that does not say whose link it is within this time gets a link without a name, ms. */
const SHARE_MS = 2000;

/** Where the poster's code leads: with this viewer's share, where there is one. `tell`: the room hears that it is made. */
export async function posterLink(host: QunSharePoster, tell: boolean): Promise<string> {
  const { roomStore: room, url, product, share: given } = host;
  const base =
    safeUrl(url, document.baseURI) ?? room?.resolve(room.$state.get()?.share.url) ?? pageLink(document);
  // Whoever says whose link it is tells whom it concerns.
  if (given) return linkFor(base, given, 'poster');
  if (!room) return linkFor(base);
  // Servers that know nothing of it refuse, and a poster is made nevertheless.
  const told = tell
    ? room
        .command({ type: 'share.intend', via: 'poster', ...(product && { productId: product }) })
        .then(answer => answer.share)
        .catch(() => undefined)
    : undefined;
  const share =
    room.$own.get().share ?? (await within<string | undefined>(SHARE_MS, async () => told, undefined));
  return linkFor(base, share, share ? 'poster' : undefined);
}
