/** `url` when it may become a link or a picture: http, https or a path of this site. Anything else: undefined. */
export function safeUrl(url: string | null | undefined, base?: string): string | undefined {
  if (!url) return undefined;
  try {
    const { protocol, href } =
      base === undefined ? new URL(url, 'https://relative.invalid') : new URL(url, base);
    if (protocol !== 'https:' && protocol !== 'http:') return undefined;
    return base === undefined ? url : href;
  } catch {
    return undefined;
  }
}
