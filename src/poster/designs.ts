/** The shipped ones, in the order in which they are offered. */
export const DESIGNS = ['editorial', 'market', 'close-up'] as const;

export type Design = (typeof DESIGNS)[number];

interface Pictured {
  readonly picture?: string | undefined;
  readonly host: { readonly avatar?: string | undefined };
  readonly products: readonly { readonly picture?: string | undefined }[];
}

/** Addresses of the pictures that a design shows: no other is fetched. */
export function picturesFor(design: Design, { picture, products, host }: Pictured): string[] {
  const things = products.map(product => product.picture);
  const shown = {
    editorial: [picture],
    market: [picture, ...things],
    'close-up': [things[0] ?? picture],
  }[design];
  return [...new Set([...shown, host.avatar])].filter((url): url is string => !!url);
}
