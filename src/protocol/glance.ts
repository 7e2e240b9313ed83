import * as v from 'valibot';
import { limits } from './limits.js';
import { hostSchema, phaseSchema, shareSchema, streamSchema } from './room-state.js';
import { countSchema, localTextSchema, timeSchema } from './text.js';

/** What who stands outside reads of a snapshot: a thousand products are not gone through for it. */
export const glanceSchema = v.object({
  now: v.optional(timeSchema),
  online: countSchema,
  state: v.object({
    title: localTextSchema(limits.titleLength),
    phase: phaseSchema,
    startsAt: v.nullable(timeSchema),
    host: hostSchema,
    stream: v.nullable(streamSchema),
    share: shareSchema,
  }),
});
