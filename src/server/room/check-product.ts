import type { Product } from '../../protocol/index.js';

/** One thing to mend in a product: where, from the product on, and what. */
export interface ProductFault {
  path: string;
  message: string;
}

/** What the choices of a product contradict: every combination names one value of each option, and none comes twice. */
export function productFaults({
  options = [],
  variants = [],
}: Pick<Product, 'options' | 'variants'>): ProductFault[] {
  const faults = [
    ...twice('options', options),
    ...options.flatMap(({ values }, i) => twice(`options[${i}].values`, values)),
    ...twice('variants', variants),
  ];
  const combinations = new Map<string, number>();
  variants.forEach(({ choice }, i) => {
    const path = `variants[${i}].choice`;
    for (const id of Object.keys(choice)) {
      if (!options.some(option => option.id === id)) {
        faults.push({ path: `${path}.${id}`, message: `no option "${id}" on this product` });
      }
    }
    for (const { id, values } of options) {
      const value = choice[id];
      if (value === undefined) faults.push({ path, message: `no value for the option "${id}"` });
      else if (!values.some(one => one.id === value)) {
        faults.push({ path: `${path}.${id}`, message: `no value "${value}" of the option "${id}"` });
      }
    }
    const combination = JSON.stringify(options.map(({ id }) => choice[id]));
    const first = combinations.get(combination);
    if (first !== undefined) faults.push({ path, message: `the same choice as variants[${first}]` });
    else combinations.set(combination, i);
  });
  return faults;
}

function twice(path: string, list: readonly { id: string }[]): ProductFault[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${path}[${i}].id`, message: `"${id}" is taken already` }];
  });
}
