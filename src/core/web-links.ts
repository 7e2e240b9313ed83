import { safeUrl } from './link.js';

/** A stretch of words; with `url` it leads there. */
export interface Stretch {
  readonly text: string;
  readonly url?: string;
}

// Up to the next blank, and to what only stands around an address in running text, Chinese or not.
const ADDRESS = /https?:\/\/[^\s<>"'“”‘’「」『』（）()【】《》，。！？；：、]+/gi;
/** What ends a sentence is not the end of its address. */
const TRAILING = /[.,!?;:]+$/;

/** Splits `text` at the http(s) addresses in it. */
export function splitAtLinks(text: string): Stretch[] {
  const result: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const url = safeUrl(address);
    if (!url) continue;
    if (match.index > end) result.push({ text: text.slice(end, match.index) });
    result.push({ text: address, url });
    end = match.index + address.length;
  }
  if (end < text.length) result.push({ text: text.slice(end) });
  return result;
}
