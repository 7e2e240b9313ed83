/** What in an address says how somebody came here: campaigns, and who passed the room on. */
const CARRIED = /^(utm_\w+|ref|qs|g|gclid|fbclid)$/;
/** Longer ones are nobody's campaign. */
const LONGEST = 200;

/** Names and values of `href` that a shop's order should carry, so that it is known whom it is owed to. */
export function attributionOf(href: string): [name: string, value: string][] {
  try {
    const pairs = [...new URL(href).searchParams];
    return pairs.filter(([name, value]) => CARRIED.test(name) && value !== '' && value.length <= LONGEST);
  } catch {
    return [];
  }
}

/** `url` with what `pairs` add to it. What the link says already stays: a shop's own campaign is the shop's to name. */
export function withParams(url: string, pairs: Iterable<readonly [name: string, value: string]>): string {
  const link = new URL(url);
  for (const [name, value] of pairs) {
    if (!link.searchParams.has(name)) link.searchParams.append(name, value);
  }
  return link.href;
}
