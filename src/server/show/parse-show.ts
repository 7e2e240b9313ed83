import * as v from 'valibot';
import { explainShareFault, shareFaultsIn } from '../../core/share-rules.js';
import { aroundSchema, pathOf, showSchema, type Show } from '../../protocol/index.js';
import { productFaults } from '../room/check-product.js';
import { unknownNames } from './unknown-names.js';

/** One thing to mend in a show: where, and what. */
export interface Fault {
  path: string;
  message: string;
}

/** A show as it may be played, or everything that is wrong with it. */
export function parseShow(
  value: unknown,
): { show: Show; faults?: never } | { show?: never; faults: Fault[] } {
  const result = v.safeParse(showSchema, value);
  if (!result.success) {
    return { faults: result.issues.map(issue => ({ path: pathOf(issue), message: issue.message })) };
  }
  const { around, ...rest } = result.output;
  const checked = around && v.safeParse(aroundSchema, around);
  if (checked && !checked.success) {
    return {
      faults: checked.issues.map(issue => ({ path: `around.${pathOf(issue)}`, message: issue.message })),
    };
  }
  const show: Show = checked ? { ...rest, around: checked.output } : rest;
  const faults = [...unknownNames(value, show), ...wrongReferences(show), ...forbiddenWords(show)];
  return faults.length > 0 ? { faults } : { show };
}

/** What may be said of passing a room on: core/share-rules.ts. */
const forbiddenWords = (show: Show): Fault[] =>
  shareFaultsIn(show).map(({ path, fault }) => ({ path, message: explainShareFault(fault) }));

function wrongReferences({ products, coupons, sales = [] }: Show): Fault[] {
  const ids = new Set(products.map(product => product.id));
  const numbers = new Map<number, number>();
  const twice = products.flatMap(({ number: own }, i): Fault[] => {
    const number = own ?? i + 1;
    const first = numbers.get(number);
    numbers.set(number, first ?? i);
    if (first === undefined) return [];
    return [
      { path: `products[${i}].number`, message: `${number} is the number of products[${first}] already` },
    ];
  });
  const missing = coupons.flatMap(({ productIds = [] }, i) =>
    productIds.flatMap((id, j): Fault[] =>
      ids.has(id)
        ? []
        : [{ path: `coupons[${i}].productIds[${j}]`, message: `no product "${id}" in this show` }],
    ),
  );
  const contradicting = products.flatMap((product, i) =>
    productFaults(product).map(({ path, message }) => ({ path: `products[${i}].${path}`, message })),
  );
  const ofNothing = sales.flatMap(({ productId, variantId }, i): Fault[] => {
    const product = products.find(({ id }) => id === productId);
    if (!product)
      return [{ path: `sales[${i}].productId`, message: `no product "${productId}" in this show` }];
    if (variantId === undefined || product.variants?.some(({ id }) => id === variantId)) return [];
    return [{ path: `sales[${i}].variantId`, message: `no combination "${variantId}" of "${productId}"` }];
  });
  return [...twice, ...missing, ...contradicting, ...ofNothing];
}
