import type { ReadableAtom, WritableAtom } from 'nanostores';
import { sameChapters, type Chapter } from '../core/chapters.js';
import { Presentation } from '../core/presentation.js';
import type { RoomLog } from '../core/room-log.js';
import type { ServerClock } from '../core/server-clock.js';
import type { RoomState } from '../protocol/index.js';
import type { Feed, RoomTransport } from '../transport/room-transport.js';
import { recallShow } from './recall-show.js';
import type { Playhead } from './room.js';

export interface Backstage {
  log: RoomLog;
  clock: ServerClock;
  transport: RoomTransport;
  $state: ReadableAtom<RoomState | undefined>;
  $shown: WritableAtom<RoomState | undefined>;
  $chapters: WritableAtom<readonly Chapter[]>;
  /** The room's connection; undefined while there is none. */
  feed(): Feed | undefined;
  /** Ends the showing of everything at once. */
  takeOver(): void;
}

/** Between two looks at a picture that does not say when it jumps, at most, ms. */
const STRIDE_MS = 1000;
/** Between two looks at least, ms: pictures come a frame at a time. */
const FRAME_MS = 20;
/** So near a moment the picture's speed makes no difference any more, ms. */
const NEAR_MS = 100;

/**
 * Shows one room as its viewer's picture has come to it. One timer, and only while something is awaited; it stands still
 * with the picture, whose owner says when it moves on.
 */
export class Presenter {
  readonly #backstage: Backstage;
  readonly #presentation = new Presentation();
  readonly #playheads = new Set<Playhead>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #recalled: unknown;

  constructor(backstage: Backstage) {
    const { log, $state, takeOver } = (this.#backstage = backstage);
    takeOver();
    const { history } = this.#presentation;
    log.step = (event, before) => {
      const { clock } = backstage;
      if (event) history.event(event, log.state!, before!, now(), clock.now());
      else history.snapshot(log.position!, log.state!, now());
    };
    if (log.position) log.step();
    $state.listen(this.#look);
  }

  /** Follows `playhead`, the newest one first, until it is taken back. */
  present(playhead: Playhead): () => void {
    this.#playheads.add(playhead);
    const leave = playhead.watch?.(this.#look);
    this.#look();
    return () => {
      leave?.();
      if (this.#playheads.delete(playhead)) this.#look();
    };
  }

  seek(date: number): void {
    this.#playhead?.seek?.(date);
  }

  /** The one that has a picture; of several the newest. */
  get #playhead(): Playhead | undefined {
    const all = [...this.#playheads].reverse();
    const { onAirAt } = this.#presentation.history;
    return all.find(one => one.date(onAirAt) !== undefined) ?? all[0];
  }

  readonly #date = () => this.#playhead?.date(this.#presentation.history.onAirAt);

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    const { $state, $shown, $chapters, clock } = this.#backstage;
    const truth = $state.get();
    const playhead = this.#playhead;
    if (!truth) return $shown.set(undefined);
    const { onAirAt } = this.#presentation.history;
    const date = playhead?.date(onAirAt);
    this.#backstage.feed()?.follow?.(this.#date);
    const { shown, chapters, pictureMs, clockMs } = this.#presentation.look(truth, {
      date,
      latencyS: playhead?.latencyS(),
      back: playhead?.back?.() ?? false,
      span: playhead?.span?.(onAirAt),
      now: now(),
      serverNow: clock.now(),
    });
    $shown.set(shown);
    if (!sameChapters(chapters, $chapters.get())) $chapters.set(chapters);
    void this.#recall(truth, playhead);

    if (!playhead) return;
    const stands = playhead.moving?.() === false;
    // A picture that catches up runs faster than the clock: half of the way is slept, then half of the rest.
    const strideMs = pictureMs > NEAR_MS ? pictureMs / 2 : pictureMs;
    const byPicture = stands ? Infinity : playhead.watch ? strideMs : Math.min(strideMs, STRIDE_MS);
    const sleepMs = Math.min(byPicture, clockMs);
    if (sleepMs < Infinity) this.#timer = setTimeout(this.#look, Math.max(FRAME_MS, sleepMs));
  };

  /** Fetches what was before, once for an epoch, where the picture can go back to it. */
  async #recall({ phase }: RoomState, playhead: Playhead | undefined): Promise<void> {
    const { log, transport } = this.#backstage;
    const epoch = log.position?.epoch;
    if (
      !epoch ||
      epoch === this.#recalled ||
      !playhead ||
      (phase !== 'replay' && !playhead.span?.(undefined))
    )
      return;
    this.#recalled = epoch;
    const { history } = this.#presentation;
    if (await recallShow(transport, history, epoch, () => this.#recalled === epoch)) this.#look();
  }
}

const presenters = new WeakMap<Backstage, Presenter>();

/** The presenter of one room. */
export function presenterOf(backstage: Backstage): Presenter {
  const known = presenters.get(backstage) ?? new Presenter(backstage);
  presenters.set(backstage, known);
  return known;
}

/** Arrivals are measured by a clock that nobody sets. */
const now = () => performance.now();
