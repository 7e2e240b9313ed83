/**
 * The one table of everything that can go wrong, on the wire and in the page.
 *
 * `temporary` codes are retried with a jittered back-off; `final` ones are shown to the person with one
 * thing to do. The text of a code is the message `error.<name>` of every language; http-status.ts says which travel.
 */
export const codes = {
  internal: { number: 1000, kind: 'temporary' },
  malformed: { number: 1001, kind: 'final' },
  'unknown-command': { number: 1002, kind: 'final' },
  'too-large': { number: 1003, kind: 'final' },
  'key-missing': { number: 1004, kind: 'final' },
  'key-reused': { number: 1005, kind: 'final' },
  'rate-limited': { number: 1006, kind: 'temporary' },
  overloaded: { number: 1007, kind: 'temporary' },
  'shutting-down': { number: 1008, kind: 'temporary' },
  'not-found': { number: 1009, kind: 'final' },

  'token-missing': { number: 2001, kind: 'final' },
  'token-bad': { number: 2002, kind: 'final' },
  'token-expired': { number: 2003, kind: 'final' },
  'not-allowed': { number: 2004, kind: 'final' },
  'origin-refused': { number: 2005, kind: 'final' },

  'room-not-found': { number: 3001, kind: 'final' },
  'room-full': { number: 3002, kind: 'temporary' },
  'room-expired': { number: 3003, kind: 'final' },
  'room-forbidden': { number: 3004, kind: 'final' },
  'room-ended': { number: 3005, kind: 'final' },

  'comment-empty': { number: 4001, kind: 'final' },
  'comment-too-long': { number: 4002, kind: 'final' },
  'comment-too-fast': { number: 4003, kind: 'temporary' },
  'comment-unknown': { number: 4004, kind: 'final' },

  'coupon-unknown': { number: 5001, kind: 'final' },
  'product-unknown': { number: 5002, kind: 'final' },
  'pins-full': { number: 5003, kind: 'final' },
  'phase-conflict': { number: 5004, kind: 'final' },

  network: { number: 6001, kind: 'temporary' },
  timeout: { number: 6002, kind: 'temporary' },
  'version-mismatch': { number: 6003, kind: 'final' },
  'bad-config': { number: 6004, kind: 'final' },
  'no-room': { number: 6005, kind: 'final' },

  'engine-failed': { number: 7001, kind: 'temporary' },
  'stream-unreachable': { number: 7002, kind: 'temporary' },
  'stream-refused': { number: 7003, kind: 'final' },
  'stream-broken': { number: 7004, kind: 'temporary' },
  'stream-unsupported': { number: 7005, kind: 'final' },

  'share-failed': { number: 8001, kind: 'final' },
} as const satisfies Record<string, CodeEntry>;

export interface CodeEntry {
  /** Never reused, never renumbered. */
  number: number;
  kind: 'temporary' | 'final';
}

export type Code = keyof typeof codes;

/** True when `name` is one of our codes; answers of foreign servers may hold anything. */
export function isCode(name: unknown): name is Code {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(codes, name);
}
