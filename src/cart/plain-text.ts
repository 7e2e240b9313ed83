const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00a0',
};

/** What WordPress writes with entities and perhaps a link in it, as it is read. It is only ever shown as text. */
export function plainText(markup: string): string {
  return markup
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(
      /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : NaN;
        if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
        return named[name?.toLowerCase() ?? ''] ?? whole;
      },
    );
}
