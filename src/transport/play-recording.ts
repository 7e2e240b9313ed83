import { range } from '../core/range.js';
import { fold } from '../core/fold.js';
import {
  parseSegment,
  parseSnapshot,
  QunError,
  type Coupon,
  type Recording,
  type RoomState,
  type Sale,
  type Segment,
  type Snapshot,
} from '../protocol/index.js';
import type { Quest } from './elsewhere.js';
import { pause } from './pause.js';
import { readRecording } from './recording-files.js';
import type { SseFeed } from './sse-feed.js';
import { stumble } from './try-later.js';

/** Between two looks at where the picture stands, ms. */
const STEP_MS = 500;
/** A picture that has moved by more than this between two looks was taken somewhere else, ms. */
const JUMP_MS = 5000;
/** After a jump, what was said so long before is shown as well, ms. */
const BEFORE_MS = 20_000;
/** Segments held in memory. */
const HELD = 32;

/** Shows a room that is a folder of files: as it was at the end, and its talk along with the viewer's picture. */
export async function playRecording(feed: SseFeed, { signal }: Quest): Promise<void> {
  const { http, listener, onBase } = feed.options;
  try {
    const recording = await readRecording(http, signal);
    const snapshot = parseSnapshot((await http.json(recording.snapshot, { signal, cache: 'default' })).body);
    if (signal.aborted) return;
    onBase(new URL(recording.base ?? '', `${http.base}/`).href);
    feed.attempt = 0;
    listener.status('open');
    listener.snapshot(asReplay(snapshot, recording));
    await talk(feed, recording, snapshot, signal);
  } catch (cause) {
    if (!signal.aborted) stumble(feed, QunError.from(cause, 'network'));
  }
}

/** The state of a room that is over: nothing is pinned but by the picture, and nothing is to be had any more. */
function asReplay(snapshot: Snapshot, { complete, from, to }: Recording): Snapshot {
  const { epoch, room, at, seq } = snapshot;
  const data = { phase: 'replay' as const };
  const over = fold(snapshot.state, { v: 1, room, epoch, seq, at, type: 'room.phase', data });
  const stopped = <T extends Coupon | Sale>(one: T): T =>
    one.state === 'open' ? { ...one, state: 'stopped' } : one;
  const state: RoomState = {
    ...over,
    coupons: over.coupons.map(stopped),
    sales: over.sales.map(stopped),
    talk: { ...over.talk, mode: 'staff' },
  };
  // With a picture, what was said comes along with it.
  const silent = complete && to > from && state.stream !== null;
  // Whoever looks at it is there.
  const online = Math.max(1, snapshot.online);
  return { ...snapshot, state, online, comments: silent ? [] : snapshot.comments };
}

/** What was said, when the picture gets there. */
async function talk(
  feed: SseFeed,
  { segments: folder, durationMs, from, to }: Recording,
  { epoch, seq, online: atTheEnd }: Snapshot,
  signal: AbortSignal,
): Promise<void> {
  const { http, listener } = feed.options;
  const held = new Map<number, Promise<Segment | undefined>>();
  const segment = (n: number): Promise<Segment | undefined> => {
    let reading = held.get(n);
    if (!reading) {
      // One that is missing is silence.
      reading = http
        .json(`${folder}/${n}.json`, { signal, cache: 'default' })
        .then(({ body }) => parseSegment(body))
        .catch(() => undefined);
      held.set(n, reading);
      if (held.size > HELD) held.delete(held.keys().next().value!);
    }
    return reading;
  };
  let last: number | undefined;
  while (!signal.aborted) {
    const date = feed.date?.();
    if (date !== undefined && date !== last) {
      const jumped = last === undefined || date < last || date - last > JUMP_MS;
      const since = jumped ? date - BEFORE_MS : last!;
      const least = Math.max(Math.floor(since / durationMs), Math.floor(from / durationMs));
      // What was said at the end of a window is carried by the one after it.
      const most = Math.min(Math.floor(date / durationMs) + 1, Math.ceil(to / durationMs) - 1);
      const numbers = range(least, most);
      const read = await Promise.all(numbers.map(segment));
      if (signal.aborted) return;
      const all = read.flatMap(one => one?.comments ?? []);
      const comments = all.filter(({ at }) => at > since && at <= date);
      const online = read.find(one => one?.online !== undefined)?.online ?? atTheEnd;
      if (comments.length > 0 || jumped)
        listener.tick({
          v: 1,
          epoch,
          seq,
          at: date,
          online: Math.max(1, online),
          comments,
          more: 0,
          left: {},
        });
      last = date;
    }
    await pause(STEP_MS, signal);
  }
}
