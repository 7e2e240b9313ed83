import type { Code } from './codes.js';

// In a file of its own: a page reads the code, so its bundle leaves these out.

/** The HTTP status a server answers with. Codes that are not here never travel. */
export const httpStatus: Partial<Record<Code, number>> = {
  internal: 500,
  malformed: 400,
  'unknown-command': 400,
  'too-large': 413,
  'key-missing': 400,
  'key-reused': 422,
  'rate-limited': 429,
  overloaded: 503,
  'shutting-down': 503,
  'not-found': 404,
  'token-missing': 401,
  'token-bad': 401,
  'token-expired': 401,
  'not-allowed': 403,
  'origin-refused': 403,
  'room-not-found': 404,
  'room-full': 503,
  'room-expired': 410,
  'room-forbidden': 403,
  'room-ended': 409,
  'comment-empty': 400,
  'comment-too-long': 400,
  'comment-too-fast': 429,
  'comment-unknown': 404,
  'comment-refused': 422,
  'comment-muted': 403,
  'talk-closed': 409,
  'question-unknown': 404,
  'coupon-unknown': 404,
  'product-unknown': 404,
  'pins-full': 409,
  'phase-conflict': 409,
};
