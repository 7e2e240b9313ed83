/** Where in a show a link leads. */
export interface DeepLink {
  /** Media time from the show's beginning, s. */
  readonly time?: number;
  /** To where this product is shown. */
  readonly productId?: string;
}

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,3})?)$/;
const UNITS = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7}(?:\.\d{1,3})?)s?)?$/;

/** `1h2m3s`, `125` or `02:05` as seconds; undefined for what is no time. */
export function parseTime(text: string): number | undefined {
  const match = CLOCK.exec(text) ?? (text === '' ? null : UNITS.exec(text));
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(part => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

/**
 * What the fragment of an address asks for: `#qun-t=1h2m3s` (or `125`, or `02:05`) and `#qun-product=<id>`, beside
 * whatever else the page keeps there, after `#`, `&`, `?` or `/`. The fragment is only read.
 */
export function parseDeepLink(hash: string): DeepLink {
  const value = (name: string) => {
    const found = new RegExp(`[#&?/]${name}=([^&#?/]*)`).exec(hash)?.[1];
    try {
      return found === undefined ? undefined : decodeURIComponent(found);
    } catch {
      return undefined; // a stray % sign
    }
  };
  const time = parseTime(value('qun-t')?.trim() ?? '');
  const productId = value('qun-product');
  return {
    ...(time === undefined ? {} : { time }),
    ...(productId && /^[\w.-]{1,64}$/.test(productId) ? { productId } : {}),
  };
}

/** Where the page's own address leads in a recording, s. */
export const linkedTime = (): number | undefined => parseDeepLink(location.hash).time;
