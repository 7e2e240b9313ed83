import { safeUrl } from '../core/link.js';

/** What WeChat and its sign-in add to an address for one reader. `code` would sign the next reader in as this one. */
const PERSONAL = ['from', 'isappinstalled', 'code', 'state', 'nsukey'];

/** `href` as it may be passed on: without what was meant for the reader it was opened by. */
export function shareLink(href: string): string {
  const url = new URL(href);
  const foreign = PERSONAL.filter(name => url.searchParams.has(name));
  for (const name of foreign) url.searchParams.delete(name);
  // Unchanged where there is nothing to remove: writing a query anew changes how it is escaped.
  return foreign.length > 0 ? url.href : href;
}

/** The page's own link: its canonical one, else where it is now. */
export function pageLink(document: Document): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
  return shareLink(safeUrl(canonical, document.baseURI) ?? document.location.href);
}
