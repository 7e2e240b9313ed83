import * as v from 'valibot';
import { limits } from './limits.js';
import { countSchema, idSchema, localTextSchema, timeSchema, urlSchema } from './text.js';

// In a file of its own: a page parses it when something that shows a part of it comes, and not before.

const title = localTextSchema(limits.titleLength);
const text = localTextSchema(limits.textLength);
const phone = v.pipe(v.string(), v.regex(/^\+?[\d ()-]{3,24}$/, 'a telephone number'));

/** Where something leads: one of these. */
export const leadSchema = v.union([
  v.object({ contactId: idSchema }),
  v.object({ productId: idSchema }),
  v.object({ url: urlSchema }),
]);
export type Lead = v.InferOutput<typeof leadSchema>;

/** A code to scan: of a person, or of a group that takes no more than so many and whose code runs out. */
export const contactCodeSchema = v.object({
  id: idSchema,
  picture: urlSchema,
  /** Viewers it is given to; absent: any number. */
  capacity: v.optional(v.pipe(countSchema, v.minValue(1))),
  /** From then on it leads nowhere, ms. Absent: it stays good. */
  expiresAt: v.optional(timeSchema),
});
export type ContactCode = v.InferOutput<typeof contactCodeSchema>;

/** The shopkeeper's own card, or the shop's groups (社群活码): the first code that is good and not full is shown. */
export const contactSchema = v.object({
  id: idSchema,
  kind: v.picklist(['person', 'group']),
  title,
  text: v.optional(text),
  avatar: v.optional(urlSchema),
  /** What is searched for in the app where no code can be scanned (微信号). */
  account: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[\x21-\x7e]+$/))),
  codes: v.optional(v.pipe(v.array(contactCodeSchema), v.maxLength(limits.contactCodes)), []),
});
export type Contact = v.InferOutput<typeof contactSchema>;

/** A slot in the room that leads to the shop's home, a campaign, anything. */
export const promoSchema = v.object({
  id: idSchema,
  title,
  text: v.optional(text),
  picture: v.optional(urlSchema),
  lead: leadSchema,
  /** Words of its button. */
  button: v.optional(localTextSchema(limits.nameLength)),
});
export type Promo = v.InferOutput<typeof promoSchema>;

/** The shop that one can walk into. */
export const storeSchema = v.object({
  name: title,
  address: v.optional(text),
  /** A map with it. */
  map: v.optional(urlSchema),
  phone: v.optional(phone),
  hours: v.optional(text),
  picture: v.optional(urlSchema),
});
export type StorePlace = v.InferOutput<typeof storeSchema>;

/** What stands around the show: before it, beside it and after it. */
export const aroundSchema = v.object({
  /** Where the room's notice leads. */
  noticeLead: v.optional(leadSchema),
  contacts: v.optional(v.pipe(v.array(contactSchema), v.maxLength(limits.contacts)), []),
  promos: v.optional(v.pipe(v.array(promoSchema), v.maxLength(limits.promos)), []),
  store: v.optional(storeSchema),
  /** How viewers are invited to be reminded. */
  reminder: v.optional(
    v.object({
      text: v.optional(text),
      /** A coupon with the condition `reserve`, named in the invitation. */
      couponId: v.optional(idSchema),
      /** How long the show is planned to last, for calendars. Default: 120. */
      minutes: v.optional(v.pipe(countSchema, v.minValue(1), v.maxValue(1440))),
    }),
  ),
});
export type Around = v.InferOutput<typeof aroundSchema>;

/** Of a state's or a show's `around`. What is not of this shape counts as nothing: a room goes on without it. */
export function readAround(value: unknown): Around {
  const result = v.safeParse(aroundSchema, value ?? {});
  return result.success ? result.output : { contacts: [], promos: [] };
}
