import type { Contact, ContactCode } from '../protocol/index.js';

/** Whether `code` still leads somewhere at `now`, ms. */
export const stillGood = ({ expiresAt }: ContactCode, now: number): boolean =>
  expiresAt === undefined || expiresAt > now;

/** The first code of `contact` that has not run out; undefined: none. Who has how many places only a server can count. */
export const firstGood = ({ codes }: Contact, now: number): ContactCode | undefined =>
  codes.find(code => stillGood(code, now));
