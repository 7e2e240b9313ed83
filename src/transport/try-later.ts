import type { QunError } from '../protocol/index.js';
import type { SseFeed } from './sse-feed.js';

/** Says what happened, and tries again after a while. */
export function tryLater(feed: SseFeed, error: QunError): void {
  const { listener } = feed.options;
  listener.status('reconnecting', error);
  // Goes on, in case it is mended, but the page's author has to hear of it.
  if (!error.temporary) listener.refused(error);
  feed.later(error);
}

/** The same, unless our server has refused us for good; nothing where a file should be may be a proxy's word. */
export function stumble(feed: SseFeed, error: QunError): void {
  const passing = error.temporary || error.code === 'malformed' || error.code === 'not-found';
  if (passing) tryLater(feed, error);
  else feed.fail(error);
}
