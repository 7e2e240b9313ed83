import * as v from 'valibot';

/** Every refusal has this body. */
export const errorBodySchema = v.object({
  error: v.object({
    code: v.string(),
    number: v.number(),
    /** English, for developers: what to do. */
    message: v.string(),
    path: v.optional(v.string()),
    retryAfterMs: v.optional(v.number()),
  }),
});
