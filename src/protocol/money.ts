import * as v from 'valibot';

/**
 * Money is whole minor units (分, cents, and for JPY yen) and a currency, never a fraction:
 * ¥129.00 is `{ minor: 12900, currency: 'CNY' }`.
 */
export const moneySchema = v.object({
  minor: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as CNY')),
});
export type Money = v.InferOutput<typeof moneySchema>;

/** `fixed`: one price. `range`: from … to. `struck`: the price now, and the one struck out. */
export const priceSchema = v.variant('kind', [
  v.object({ kind: v.literal('fixed'), amount: moneySchema }),
  v.object({ kind: v.literal('range'), from: moneySchema, to: moneySchema }),
  v.object({ kind: v.literal('struck'), amount: moneySchema, was: moneySchema }),
]);
export type Price = v.InferOutput<typeof priceSchema>;
