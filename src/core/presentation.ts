import type { Coupon, RoomState, Sale } from '../protocol/index.js';
import { chaptersOf, sameChapters, type Chapter, type DateSpan } from './chapters.js';
import { ShowHistory, type Moment, type Opening } from './show-history.js';

/** How much sooner than its frame something may appear, ms. */
const EARLY_MS = 250;
/** What has appeared goes again only where the picture is so long before it, ms: clocks of pictures tremble. */
const TREMBLE_MS = 1000;
/** Nothing live waits longer than this, and this much more than the picture is behind, ms. */
const LONGEST_MS = 20_000;
const GRACE_MS = 3000;
/** A live picture so far from the clock, ms, has a wrong date rather than a long delay. */
const BELIEVED_MS = 60_000;

/** Where the viewer's picture stands. */
export interface Gaze {
  /** Date of the picture, ms since 1970; undefined: there is none, or it has no date. */
  readonly date: number | undefined;
  /** How far the picture is behind, s. */
  readonly latencyS: number | undefined;
  /** The viewer has stepped back in a live show, or watches a recording. */
  readonly back: boolean;
  /** What can be sought; undefined: nothing worth it. */
  readonly span: DateSpan | undefined;
  /** Now, ms of the clock that things are heard by. */
  readonly now: number;
  /** Now, ms of the server. */
  readonly serverNow: number;
}

/** What is to be shown to this viewer. Unchanged things keep their identity. */
export interface View {
  readonly shown: RoomState;
  readonly chapters: readonly Chapter[];
  /** In how many ms of the picture something will change; Infinity: nothing is ahead. */
  readonly pictureMs: number;
  /** In how many ms something will change wherever the picture is. */
  readonly clockMs: number;
}

/**
 * Presentation follows the picture, truth does not wait: what the host shows and opens appears when this viewer's picture
 * gets there, and everything else of the room at once. Pins are always as they were at one place of the log.
 */
export class Presentation {
  readonly history = new ShowHistory();
  #at: Moment | undefined;
  /** Media time of the latest moment that has been shown. */
  #reached = -Infinity;
  #chapters: readonly Chapter[] = [];
  #last: { truth: RoomState; pins: unknown; held: readonly Opening[]; shown: RoomState } | undefined;

  look(truth: RoomState, gaze: Gaze): View {
    const replay = truth.phase === 'replay';
    const date = replay || (truth.phase === 'live' && believable(gaze)) ? gaze.date : undefined;
    const back = replay || gaze.back;
    const capMs = Math.min(LONGEST_MS, (gaze.latencyS ?? Infinity) * 1000 + GRACE_MS);
    const { history } = this;
    const { moments } = history;
    if (moments.length === 0)
      return { shown: truth, chapters: this.#chapters, pictureMs: Infinity, clockMs: Infinity };

    /** How long something has to wait still, by the picture and by the clock. */
    const wait = ({ at, heardAt, opensAt }: Pick<Opening, 'at' | 'heardAt'> & { opensAt?: number }) => ({
      pictureMs: date === undefined ? 0 : at - EARLY_MS - date,
      clockMs: back ? Infinity : Math.min(heardAt + capMs - gaze.now, (opensAt ?? Infinity) - gaze.serverNow),
    });
    const over = (one: Waiting) => one.pictureMs <= 0 || one.clockMs <= 0;
    const index = this.#place(date, moment => over(wait(moment)));
    this.#at = moments[index]!;
    this.#reached = Math.max(this.#reached, this.#at.at);
    // Truth says what can be claimed: who looks back need not wait.
    history.opened(history.openings.filter(one => back || over(wait(whenOpen(one)))));

    const next = moments[index + 1];
    const { span } = gaze;
    this.#seek(truth, span, replay);
    const waits = [...(next ? [next] : []), ...history.openings.map(whenOpen)].map(wait);
    const oldest = span && !replay ? this.#chapters[0] : undefined;
    return {
      shown: this.#shown(truth, index),
      chapters: this.#chapters,
      pictureMs: Math.min(...waits.map(one => one.pictureMs)),
      // The window of a live stream moves on, and over its oldest chapter.
      clockMs: Math.min(...waits.map(one => one.clockMs), oldest ? oldest.at - span!.from : Infinity),
    };
  }

  #place(date: number | undefined, due: (moment: Moment) => boolean): number {
    const { moments } = this.history;
    const index = lastIndex(moments, due);
    const before = this.#at ? moments.indexOf(this.#at) : -1;
    if (date === undefined || index >= before) return index;
    const near = lastIndex(moments, ({ at }) => at - TREMBLE_MS <= date);
    return Math.max(index, Math.min(before, near));
  }

  #seek(truth: RoomState, span: DateSpan | undefined, replay: boolean): void {
    const { moments } = this.history;
    const reached = replay ? moments : moments.filter(({ at }) => at <= this.#reached);
    const chapters = span ? chaptersOf(reached, truth.products, span, replay) : [];
    if (!sameChapters(chapters, this.#chapters)) this.#chapters = chapters;
  }

  #shown(truth: RoomState, index: number): RoomState {
    const { moments, openings: held } = this.history;
    const last = index === moments.length - 1;
    if (last && held.length === 0) return truth;
    const { pins } = last ? truth : moments[index]!;
    const before = this.#last;
    if (before?.truth === truth && before.pins === pins && before.held === held) return before.shown;
    const shown = {
      ...truth,
      // What is taken off the shelf is not shown on anybody's picture.
      pins: pins.filter(pin => truth.products.some(product => product.id === pin.productId)),
      ...(held.length > 0
        ? {
            coupons: truth.coupons.map(coupon => unopened(coupon, 'coupons', held)),
            sales: truth.sales.map(sale => unopened(sale, 'sales', held)),
          }
        : {}),
    };
    this.#last = { truth, pins, held, shown };
    return shown;
  }
}

interface Waiting {
  pictureMs: number;
  clockMs: number;
}

/** What was announced ahead opens by the clock, for everybody at once. */
const whenOpen = ({ at, heardAt, announced, opensAt }: Opening) => ({
  at,
  heardAt,
  ...(announced ? { opensAt } : {}),
});

const believable = ({ date, back, serverNow }: Gaze) =>
  back || (date !== undefined && Math.abs(serverNow - date) < BELIEVED_MS);

/** The offer as it was before the host opened it, unless something has happened to it since. */
function unopened<T extends Coupon | Sale>(offer: T, of: Opening['of'], held: readonly Opening[]): T {
  const waiting = held.filter(one => one.of === of && one.id === offer.id);
  if (waiting.length === 0 || offer.soldOut || offer.state !== 'open') return offer;
  const newest = waiting.some(one => one.opensAt === offer.opensAt);
  return newest ? { ...offer, ...waiting[0]!.before } : offer;
}

function lastIndex(moments: readonly Moment[], is: (moment: Moment) => boolean): number {
  for (let i = moments.length - 1; i > 0; i -= 1) if (is(moments[i]!)) return i;
  return 0;
}
