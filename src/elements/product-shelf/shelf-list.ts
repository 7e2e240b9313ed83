import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { KeyedList } from '../../base/keyed-list.js';
import { range } from '../../core/range.js';
import { RowPlaces } from '../../core/row-places.js';
import { inOldOrder, keepingOne, sameOrder, type ShelfRow } from '../../core/shelf-rows.js';
import { Hands } from './hands.js';
import { Pace } from './pace.js';

/** Lines are drawn so far beyond what is in view, px. */
const BEYOND_PX = 320;
/** A line that has just come under a finger is not what the finger came for, ms. */
const SETTLE_MS = 400;

/** The elements of one shelf; `rulers` are as high as a product's line and a group's title. */
export interface ShelfParts {
  scroller: HTMLElement;
  list: HTMLElement;
  rulers: readonly [row: HTMLElement, title: HTMLElement];
}

/** The line to draw: its product's place among `count`, from 1, and whether Tab stops there. */
export interface Placed {
  row: ShelfRow;
  place: number;
  count: number;
  tabStop: boolean;
}

interface Needs {
  parts(): ShelfParts | undefined;
  render(placed: Placed): TemplateResult;
  /** What is in view, or what is new and not in view, has changed. */
  changed(): void;
}

/**
 * The lines of a long shelf, of which only those in view are drawn. While somebody is at it they keep their places,
 * whatever the host does; when the hand has gone they take the shelf's order, and what is looked at stays where it is.
 */
export class ShelfList implements ReactiveController {
  readonly #host: ReactiveControllerHost & { isConnected: boolean };
  readonly #needs: Needs;
  readonly #keyed = new KeyedList();
  readonly hands = new Hands(() => this.#catchUp());
  #truth: readonly ShelfRow[] = [];
  #rows: readonly ShelfRow[] = [];
  #index = new Map<string, number>();
  #ordinals: number[] = [];
  #places = new RowPlaces();
  #heights: readonly [number, number] = [0, 0];
  #top = 0;
  #view = 0;
  /** At least so high, so that what is looked at can stay where it is though little is left below. */
  #floor = 0;
  #tabStop = '';
  #first = '';
  #seen = '0 undefined';
  #fresh = new Set<string>();
  #settledAt = -SETTLE_MS;
  #observer: ResizeObserver | undefined;
  #start: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #pace = new Pace();

  constructor(host: ReactiveControllerHost & { isConnected: boolean }, needs: Needs) {
    this.#host = host;
    this.#needs = needs;
    host.addController(this);
  }

  /** How many products have come to the shelf and have not been in view. */
  get fresh(): number {
    return this.#fresh.size;
  }

  /** The group whose lines are at the top; undefined: there are none. */
  get group(): string | undefined {
    for (let at = this.#index.get(this.#first) ?? -1; at >= 0; at -= 1)
      if (!this.#rows[at]!.product) return this.#rows[at]!.key;
    return undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.hands.leave();
    clearTimeout(this.#start);
    clearTimeout(this.#rest);
    this.#start = this.#rest = undefined;
    this.#observer?.disconnect();
    this.#observer = undefined;
    removeEventListener('resize', this.#remeasure);
  }

  /** What the shelf holds now. `anew`: other lines are wanted, from the first one on. */
  show(truth: readonly ShelfRow[], anew: boolean): void {
    const before = this.#truth;
    this.#truth = truth;
    if (truth === before && !anew) {
      // The same lines, of which something else has changed.
    } else if (anew || this.#rows.length === 0) {
      this.#fresh.clear();
      this.#set(truth);
      this.#floor = 0;
      this.#stretch();
      if (this.#top !== 0) this.#scrollTo(0);
      this.#soon();
    } else {
      this.#note(before);
      if (sameOrder(this.#rows, truth)) this.#set(truth);
      else {
        this.#set(inOldOrder(this.#rows, truth));
        this.hands.awaited();
      }
    }
    if (this.#observer) this.#draw(undefined, anew || this.#pace.slow ? 0 : this.#pace.most);
    else this.#soon();
  }

  /** In a task of its own: rendering what stands around the lines is work enough for one, and so is a frame. */
  #soon(): void {
    this.#start ??= setTimeout(() => {
      this.#start = undefined;
      this.#watchSizes();
      this.#measure();
      this.#later(0);
    });
  }

  /** Draws in a task of its own, in `ms` at the earliest. */
  #later(ms: number): void {
    this.#rest ??= setTimeout(() => this.#draw(), ms);
  }

  /** Takes the reader to a line; false: there is none. */
  goTo(key: string): boolean {
    if (!this.#truth.some(row => row.key === key)) return false;
    this.#set(this.#truth);
    const top = this.#places.top(this.#index.get(key)!);
    const near = Math.abs(top - this.#top) < this.#view * 2;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#stretch();
    this.#needs.parts()!.scroller.scrollTo({ top, behavior: near && !calm ? 'smooth' : 'auto' });
    this.#draw();
    return true;
  }

  /** Takes the reader to the first product that has come and has not been in view. */
  readonly goToFresh = (): void => {
    const first = this.#truth.find(row => this.#fresh.has(row.key));
    if (first) this.goTo(first.key);
  };

  /** Moves the focus by so many products, or to one end. False: there is none that way. */
  walk(from: string, by: number): boolean {
    const rows = this.#rows.flatMap(row => (row.product ? [row.key] : []));
    const to = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(from) + by))];
    if (to === undefined || to === from) return false;
    const index = this.#index.get(to)!;
    const [top, bottom] = [this.#places.top(index), this.#places.bottom(index)];
    if (top < this.#top) this.#scrollTo(top);
    else if (bottom > this.#top + this.#view) this.#scrollTo(bottom - this.#view);
    this.#tabStop = to;
    this.#draw(to);
    this.#keyed.get(to)?.querySelector<HTMLElement>('.open')?.focus({ preventScroll: true });
    return true;
  }

  /** How many products fit into the view. */
  get page(): number {
    return Math.max(1, Math.floor(this.#view / (this.#heights[0] || 1)) - 1);
  }

  /** The first product in view, or the one the focus was on. */
  get tabStop(): string {
    return this.#tabStop;
  }

  focused(key: string): void {
    if (this.#tabStop === key) return;
    this.#tabStop = key;
    this.#draw();
  }

  /** Whether a tap is to be ignored, as the lines have only just moved. */
  get settling(): boolean {
    return performance.now() - this.#settledAt < SETTLE_MS;
  }

  readonly onScroll = (): void => {
    this.hands.stir();
    const { scroller } = this.#needs.parts()!;
    this.#top = scroller.scrollTop;
    if (this.#floor > this.#top + this.#view) {
      this.#floor = this.#top + this.#view;
      this.#stretch();
    }
    // What is scrolled into view has been drawn already; on a slow phone the frame comes first, then what is beyond.
    if (this.#pace.slow) this.#later(0);
    else this.#draw();
  };

  #watchSizes(): void {
    if (this.#observer || !this.#host.isConnected) return;
    if (typeof ResizeObserver === 'undefined') {
      addEventListener('resize', this.#remeasure);
      return;
    }
    const { scroller, rulers } = this.#needs.parts()!;
    this.#observer = new ResizeObserver(this.#onSize);
    for (const one of [scroller, ...rulers]) this.#observer.observe(one);
  }

  readonly #onSize = (): void => {
    // Lines of another height make the list another height, which an observer must not do to what it observes.
    if (this.#rulers()[0] !== this.#heights[0]) requestAnimationFrame(this.#remeasure);
    else this.#remeasure();
  };

  readonly #remeasure = (): void => {
    if (this.#measure()) this.#draw();
  };

  #rulers(): readonly [row: number, title: number] {
    const rulers = this.#needs.parts()?.rulers ?? [];
    return [rulers[0]?.offsetHeight ?? 0, rulers[1]?.offsetHeight ?? 0];
  }

  /** True: something is of another size, and is to be drawn anew. */
  #measure(): boolean {
    const [row, title] = this.#rulers();
    // Not displayed: what was known holds until it is.
    if (row === 0) return false;
    const anchor = this.#anchor();
    const same = row === this.#heights[0] && title === this.#heights[1];
    this.#heights = [row, title];
    if (!same) this.#place();
    const view = this.#needs.parts()!.scroller.clientHeight;
    if (same && view === this.#view) return false;
    this.#view = view;
    this.#hold(anchor);
    return true;
  }

  /** Products that were not there before are new, unless the whole shelf is another one. */
  #note(before: readonly ShelfRow[]): void {
    const had = new Set(before.map(row => row.key));
    const here = new Set(this.#truth.map(row => row.key));
    for (const key of this.#fresh) if (!here.has(key)) this.#fresh.delete(key);
    const come = this.#truth.filter(row => row.product && !had.has(row.key));
    if (before.some(row => here.has(row.key))) for (const row of come) this.#fresh.add(row.key);
  }

  #catchUp(): void {
    if (!this.#host.isConnected || sameOrder(this.#rows, this.#truth)) return;
    const anchor = this.#anchor();
    this.#set(keepingOne(this.#rows, this.#truth, this.#held()));
    this.#hold(anchor);
    this.#settledAt = performance.now();
    if (!sameOrder(this.#rows, this.#truth)) this.hands.awaited();
    this.#draw();
  }

  /** The line somebody points at or has the focus on. */
  #held(): string | undefined {
    const { list } = this.#needs.parts()!;
    const focused = list.querySelector<HTMLElement>(':scope > :focus-within')?.dataset.key;
    return focused ?? this.hands.pointed;
  }

  /** Lines that are to stay where they are, the most wanted first, each with its distance from the view's upper edge. */
  #anchor(): (readonly [key: string, distance: number])[] {
    if (this.#rows.length === 0) return [];
    const from = this.#places.lineAt(this.#top);
    const to = this.#places.lineAt(this.#top + this.#view - 1);
    const whole = this.#places.top(from) >= this.#top || from === to ? from : from + 1;
    const held = this.#index.get(this.#held() ?? '') ?? -1;
    const seen = this.#rows.slice(whole, to + 1).map((_, at) => whole + at);
    return [...(held >= from && held <= to ? [held] : []), ...seen].map(
      at => [this.#rows[at]!.key, this.#places.top(at) - this.#top] as const,
    );
  }

  #hold(anchor: readonly (readonly [key: string, distance: number])[]): void {
    const [key, distance] = anchor.find(([one]) => this.#index.has(one)) ?? [];
    const top = key === undefined ? this.#top : this.#places.top(this.#index.get(key)!) - distance!;
    const wanted = Math.max(0, top);
    this.#floor = wanted > 0 && wanted + this.#view > this.#places.height ? wanted + this.#view : 0;
    this.#stretch();
    if (wanted !== this.#top) this.#scrollTo(wanted);
  }

  #scrollTo(top: number): void {
    const { scroller } = this.#needs.parts()!;
    scroller.scrollTop = top;
    this.#top = scroller.scrollTop;
  }

  #set(rows: readonly ShelfRow[]): void {
    const same = rows.length > 0 && sameOrder(rows, this.#rows);
    this.#rows = rows;
    if (same) return;
    let ordinal = 0;
    this.#ordinals = rows.map(row => (row.product ? (ordinal += 1) : ordinal));
    this.#index = new Map(rows.map((row, index) => [row.key, index]));
    this.#place();
  }

  #place(): void {
    const [row, title] = this.#heights;
    this.#places = new RowPlaces(this.#rows.map(one => (one.product ? row : title)));
    this.#stretch();
  }

  #stretch(): void {
    const parts = this.#needs.parts();
    parts?.list.style.setProperty('height', `${Math.max(this.#places.height, this.#floor)}px`);
  }

  /** Draws what is in view, and `key` besides: `most` new lines, as many as fit into one task, the others in tasks to come. */
  #draw(key?: string, most = this.#pace.most): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    const parts = this.#needs.parts();
    if (!parts || (this.#view === 0 && this.#rows.length > 0)) return;
    const top = Math.min(this.#top, Math.max(0, Math.max(this.#places.height, this.#floor) - this.#view));
    // What has the focus keeps it, however far away it was scrolled.
    const focused = parts.list.querySelector<HTMLElement>(':scope > :focus-within')?.dataset.key;
    const kept = [focused, key].flatMap(one => this.#index.get(one ?? '') ?? []);
    const seen = this.#between(top, top + this.#view - 1);
    const near = this.#between(top - BEYOND_PX, top + this.#view + BEYOND_PX);
    let fresh = 0;
    const drawn = new Set<number>(kept);
    for (const at of [...seen, ...near]) {
      if (drawn.has(at)) continue;
      if (!this.#keyed.get(this.#rows[at]!.key) && (fresh += 1) > most) continue;
      drawn.add(at);
    }
    this.#look(seen, drawn);
    const indexes = [...drawn].sort((one, other) => one - other);
    const count = this.#ordinals[this.#ordinals.length - 1] ?? 0;
    this.#pace.work(Math.min(fresh, most), () =>
      this.#keyed.update(
        parts.list,
        indexes.map(index => {
          const row = this.#rows[index]!;
          const tabStop = row.key === this.#tabStop;
          return [row.key, this.#needs.render({ row, place: this.#ordinals[index]!, count, tabStop })];
        }),
      ),
    );
    for (const index of indexes)
      this.#keyed.get(this.#rows[index]!.key)!.style.setProperty('top', `${this.#places.top(index)}px`);
    // Not in the next frame's own task, which has a scroll to answer as well.
    if (fresh > most) this.#later(most === 0 ? 0 : 16);
  }

  /** The lines that stand between two heights. */
  #between(top: number, bottom: number): number[] {
    const [from, to] = [this.#places.lineAt(top), this.#places.lineAt(bottom)];
    return from < 0 ? [] : range(from, to);
  }

  /** Notices what is in view: where Tab leads, what is no longer new, and which group it is. */
  #look(seen: readonly number[], drawn: ReadonlySet<number>): void {
    if (!drawn.has(this.#index.get(this.#tabStop) ?? -1))
      this.#tabStop = seen.map(at => this.#rows[at]!).find(row => row.product)?.key ?? '';
    this.#first = seen.length > 0 ? this.#rows[seen[0]!]!.key : '';
    for (const at of seen) this.#fresh.delete(this.#rows[at]!.key);
    const seenNow = `${this.fresh} ${this.group}`;
    if (seenNow === this.#seen) return;
    this.#seen = seenNow;
    this.#needs.changed();
  }
}
