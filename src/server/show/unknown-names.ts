import type { Fault } from './parse-show.js';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Names in `input` that parsing left out. A mistyped `minSpend` would otherwise give the coupon to everybody.
 * Names that begin with `$` or `_` are remarks.
 */
export function unknownNames(input: unknown, output: unknown, path = ''): Fault[] {
  if (!isObject(input) || !isObject(output)) return [];
  if (Array.isArray(input))
    return input.flatMap((item, i) =>
      unknownNames(item, (output as unknown as unknown[])[i], `${path}[${i}]`),
    );
  return Object.entries(input).flatMap(([name, value]) => {
    const here = path ? `${path}.${name}` : name;
    if (Object.prototype.hasOwnProperty.call(output, name)) return unknownNames(value, output[name], here);
    if (/^[$_]/.test(name) || value === undefined) return [];
    return [{ path: here, message: 'no such name; look for a typing mistake' }];
  });
}
