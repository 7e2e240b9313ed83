import { ReplyError } from 'ioredis';
import { QunError } from '../../../protocol/index.js';

/** What a Redis answers that is full, starting, changing places or waiting for its replicas: it passes. */
const PASSING =
  /\b(LOADING|READONLY|CLUSTERDOWN|TRYAGAIN|MASTERDOWN|NOREPLICAS|OOM|MISCONF|BUSY|MOVED|ASK|UNBLOCKED|NOSCRIPT)\b/;

const isReply = (error: unknown): error is Error => error instanceof ReplyError;

export const isMissingScript = (error: unknown): boolean =>
  isReply(error) && error.message.startsWith('NOSCRIPT');

/** As a caller should see it: what passes is `overloaded`, with a time to come back; the rest is a fault of ours. */
export function storeFault(error: unknown): QunError {
  if (error instanceof QunError) return error;
  if (isReply(error) && !PASSING.test(error.message)) {
    return new QunError('internal', { detail: 'the store refused a command', cause: error });
  }
  // Not reached, timed out, or about to have another primary: nobody knows whether it was done, and asking again is safe.
  return new QunError('overloaded', {
    detail: 'the store is away for a moment',
    retryAfterMs: 500 + Math.round(1000 * Math.random()),
    cause: error,
  });
}
