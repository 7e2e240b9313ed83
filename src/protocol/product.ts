import * as v from 'valibot';
import { limits } from './limits.js';
import { priceSchema } from './money.js';
import { countSchema, idSchema, localTextSchema, urlSchema } from './text.js';

/** Where "buy" leads, by the surface the viewer is on. */
export const productLinksSchema = v.object({
  h5: v.optional(urlSchema),
  miniProgram: v.optional(v.object({ username: idSchema, path: urlSchema })),
  app: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9+.-]*:\/\//i), v.maxLength(limits.urlLength))),
});

const shortTitle = localTextSchema(limits.nameLength * 2);
const positive = v.pipe(countSchema, v.minValue(1));

/** One thing to choose (an axis): size, colour, anything. */
export const productOptionSchema = v.object({
  id: idSchema,
  title: shortTitle,
  values: v.pipe(
    v.array(
      v.object({
        id: idSchema,
        title: shortTitle,
        picture: v.optional(urlSchema),
        /** `#rrggbb`, for a swatch. */
        color: v.optional(v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i))),
      }),
    ),
    v.minLength(1),
    v.maxLength(limits.optionValues),
  ),
});
export type ProductOption = v.InferOutput<typeof productOptionSchema>;

/** One combination that can be bought. One that is not here does not exist. */
export const productVariantSchema = v.object({
  id: idSchema,
  /** Option id → value id, one for every option of the product. */
  choice: v.record(idSchema, idSchema),
  /** Absent: as the product's. */
  price: v.optional(priceSchema),
  /** Pieces left; null: not counted. Absent: as the product's. */
  stock: v.optional(v.nullable(countSchema)),
  picture: v.optional(urlSchema),
  /** What the shop's own systems call it. Absent: its id. */
  sku: v.optional(v.pipe(v.string(), v.maxLength(limits.idLength))),
});
export type ProductVariant = v.InferOutput<typeof productVariantSchema>;

export const productFactSchema = v.object({ name: shortTitle, text: localTextSchema(limits.textLength) });

export const productSchema = v.object({
  id: idSchema,
  /** The number viewers call it by (3号链接). Kept when the shelf is reordered. */
  number: v.pipe(countSchema, v.minValue(1)),
  title: localTextSchema(limits.titleLength),
  subtitle: v.optional(localTextSchema(limits.titleLength)),
  /** The first one is the card's picture. */
  pictures: v.pipe(v.array(urlSchema), v.maxLength(20)),
  price: priceSchema,
  /** Pieces left, or null where the shop does not count them here. 0 is sold out. */
  stock: v.nullable(countSchema),
  links: v.optional(productLinksSchema),
  /** The part of the shelf it stands in; products with the same words stand together. */
  group: v.optional(shortTitle),
  options: v.optional(v.pipe(v.array(productOptionSchema), v.maxLength(limits.options))),
  variants: v.optional(v.pipe(v.array(productVariantSchema), v.maxLength(limits.variants))),
  /** Pieces one order may hold at most. */
  most: v.optional(positive),
  facts: v.optional(v.pipe(v.array(productFactSchema), v.maxLength(limits.facts))),
});
export type Product = v.InferOutput<typeof productSchema>;

/** A product being shown by the host (讲解中). */
export const pinSchema = v.object({
  productId: idSchema,
  /** Server time of the pin, ms. */
  at: countSchema,
  /** The media time (EXT-X-PROGRAM-DATE-TIME, ms) it belongs to. */
  mediaAt: countSchema,
});
export type Pin = v.InferOutput<typeof pinSchema>;
