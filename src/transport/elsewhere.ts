import { QunError, type Position } from '../protocol/index.js';
import { askWhy } from './ask-why.js';
import { pollSnapshots } from './poll-snapshots.js';
import { playRecording } from './play-recording.js';
import { historyOf, looksRecorded } from './recording-files.js';
import { SegmentFollower } from './segment-follower.js';
import { readHead } from './segment-files.js';
import type { SseFeed } from './sse-feed.js';
import { stumble, tryLater } from './try-later.js';

/** Where a feed stands that looks for another way. Aborted: it has found one, or is closed. */
export interface Quest {
  signal: AbortSignal;
  /** Undefined: only a snapshot helps. */
  position: Position | undefined;
  /** The feed that did not open just now. */
  url?: string | undefined;
}

/** Finds out why no feed opens, and goes on as well as it can be done. Never rejects. */
async function go(feed: SseFeed, quest: Quest): Promise<void> {
  const { http } = feed.options;
  const { signal, url } = quest;
  if (http.recorded) return playRecording(feed, quest);
  if (url === undefined) return follow(feed, quest);
  const { kind, error } = await askWhy(http, url, signal);
  if (signal.aborted) return;
  if (kind === 'refused') return feed.fail(error);
  if (kind === 'segments') return follow(feed, quest);
  const recorded = kind === 'foreign' && (await looksRecorded(http, signal));
  if (signal.aborted) return;
  if (recorded) return playRecording(feed, quest);
  if (kind === 'held') feed.blocked += 1;
  tryLater(feed, error);
}

/** By segments, and where this server makes none, by snapshots. */
async function follow(feed: SseFeed, quest: Quest): Promise<void> {
  const { signal, url } = quest;
  try {
    const answer = await readHead(feed.options.http, signal);
    if (!signal.aborted) await new SegmentFollower(feed, quest, answer).run();
  } catch (cause) {
    if (signal.aborted) return;
    const error = QunError.from(cause, 'network');
    if (url === undefined && (error.code === 'not-found' || error.code === 'malformed')) {
      return pollSnapshots(feed, quest);
    }
    stumble(feed, error);
  }
}

export const elsewhere = { go, looksRecorded, historyOf };
