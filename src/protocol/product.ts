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
