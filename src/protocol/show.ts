import * as v from 'valibot';
import { couponTermsSchema } from './coupon.js';
import { limits } from './limits.js';
import { productSchema } from './product.js';
import { saleTermsSchema } from './sale.js';
import { aroundDataSchema, hostSchema, shareSchema, streamSchema } from './room-state.js';
import { countSchema, idSchema, localTextSchema, timeSchema } from './text.js';

const unique = <T extends { id: string }>(items: T[]) =>
  new Set(items.map(item => item.id)).size === items.length;

/** What a merchant writes about a show; the file `qunlive serve` reads, and the data of `show.load`. */
export const showSchema = v.object({
  room: idSchema,
  title: localTextSchema(limits.titleLength),
  host: hostSchema,
  stream: v.optional(v.nullable(streamSchema), null),
  share: v.optional(shareSchema, {}),
  startsAt: v.optional(v.nullable(timeSchema), null),
  notice: v.optional(v.nullable(localTextSchema(limits.textLength)), null),
  products: v.pipe(
    v.optional(
      v.array(v.object({ ...productSchema.entries, number: v.optional(v.pipe(countSchema, v.minValue(1))) })),
      [],
    ),
    v.maxLength(limits.products),
    v.check(unique, 'every product needs an id of its own'),
  ),
  coupons: v.pipe(
    v.optional(v.array(couponTermsSchema), []),
    v.maxLength(limits.coupons),
    v.check(unique, 'every coupon needs an id of its own'),
  ),
  sales: v.optional(
    v.pipe(
      v.array(saleTermsSchema),
      v.maxLength(limits.sales),
      v.check(unique, 'every sale needs an id of its own'),
    ),
  ),
  around: aroundDataSchema,
});
export type Show = v.InferOutput<typeof showSchema>;
