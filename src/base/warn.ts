const warned = new Set<string>();

/** Where authors try things out: their own machine, or a file. Visitors' consoles stay quiet. */
export const inDevelopment = (): boolean =>
  typeof location !== 'undefined' &&
  (location.protocol === 'file:' || /^(localhost|127\..*|\[::1\]|.*\.(local|test)$)/.test(location.hostname));

/** Tells the page's author of a mistake in the page, once for each `code`, in development only. */
export function warn(code: string, message: string): void {
  if (warned.has(code) || !inDevelopment()) return;
  warned.add(code);
  console.warn(`qunlive [${code}]: ${message}`);
}
