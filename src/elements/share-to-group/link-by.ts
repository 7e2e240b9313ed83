import { cameBy, linkFor, SHARE_PARAM } from '../../core/share-link.js';
import type { ShareVia } from '../../protocol/index.js';

/** `url` saying by which way it goes on, where it is this viewer's own link: a page may have put another one in its place. */
export function linkBy(url: string, share: string | undefined, via: ShareVia): string {
  if (share === undefined || !new RegExp(`[?&]${SHARE_PARAM}=${share}(?![\\w.])`).test(url)) return url;
  return linkFor(url, share, via, cameBy(url).group);
}
