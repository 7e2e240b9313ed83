import {
  limits,
  type Price,
  type Product,
  type ProductOption,
  type ProductVariant,
} from '../protocol/index.js';

type Said = Record<string, unknown>;

/** One product of a group, with what it costs and how many are left of it, as its own offers say. */
export interface PageVariant {
  said: Said;
  price: Price;
  stock: number | null;
  picture: string | undefined;
}

/** What schema.org has products vary by, as shops call it. */
const AXES: Readonly<Record<string, ProductOption['title']>> = {
  color: { en: 'Color', 'zh-CN': '颜色' },
  size: { en: 'Size', 'zh-CN': '尺码' },
  material: { en: 'Material', 'zh-CN': '材质' },
  pattern: { en: 'Pattern', 'zh-CN': '花色' },
  suggestedAge: { en: 'Age', 'zh-CN': '适用年龄' },
  suggestedGender: { en: 'For', 'zh-CN': '适用人群' },
};
/** What is left to tell products apart by where nothing else does. */
const KIND: ProductOption['title'] = { en: 'Kind', 'zh-CN': '款式' };

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function text(value: unknown): string {
  const [one] = listOf(value);
  const plain = isSaid(one) ? (one.name ?? one.value) : one;
  return typeof plain === 'string' || typeof plain === 'number'
    ? Array.from(String(plain).trim())
        .slice(0, limits.nameLength * 2)
        .join('')
    : '';
}

const properties = (said: Said): [name: string, value: string][] =>
  listOf(said.additionalProperty)
    .filter(isSaid)
    .map(one => [text(one.name ?? one.propertyID), text(one.value)]);

const valueOf = (said: Said, axis: string): string =>
  text(said[axis]) || (properties(said).find(([name]) => name === axis)?.[1] ?? '');

/** What the products of a group differ in: what it says itself, else whatever all of them name and not all alike. */
function axesOf(group: Said, variants: readonly PageVariant[]): string[] {
  const named = listOf(group.variesBy)
    .map(axis => text(axis).replace(/^https?:\/\/schema\.org\//, ''))
    .filter(Boolean);
  const all =
    named.length > 0
      ? named
      : [...Object.keys(AXES), ...(variants[0] ? properties(variants[0].said) : []).map(([name]) => name)];
  return [...new Set(all)].filter(axis => {
    const values = variants.map(({ said }) => valueOf(said, axis));
    return values.every(Boolean) && (named.length > 0 || new Set(values).size > 1);
  });
}

/** What can be chosen of a schema.org ProductGroup, and its combinations; nothing where that is not to be made out. */
export function optionsOf(group: Said, all: readonly PageVariant[]): Pick<Product, 'options' | 'variants'> {
  const axes = axesOf(group, all);
  const read = axes.length > 0 ? valueOf : (said: Said) => text(said.name);
  const options = (axes.length > 0 ? axes : ['kind']).map((axis, index) => {
    const values = [...new Set(all.map(({ said }) => read(said, axis)))].filter(Boolean);
    return { axis, values, id: `o${index + 1}`, title: AXES[axis] ?? (axes.length > 0 ? axis : KIND) };
  });
  const clear =
    all.length > 1 &&
    all.length <= limits.variants &&
    options.length <= limits.options &&
    options.every(({ values }) => values.length > 0 && values.length <= limits.optionValues);
  if (!clear) return {};
  const variants = new Map<string, ProductVariant>();
  for (const { said, price, stock, picture } of all) {
    const places = options.map(({ axis, values }) => values.indexOf(read(said, axis)) + 1);
    const key = places.join('-');
    const sku = text(said.sku ?? said.productID ?? said.mpn).slice(0, limits.idLength);
    // Two of one choice cannot be told apart by whoever chooses.
    if (places.includes(0) || variants.has(key)) continue;
    variants.set(key, {
      id: key,
      choice: Object.fromEntries(options.map(({ id }, index) => [id, `v${places[index]}`])),
      price,
      stock,
      ...(picture && { picture }),
      ...(sku && { sku }),
    });
  }
  if (variants.size < 2) return {};
  return {
    options: options.map(({ id, title, values }) => ({
      id,
      title,
      values: values.map((value, index) => ({ id: `v${index + 1}`, title: value })),
    })),
    variants: [...variants.values()],
  };
}
