import { attributionOf, withParams } from '../core/attribution.js';

let read: { href: string; pairs: [name: string, value: string][] } | undefined;

/** `url` with what the page's own address says of how the viewer came: a shop's order owes it to somebody. */
export function carry<T extends string | undefined>(url: T): T | string {
  if (!url) return url;
  if (read?.href !== location.href) read = { href: location.href, pairs: attributionOf(location.href) };
  return read.pairs.length > 0 ? withParams(url, read.pairs) : url;
}
