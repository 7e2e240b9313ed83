import { atom } from 'nanostores';
import type { ClaimState } from '../core/coupon-phase.js';
import { mergeComments, removeComments, type CommentWindow } from '../core/comment-window.js';
import { safeUrl } from '../core/link.js';
import { makeId } from '../core/make-id.js';
import { RoomLog } from '../core/room-log.js';
import { ServerClock } from '../core/server-clock.js';
import {
  QunError,
  type ControlEvent,
  type RoomState,
  type SkippedEvent,
  type Speaker,
  type Session,
} from '../protocol/index.js';
import type { Feed, FeedListener, RoomTransport } from '../transport/room-transport.js';
import { createClaimActions } from './claim-actions.js';
import { createCommentActions } from './comment-actions.js';
import type { Connection, Room } from './room.js';

/** How long a hole in the log may stay open before it is asked for, ms: a reordered packet is back well within it. */
const HOLE_MS = 1000;

export interface RoomOptions {
  transport: RoomTransport;
  /** Default: the transport's base, else a random name. */
  id?: string;
  clock?: ServerClock;
}

/** Makes one room. Nothing is shared between rooms and nothing is connected until it is retained. */
export function createRoom({ transport, id, clock = new ServerClock() }: RoomOptions): Room {
  const $connection = atom<Connection>({ status: 'idle', stale: false });
  const $state = atom<RoomState | undefined>(undefined);
  const $left = atom<Readonly<Record<string, number>>>({});
  const $online = atom(0);
  const $commentCount = atom(0);
  const $comments = atom<CommentWindow>([]);
  const $claims = atom<Readonly<Record<string, ClaimState>>>({});
  const $viewer = atom<Speaker | undefined>(undefined);
  const $fault = atom<QunError | undefined>(undefined);

  const log = new RoomLog();
  let feed: Feed | undefined;
  let holders = 0;
  let hole: ReturnType<typeof setTimeout> | undefined;
  let joining: Promise<Session> | undefined;

  const publish = () => {
    if (log.state !== $state.get()) $state.set(log.state);
    const stale = log.position !== undefined && log.stale;
    if (stale !== $connection.get().stale) $connection.set({ ...$connection.get(), stale });
    if (!stale) clearHole();
    else if (log.lost) mend();
    else hole ??= setTimeout(mend, HOLE_MS);
  };
  const clearHole = () => {
    clearTimeout(hole);
    hole = undefined;
  };
  const mend = () => {
    clearHole();
    feed?.resync(log.lost ? undefined : log.position);
    // Asked again while it stays open: the answer to this one may be lost as well.
    if (feed && log.stale) hole = setTimeout(mend, HOLE_MS * 5);
  };

  const listener: FeedListener = {
    status(status, error) {
      $connection.set({ status, error, stale: $connection.get().stale });
    },
    hello(hello) {
      log.hello(hello);
      publish();
    },
    snapshot(snapshot) {
      log.snapshot(snapshot);
      $online.set(snapshot.online);
      $left.set({ ...$left.get(), ...snapshot.left });
      if (snapshot.commentCount !== undefined) $commentCount.set(snapshot.commentCount);
      publish();
      $comments.set(mergeComments($comments.get(), snapshot.comments, log.state?.redacted));
    },
    control(event: ControlEvent | SkippedEvent) {
      log.event(event);
      publish();
      if (!('skipped' in event) && event.type === 'comment.redact') {
        $comments.set(removeComments($comments.get(), event.data.ids));
      }
    },
    tick(tick) {
      log.head(tick);
      publish();
      $online.set(tick.online);
      if (tick.commentCount !== undefined) $commentCount.set(tick.commentCount);
      if (Object.keys(tick.left).length > 0) $left.set({ ...$left.get(), ...tick.left });
      $comments.set(mergeComments($comments.get(), tick.comments, log.state?.redacted));
    },
    refused(error) {
      $fault.set(error);
    },
  };

  /** Joins once; a failed attempt is forgotten, so that the next action tries again. */
  const join = () => {
    joining ??= transport.join().then(
      session => {
        $viewer.set(session.viewer);
        const held = session.claims.map(
          claim => [claim.couponId, { status: 'claimed', claim, already: true }] as const,
        );
        $claims.set({ ...Object.fromEntries(held), ...$claims.get() });
        return session;
      },
      (cause: unknown) => {
        joining = undefined;
        throw QunError.from(cause, 'network');
      },
    );
    return joining;
  };

  const context = { transport, clock, join, makeId };
  return {
    id: id ?? transport.base ?? makeId(6),
    clock,
    $connection,
    $state,
    $left,
    $online,
    $commentCount,
    $comments,
    $claims,
    $viewer,
    $fault,
    retain() {
      holders += 1;
      if (holders === 1) {
        feed = transport.connect(listener, clock);
        join().catch((error: QunError) => $fault.set(error));
      }
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holders -= 1;
        if (holders > 0) return;
        clearHole();
        feed?.close();
        feed = undefined;
        $connection.set({ status: 'idle', stale: false });
      };
    },
    resolve: url => (url ? safeUrl(url, transport.base ?? documentBase()) : undefined),
    ...createCommentActions(context, $comments, $viewer),
    ...createClaimActions(context, $claims),
    command: command => join().then(() => transport.send(command, makeId())),
  };
}

function documentBase(): string {
  return typeof document === 'undefined' ? 'http://localhost/' : document.baseURI;
}
