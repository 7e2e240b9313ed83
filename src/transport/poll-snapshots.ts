import { parseSnapshot, QunError } from '../protocol/index.js';
import { pause } from './pause.js';
import type { Quest } from './elsewhere.js';
import { BLOCKED, type SseFeed } from './sse-feed.js';
import { stumble } from './try-later.js';

/** Snapshots after which the feed itself is tried again. */
const POLLS = 12;

/** No feed gets through, and this server makes no segments: the room as it stands, every few seconds. */
export async function pollSnapshots(feed: SseFeed, { signal }: Quest): Promise<void> {
  const { http, listener, clock, pollMs = 5000 } = feed.options;
  try {
    for (let count = 0; count < POLLS; count += 1) {
      const answer = await http.json('snapshot', { signal });
      if (signal.aborted) return;
      const now = (answer.body as { now?: unknown } | null)?.now;
      if (typeof now === 'number') clock.sample(now, answer.sentAt, answer.receivedAt);
      const snapshot = parseSnapshot(answer.body);
      feed.attempt = 0;
      listener.status('open');
      listener.snapshot(snapshot);
      await pause(pollMs * (0.8 + 0.4 * Math.random()), signal);
    }
    if (signal.aborted) return;
    feed.blocked = BLOCKED - 1;
    feed.open(listener.position());
  } catch (cause) {
    if (signal.aborted) return;
    feed.blocked = 0;
    stumble(feed, QunError.from(cause, 'network'));
  }
}
