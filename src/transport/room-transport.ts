import type {
  AnswerOf,
  Command,
  Hello,
  HistoryPage,
  Position,
  QunError,
  Session,
  Snapshot,
  Tick,
} from '../protocol/index.js';
import type { ServerClock } from '../core/server-clock.js';

/**
 * `connecting`: the first attempt. `open`: events flow. `reconnecting`: it was lost, the next attempt is due by
 * itself. `offline`: the device says it has no network; it goes on when there is one. `failed`: final, see the error.
 */
export type ConnectionStatus = 'idle' | 'connecting' | 'open' | 'reconnecting' | 'offline' | 'failed';

/** What a transport tells. Everything but control events has been parsed; order, loss and repetition are the listener's business. */
export interface FeedListener {
  status(status: ConnectionStatus, error?: QunError): void;
  hello(hello: Hello): void;
  snapshot(snapshot: Snapshot): void;
  /** An event of the log as it came: whoever folds it reads it first. */
  control(event: unknown): void;
  tick(tick: Tick): void;
  /** Something arrived that is not of the protocol. The connection goes on. */
  refused(error: QunError): void;
  /** Who this viewer is was renewed, or is somebody else now. Not needed after `join()`, which answers it. */
  joined(session: Session): void;
  /** Where a lost connection should go on; undefined: with a snapshot. */
  position(): Position | undefined;
}

export interface Feed {
  /** The listener has a hole: send what follows `position`, or a snapshot where there is none. */
  resync(position: Position | undefined): void;
  /** Says where the viewer's picture stands, ms since 1970, to a feed that replays. Default: it does not matter. */
  follow?(date: () => number | undefined): void;
  close(): void;
}

/** Which part of a log is wanted. */
export interface HistoryQuery {
  /** Events after this place; 0: from the beginning. */
  after: number;
  /** The epoch that `after` belongs to, so that a cache may keep the answer. */
  epoch?: string | undefined;
  /** Only events of these types. Default: all. */
  types?: readonly string[] | undefined;
}

/**
 * One room's way to its server. Ours speaks HTTP and SSE; bring your own by implementing `connect`, `join` and `send`.
 */
export interface RoomTransport {
  /** What relative URLs in the room's state are relative to. */
  readonly base?: string | undefined;
  /** Opens the feed and keeps it open until closed, reconnecting by itself. */
  connect(listener: FeedListener, clock: ServerClock): Feed;
  /** Who this viewer is and what they hold. Called once on joining. Rejects with a QunError. */
  join(): Promise<Session>;
  /** Sends one command. Temporary failures are retried under the same key. Rejects with a QunError. */
  send<C extends Command>(command: C, key: string): Promise<AnswerOf<C['type']>>;
  /**
   * A page of what has happened so far. Default: not known, so that a recording has no pins, and who comes late none from
   * before. Rejects with a QunError.
   */
  history?(query: HistoryQuery): Promise<HistoryPage>;
}
