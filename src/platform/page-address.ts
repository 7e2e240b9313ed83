import type { System } from './which-app.js';

/** Where the page was when this file was read, should the browser not tell where it began. */
const atFirst = typeof location === 'undefined' ? '' : location.href;

const withoutHash = (href: string): string => href.split('#')[0]!;

/** The address that this document was opened with: `given` by the page, else as the browser tells. */
export function entryUrl(given?: string | null): string {
  if (given) return withoutHash(new URL(given, location.href).href);
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  // Some give it no name, or that of another page which was reloaded into this one.
  return withoutHash(entry?.name.startsWith(`${location.origin}/`) ? entry.name : atFirst);
}

/**
 * Addresses to sign, the likelier first. Where a shop changes its address without loading a page, iPhones check the one
 * that was opened and Android the one that is shown; and not always, so the other is tried when one is refused.
 */
export function addressesToSign(system: System, entry: string): string[] {
  const current = withoutHash(location.href);
  const order = system === 'desk' ? [current] : system === 'ios' ? [entry, current] : [current, entry];
  return [...new Set(order)];
}
