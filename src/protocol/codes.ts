export interface CodeEntry {
  /** Never reused, never renumbered. */
  number: number;
  kind: 'temporary' | 'final';
}

const temporary = (number: number): CodeEntry => ({ number, kind: 'temporary' });
const final = (number: number): CodeEntry => ({ number, kind: 'final' });

/**
 * The one table of everything that can go wrong, on the wire and in the page.
 *
 * `temporary` codes are retried with a jittered back-off; `final` ones are shown to the person with one
 * thing to do. The text of a code is the message `error.<name>` of every language; http-status.ts says which travel.
 */
export const codes = {
  internal: temporary(1000),
  malformed: final(1001),
  'unknown-command': final(1002),
  'too-large': final(1003),
  'key-missing': final(1004),
  'key-reused': final(1005),
  'rate-limited': temporary(1006),
  overloaded: temporary(1007),
  'shutting-down': temporary(1008),
  'not-found': final(1009),

  'token-missing': final(2001),
  'token-bad': final(2002),
  'token-expired': final(2003),
  'not-allowed': final(2004),
  'origin-refused': final(2005),
  'signature-bad': final(2006),

  'room-not-found': final(3001),
  'room-full': temporary(3002),
  'room-expired': final(3003),
  'room-forbidden': final(3004),
  'room-ended': final(3005),

  'comment-empty': final(4001),
  'comment-too-long': final(4002),
  'comment-too-fast': temporary(4003),
  'comment-unknown': final(4004),
  'comment-refused': final(4005),
  'comment-muted': final(4006),
  'talk-closed': final(4007),
  'question-unknown': final(4008),

  'coupon-unknown': final(5001),
  'product-unknown': final(5002),
  'pins-full': final(5003),
  'phase-conflict': final(5004),
  'sale-unknown': final(5005),
  'variant-unknown': final(5006),
  'reservation-unknown': final(5007),
  'code-unknown': final(5008),
  'order-conflict': final(5009),

  network: temporary(6001),
  timeout: temporary(6002),
  'version-mismatch': final(6003),
  'bad-config': final(6004),
  'no-room': final(6005),

  'engine-failed': temporary(7001),
  'stream-unreachable': temporary(7002),
  'stream-refused': final(7003),
  'stream-broken': temporary(7004),
  'stream-unsupported': final(7005),

  'share-failed': final(8001),
} satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;

/** True when `name` is one of our codes; answers of foreign servers may hold anything. */
export function isCode(name: unknown): name is Code {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(codes, name);
}
