import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code can be read out on the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` characters of 5 random bits each. */
export function randomText(length: number): string {
  let text = '';
  for (const byte of randomBytes(length)) text += ALPHABET[byte & 31];
  return text;
}

/** A coupon code of 80 random bits: `7QK4-M2XP-9TDA-RW0H`. Nobody guesses one, and nobody mistypes it unseen. */
export const claimCode = () => randomText(16).replace(/(.{4})(?=.)/g, '$1-');

/** An id that sorts by time: 9 characters of time, 50 random bits. */
export function timedId(now: number): string {
  let time = '';
  for (let rest = now, i = 0; i < 9; i += 1, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  return `${time}${randomText(10)}`.toLowerCase();
}
