import { safeUrl } from '../core/link.js';

/** The page's own link: its canonical one, else where it is now. */
export function pageLink(document: Document): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
  return safeUrl(canonical, document.baseURI) ?? document.location.href;
}
