import { atom } from 'nanostores';
import type { Chapter } from '../core/chapters.js';
import type { ClaimState } from '../core/coupon-phase.js';
import { mergeComments, removeComments, type CommentWindow } from '../core/comment-window.js';
import { safeUrl } from '../core/link.js';
import { makeId } from '../core/make-id.js';
import type { HoldState } from '../core/sale-phase.js';
import { RoomLog } from '../core/room-log.js';
import { ServerClock } from '../core/server-clock.js';
import {
  QunError,
  type Comment,
  type Happening,
  type Question,
  type RoomState,
  type SaleFigures,
  type Snapshot,
  type Speaker,
  type Tick,
} from '../protocol/index.js';
import type { Feed, FeedListener, RoomTransport } from '../transport/room-transport.js';
import { createActing } from './acting.js';
import { createCart } from './cart.js';
import { folding } from './folding.js';
import { Membership } from './membership.js';
import { Resync } from './resync.js';
import type { Connection, Own, Room } from './room.js';
import { createStage } from './stage.js';

export interface RoomOptions {
  transport: RoomTransport;
  /** Default: the transport's base, else a random name. */
  id?: string;
  clock?: ServerClock;
}

/** Ids of comments taken down that are remembered beyond what the room's state holds. */
const REDACTED = 1000;

/** Makes one room. Nothing is shared between rooms and nothing is connected until it is retained. */
export function createRoom({ transport, id, clock = new ServerClock() }: RoomOptions): Room {
  const $connection = atom<Connection>({ status: 'idle', stale: false });
  const $state = atom<RoomState | undefined>(undefined);
  const $shown = atom<RoomState | undefined>(undefined);
  const $chapters = atom<readonly Chapter[]>([]);
  const $left = atom<Readonly<Record<string, number>>>({});
  const $sales = atom<Readonly<Record<string, SaleFigures>>>({});
  const $holds = atom<Readonly<Record<string, HoldState>>>({});
  const $online = atom(0);
  const $commentCount = atom(0);
  const $comments = atom<CommentWindow>([]);
  const $likes = atom(0);
  const $asked = atom<readonly Question[]>([]);
  const $happened = atom<readonly Happening[]>([]);
  const $claims = atom<Readonly<Record<string, ClaimState>>>({});
  const $own = atom<Own>({});
  const $viewer = atom<Speaker | undefined>(undefined);
  const $fault = atom<QunError | undefined>(undefined);

  const log = new RoomLog(() => folding.here?.fold);
  const takeOver = $state.listen(state => $shown.set(state));
  const resync = new Resync(log);
  const redacted = new Set<string>();
  /** Events that came before what reads them. */
  let unread: unknown[] = [];
  let feed: Feed | undefined;
  let holders = 0;

  const fault = (error: QunError) => {
    const last = $fault.get();
    // A server that sends the same nonsense twice a second is one fault.
    if (last?.code !== error.code || last.message !== error.message) $fault.set(error);
  };
  const membership = new Membership({ transport, $own, $viewer, $claims, fault });

  /** Taken down is taken down, in whatever order it is heard: nothing brings it back. */
  const redact = (ids: readonly string[]) => {
    if (ids.every(one => redacted.has(one))) return;
    for (const one of ids) redacted.add(one);
    for (const oldest of redacted) {
      if (redacted.size <= REDACTED) break;
      redacted.delete(oldest);
    }
    $comments.set(removeComments($comments.get(), ids));
  };
  const addComments = (comments: readonly Comment[]) =>
    $comments.set(mergeComments($comments.get(), comments, redacted, $viewer.get()?.id));

  const publish = () => {
    if (log.state !== $state.get()) {
      $state.set(log.state);
      redact(log.state?.redacted ?? []);
    }
    const stale = log.position !== undefined && (log.stale || unread.length > 0);
    if (stale !== $connection.get().stale) $connection.set({ ...$connection.get(), stale });
    resync.look();
  };

  const hear = ({ online, commentCount, likes, asked, left, sales, comments }: Snapshot | Tick) => {
    $online.set(online);
    if (commentCount !== undefined) $commentCount.set(commentCount);
    if (likes !== undefined) $likes.set(likes);
    if (asked) $asked.set(asked);
    if (Object.keys(left).length > 0) $left.set({ ...$left.get(), ...left });
    if (sales) {
      $sales.set({ ...$sales.get(), ...sales });
      mind();
    }
    addComments(comments);
  };

  const listener: FeedListener = {
    position: () => (log.lost ? undefined : log.position),
    status(status, error) {
      $connection.set({ status, error, stale: $connection.get().stale });
      // Joining gave up while there was no way to the server; now there is one.
      if (status === 'open') membership.retry();
    },
    hello(hello) {
      log.hello(hello);
      resync.snapshotDue = hello.outcome === 'snapshot';
      publish();
    },
    snapshot(snapshot) {
      log.snapshot(snapshot);
      resync.snapshotDue = false;
      publish();
      hear(snapshot);
    },
    control(value) {
      const part = folding.here;
      if (!part) {
        unread.push(value);
        publish();
        if (unread.length === 1) void folding.come().then(readOn);
        return;
      }
      try {
        const event = part.parseControl(value);
        if (!('skipped' in event) && event.type === 'comment.redact') redact(event.data.ids);
        log.event(event);
      } catch (error) {
        fault(QunError.from(error, 'malformed'));
      }
      publish();
    },
    tick(tick) {
      log.head(tick);
      publish();
      hear(tick);
      if (tick.happened) $happened.set(tick.happened);
    },
    refused: fault,
    joined: session => membership.become(session),
  };

  const readOn = () => {
    const events = unread;
    unread = [];
    for (const event of events) listener.control(event);
  };

  const connect = () => {
    // What the transport says while it connects is for this room already.
    feed = transport.connect(listener, clock);
    resync.feed = feed;
    membership.begin();
  };
  const disconnect = () => {
    resync.feed = undefined;
    membership.end();
    feed?.close();
    feed = undefined;
    $connection.set({ status: 'idle', stale: false });
  };

  const context = {
    ...{ transport, clock, makeId },
    join: () => membership.join(),
    session: () => membership.session,
    renew: () => membership.renew(),
  };
  const { mind, ...actions } = createActing(context, {
    ...{ $comments, $asked, $likes, $claims, $holds, $viewer, $sales, $connection },
  });
  return {
    id: id ?? transport.base ?? makeId(6),
    clock,
    cart: createCart(),
    $connection,
    $state,
    $shown,
    $chapters,
    $left,
    $sales,
    $holds,
    $online,
    $commentCount,
    $comments,
    $likes,
    $asked,
    $happened,
    $claims,
    $own,
    $viewer,
    $fault,
    retain() {
      holders += 1;
      if (holders === 1) connect();
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        if (holders === 0) disconnect();
      };
    },
    reconnect() {
      if (holders === 0) return;
      disconnect();
      connect();
    },
    ...createStage({ log, clock, transport, feed: () => feed, $state, $shown, $chapters, takeOver }),
    resolve: url => (url ? safeUrl(url, transport.base ?? documentBase()) : undefined),
    ...actions,
    command: command => membership.join().then(() => transport.send(command, makeId())),
  };
}

function documentBase(): string {
  return typeof document === 'undefined' ? 'http://localhost/' : document.baseURI;
}
