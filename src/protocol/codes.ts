/**
 * The one table of everything that can go wrong, on the wire and in the page.
 *
 * `temporary` codes are retried with a jittered back-off; `final` ones are shown to the person with one
 * thing to do. `status` is the HTTP status a server answers with (0: the code never travels). The text of a
 * code is the message `error.<name>` of every language.
 */
export const codes = {
  internal: { number: 1000, kind: 'temporary', status: 500 },
  malformed: { number: 1001, kind: 'final', status: 400 },
  'unknown-command': { number: 1002, kind: 'final', status: 400 },
  'too-large': { number: 1003, kind: 'final', status: 413 },
  'key-missing': { number: 1004, kind: 'final', status: 400 },
  'key-reused': { number: 1005, kind: 'final', status: 422 },
  'rate-limited': { number: 1006, kind: 'temporary', status: 429 },
  overloaded: { number: 1007, kind: 'temporary', status: 503 },
  'shutting-down': { number: 1008, kind: 'temporary', status: 503 },
  'not-found': { number: 1009, kind: 'final', status: 404 },

  'token-missing': { number: 2001, kind: 'final', status: 401 },
  'token-bad': { number: 2002, kind: 'final', status: 401 },
  'token-expired': { number: 2003, kind: 'final', status: 401 },
  'not-allowed': { number: 2004, kind: 'final', status: 403 },
  'origin-refused': { number: 2005, kind: 'final', status: 403 },

  'room-not-found': { number: 3001, kind: 'final', status: 404 },
  'room-full': { number: 3002, kind: 'temporary', status: 503 },
  'room-expired': { number: 3003, kind: 'final', status: 410 },
  'room-forbidden': { number: 3004, kind: 'final', status: 403 },
  'room-ended': { number: 3005, kind: 'final', status: 409 },

  'comment-empty': { number: 4001, kind: 'final', status: 400 },
  'comment-too-long': { number: 4002, kind: 'final', status: 400 },
  'comment-too-fast': { number: 4003, kind: 'temporary', status: 429 },
  'comment-unknown': { number: 4004, kind: 'final', status: 404 },

  'coupon-unknown': { number: 5001, kind: 'final', status: 404 },
  'product-unknown': { number: 5002, kind: 'final', status: 404 },
  'pins-full': { number: 5003, kind: 'final', status: 409 },
  'phase-conflict': { number: 5004, kind: 'final', status: 409 },

  network: { number: 6001, kind: 'temporary', status: 0 },
  timeout: { number: 6002, kind: 'temporary', status: 0 },
  'version-mismatch': { number: 6003, kind: 'final', status: 0 },
  'bad-config': { number: 6004, kind: 'final', status: 0 },
  'no-room': { number: 6005, kind: 'final', status: 0 },

  'engine-failed': { number: 7001, kind: 'temporary', status: 0 },
  'stream-unreachable': { number: 7002, kind: 'temporary', status: 0 },
  'stream-refused': { number: 7003, kind: 'final', status: 0 },
  'stream-broken': { number: 7004, kind: 'temporary', status: 0 },
  'stream-unsupported': { number: 7005, kind: 'final', status: 0 },

  'share-failed': { number: 8001, kind: 'final', status: 0 },
} as const satisfies Record<string, CodeEntry>;

export interface CodeEntry {
  /** Never reused, never renumbered. */
  number: number;
  kind: 'temporary' | 'final';
  status: number;
}

export type Code = keyof typeof codes;

/** True when `name` is one of our codes; answers of foreign servers may hold anything. */
export function isCode(name: unknown): name is Code {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(codes, name);
}
