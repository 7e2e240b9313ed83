import { createHmac } from 'node:crypto';

/** What a viewer may have only so much of; or the chain, in which nobody stands as they did before they were erased. */
export type Thing = 'chain' | `coupon ${string}` | `sale ${string}`;

/** The name of the store's secret that marks are made with. */
export const SPENT = 'spent';

/**
 * By what is known again that somebody has had a thing after they were erased: whoever comes again is found under it, and it leads
 * neither to them, nor to their other marks, nor to what they had.
 */
export const spentMark = (secret: Buffer, room: string, thing: Thing, viewer: string): string =>
  createHmac('sha256', secret).update(`${room}\0${thing}\0${viewer}`).digest('base64url').slice(0, 22);
