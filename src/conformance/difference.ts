/** Where two JSON values first differ, as `products[3].stock: 4, not 5`; undefined: nowhere. */
export function difference(one: unknown, other: unknown, path = ''): string | undefined {
  if (Object.is(one, other)) return undefined;
  const plain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!plain(one) || !plain(other) || Array.isArray(one) !== Array.isArray(other)) {
    return `${path || 'the whole'}: ${brief(one)}, not ${brief(other)}`;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) {
    const at = Array.isArray(one) ? `${path}[${name}]` : path ? `${path}.${name}` : name;
    const found = difference(one[name], other[name], at);
    if (found !== undefined) return found;
  }
  return undefined;
}

const brief = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60));
