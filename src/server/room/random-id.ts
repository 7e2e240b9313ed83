import { randomFillSync } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code can be read out on the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random bytes are fetched by the page: one by one they would cost more than the claim they are for. */
const pool = Buffer.alloc(4096);
let used = pool.length;

/** Two letters at a time: half the steps, and a code is one for each who claims. */
const PAIRS = Array.from({ length: 1024 }, (_, i) => ALPHABET[i >> 5]! + ALPHABET[i & 31]!);

/** `length` characters, an even number, of 5 random bits each. No byte is used twice. */
export function randomText(length: number): string {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let text = '';
  for (const end = used + length; used < end; used += 2) text += PAIRS[pool.readUInt16LE(used) & 1023];
  return text;
}

/** A coupon code of 80 random bits: `7QK4-M2XP-9TDA-RW0H`. Nobody guesses one, and nobody mistypes it unseen. */
export const claimCode = () => `${randomText(4)}-${randomText(4)}-${randomText(4)}-${randomText(4)}`;

/** An id that sorts by time: 9 characters of time, 50 random bits. */
export function timedId(now: number): string {
  let time = '';
  for (let rest = now, i = 0; i < 9; i += 1, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  return `${time}${randomText(10)}`.toLowerCase();
}
